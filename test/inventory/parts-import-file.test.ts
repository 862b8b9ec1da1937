/** Files as people have them: any encoding, any delimiter, any bytes, read or refused by name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCsv, importBytesMax } from '../../src/inventory/parts/import/decode-csv.rules.ts';
import { readPartsFile } from '../../src/inventory/parts/import/read-parts-file.rules.ts';
import { importRowsMax, readRows } from '../../src/inventory/parts/import/read-rows.rules.ts';
import { encodeGbk } from '../support/gbk.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...pieces: readonly (readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const utf16 = (text: string) => {
  const units = [...text].flatMap((sign) => sign.split(''));
  return bytesOf(
    [0xff, 0xfe],
    units.flatMap((unit) => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8]),
  );
};
const rowsOf = (text: string) => {
  const table = readRows(text);
  if (!table.ok) throw new Error(table.reason);
  return table;
};

const sample = '料号,名称\r\nPS-12,电源板\r\n';

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', utf8(sample)],
    ['utf-8-bom', bytesOf([0xef, 0xbb, 0xbf], utf8(sample))],
    ['gb18030', encodeGbk(sample)],
    ['utf-16le', utf16(sample)],
  ])('is recognised: %s', (encoding, bytes) => {
    expect(decodeCsv(bytes)).toEqual({ ok: true, text: sample, encoding });
    const file = readPartsFile(bytes);
    expect(file).toMatchObject({ kind: 'checked', encoding });
    if (file.kind !== 'checked') return;
    expect(file.parts.map(({ part }) => [part.partNumber, part.nameZh])).toEqual([
      ['PS-12', '电源板'],
    ]);
  });

  it('gives the text of any GBK file back', () => {
    const sign = fc.constantFrom(...'料号名称中文备件电源板镕囍のЖαA1,;"');
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1 }), (text) => {
        const file = `备件${text}`;
        expect(decodeCsv(encodeGbk(file))).toMatchObject({ ok: true, text: file });
      }),
    );
  });

  it.each([
    ['empty-file', new Uint8Array()],
    ['empty-file', utf8(' \r\n\t')],
    ['empty-file', bytesOf([0xef, 0xbb, 0xbf])],
    ['spreadsheet-file', bytesOf([0x50, 0x4b, 3, 4], utf8('[Content_Types].xml'))],
    ['spreadsheet-file', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['unknown-encoding', bytesOf(utf8('PN,'), [0xff, 0xff])],
    ['unknown-encoding', bytesOf(utf8('PN,Name\nA,'), [0xc4])],
    ['unknown-encoding', bytesOf([0xef, 0xbb, 0xbf], encodeGbk('料号'))],
    ['unknown-encoding', bytesOf([0xff, 0xfe], [0x41])],
    ['file-too-large', new Uint8Array(importBytesMax + 1).fill(0x41)],
  ])('is refused as %s (case %#)', (reason, bytes) => {
    expect(decodeCsv(bytes)).toMatchObject({ ok: false, reason });
    expect(readPartsFile(bytes)).toMatchObject({ kind: 'refused', reason });
  });
});

describe('the rows of a file', () => {
  it.each([
    [',', 'PN,Name\nA,B'],
    [';', 'PN;Name;"a,b,c,d"\nA;B;C'],
    ['\t', 'PN\tLead time, days\nA\tB'],
    [';', 'sep=;\nPN,x;Name\nA;B'],
    [',', 'PN\nA'],
  ])('are parted by %j', (delimiter, text) => {
    expect(rowsOf(text).delimiter).toBe(delimiter);
  });

  it('carry the numbers that a spreadsheet shows, blank rows and line breaks in cells counted', () => {
    const table = rowsOf('PN,Name\r\n\r\nA,"two\nlines"\n,,\rB,b\n   \nC,c');
    expect(table.header).toEqual({ row: 1, cells: ['PN', 'Name'] });
    expect(table.rows).toEqual([
      { row: 3, cells: ['A', 'two\nlines'] },
      { row: 5, cells: ['B', 'b'] },
      { row: 7, cells: ['C', 'c'] },
    ]);
  });

  it('start below the header wherever that stands', () => {
    const table = rowsOf('sep=,\n\nPN,Name\nA,a');
    expect([table.header.row, table.rows[0]?.row]).toEqual([3, 4]);
  });

  it('keep quotes, inch marks and ragged ends', () => {
    const table = rowsOf('PN,Name,,\n"A ""x""",1/2" hose,,\nB\nC,c,surplus,,\n');
    expect(table.header.cells).toEqual(['PN', 'Name']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['A "x"', '1/2" hose'],
      ['B'],
      ['C', 'c', 'surplus'],
    ]);
  });

  it.each([
    ['quote-not-closed', 'PN,Name\nA,a\n"B,b\nC,c\n', { row: 3 }],
    ['row-too-long', `PN,Name\nA,${'x'.repeat(200_001)}`, { row: 2 }],
    ['no-rows', 'PN,Name\n\n,,\n', {}],
    ['too-many-columns', `${'a,'.repeat(201)}b\nA`, { max: 200 }],
    ['too-many-rows', `PN\n${'A\n'.repeat(importRowsMax + 1)}`, { rows: importRowsMax + 1 }],
    ['too-many-rows', `PN\n${'\n'.repeat(2 * importRowsMax + 5)}`, { max: importRowsMax }],
  ])('are refused as %s', (reason, text, params) => {
    expect(readRows(text)).toMatchObject({ ok: false, reason, params });
  });

  it('are taken up to the last allowed one', () => {
    expect(rowsOf(`PN\n${'A\n'.repeat(importRowsMax)}`).rows).toHaveLength(importRowsMax);
  });
});

describe('any bytes', () => {
  it('end as a refusal, as findings of headings, or with every row either good or bad', () => {
    const csvSign = fc.constantFrom(
      ...[...'料号PN名称Name数量12-.,;\t"\'=+@\r\n\u0000\u202e１'],
      '\ud800',
      'PN,Name\n',
      '"',
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: csvSign, maxLength: 200 }).map(utf8),
      fc
        .string({ unit: csvSign, maxLength: 200 })
        .map((text) => utf8(`PN,Name,Min,2025-11\n${text}`)),
      fc.string({ unit: csvSign, maxLength: 80 }).map(utf16),
    );
    const kinds = new Set<string>();
    fc.assert(
      fc.property(anything, (bytes) => {
        const file = readPartsFile(bytes);
        kinds.add(file.kind);
        if (file.kind !== 'checked') return;
        expect(file.parts.length + file.badRows.length).toBe(file.rowCount);
        expect(file.badRows.every(({ findings }) => findings.length > 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect([...kinds].sort()).toEqual(['bad-headings', 'checked', 'refused']);
  });
});
