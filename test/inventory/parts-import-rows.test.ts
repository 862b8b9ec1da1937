/** Rows of a parts list: headings as people write them, good rows kept, each fault named. */
import { describe, expect, it } from 'vitest';
import type { FindingRule } from '../../src/inventory/parts/import/findings.rules.ts';
import { headingWords } from '../../src/inventory/parts/import/heading-words.ts';
import { mapHeadings, monthOfHeading } from '../../src/inventory/parts/import/headings.rules.ts';
import { partFields } from '../../src/inventory/parts/import/imported-part.ts';
import { readPartsFile } from '../../src/inventory/parts/import/read-parts-file.rules.ts';

const check = (text: string) => {
  const file = readPartsFile(new TextEncoder().encode(text));
  if (file.kind !== 'checked') throw new Error(file.kind);
  return file;
};
/** A file of one good part with one more column. */
const withCell = (heading: string, cell: string) =>
  check(`PN,Name,${heading}\nA-1,Fan,"${cell.replaceAll('"', '""')}"\n`);
const partWith = (heading: string, cell: string) => withCell(heading, cell).parts[0]?.part;

describe('headings', () => {
  it('are known by every listed word, in any case, width and spacing', () => {
    const words = partFields.flatMap((field) =>
      headingWords[field].map((word) => ({ field, word })),
    );
    for (const { field, word } of words) {
      const wide = word.replace(/[!-~]/g, (sign) =>
        String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
      );
      for (const heading of [word, ` ${word.toUpperCase()} `, word.replaceAll(' ', '_'), wide]) {
        const { columns } = mapHeadings({ row: 1, cells: [heading] });
        expect(columns, heading).toEqual([{ kind: 'field', field }]);
      }
    }
  });

  it.each([
    ['2025-11', '2025-11'],
    ['２０２５－１１', '2025-11'],
    ['2025/1', '2025-01'],
    ['2025年9月', '2025-09'],
    ['Nov-25', '2025-11'],
    ['2025-13', null],
    ['2025-00', null],
    ['9999-01', null],
    ['Foo-25', null],
  ])('name a month: %s', (heading, month) => {
    expect(monthOfHeading(heading)).toBe(month);
  });

  const findingsOf = (...cells: string[]) =>
    mapHeadings({ row: 1, cells }).findings.map(({ rule, field, severity }) => [
      rule,
      field,
      severity,
    ]);

  it('are refused when missing or doubled, and only noted when unknown', () => {
    expect(findingsOf('名称')).toEqual([['missing-heading', 'partNumber', 'error']]);
    expect(findingsOf('PN')).toEqual([['missing-heading', 'name', 'error']]);
    expect(findingsOf('PN', 'Name', '料号', '2025-11', 'Nov-25')).toEqual([
      ['duplicate-heading', 'partNumber', 'error'],
      ['duplicate-heading', 'monthlyDemand', 'error'],
    ]);
    expect(findingsOf('PN', 'Name', 'Colour', 'Reason', '原因')).toEqual([
      ['unknown-heading', null, 'warning'],
    ]);
  });

  it('that are wrong stop the reading of rows', () => {
    const file = readPartsFile(new TextEncoder().encode('PN,PN,Name\nA,B,C\n'));
    expect(file).toMatchObject({ kind: 'bad-headings', findings: { errorCount: 1 } });
  });
});

describe('a good row', () => {
  it('becomes a part with every value exact', () => {
    const file = check(
      [
        '料号,英文名称,中文名称,类别,单位,跟踪方式,是否可修,厂家,厂家料号,供应商,成本,价格,币种,最小,最大,安全库存,提前期(天),最小起订量,包装数,保质期(天),重量(g),生命周期,长(mm),宽,HS编码,原产国,条码,期初库位,期初数量,2025-12,2025-11',
        'ＰＳ－１２,Power board,电源板,电源,块,无,是,穗菱达,SL 9/2,华南配件,"1,234.50",２０００,rmb,2,１０,1,45,5,1,365,120,逐步淘汰,１２０,80,8504.40.14,中国,6901234567892,A-01-01,"1,200",0,3',
      ].join('\r\n'),
    );
    expect(file.findings.first).toEqual([]);
    expect(file.parts).toEqual([
      {
        row: 2,
        part: {
          partNumber: 'PS-12',
          nameEn: 'Power board',
          nameZh: '电源板',
          category: '电源',
          lifeCycle: 'phase-out',
          unitOfMeasure: 'pcs',
          tracking: 'none',
          isRepairable: true,
          manufacturer: '穗菱达',
          manufacturerPartNumber: 'SL 9/2',
          supplier: '华南配件',
          costMinor: 123_450,
          priceMinor: 200_000,
          currency: 'CNY',
          minQuantity: 2,
          maxQuantity: 10,
          safetyStock: 1,
          leadTimeDays: 45,
          minimumOrderQuantity: 5,
          packSize: 1,
          shelfLifeDays: 365,
          weightGrams: 120,
          lengthMm: 120,
          widthMm: 80,
          heightMm: null,
          hsCode: '85044014',
          originCountry: 'CN',
          barcode: '6901234567892',
          openingStock: { bin: 'A-01-01', quantity: 1_200 },
          monthlyDemand: [
            { month: '2025-11', quantity: 3 },
            { month: '2025-12', quantity: 0 },
          ],
        },
        silent: ['heightMm'],
      },
    ]);
  });

  it('may leave out all but a number and a name', () => {
    expect(check('PN,Name,2025-11\nA,a,\n').parts[0]?.part).toMatchObject({
      nameZh: null,
      unitOfMeasure: 'pcs',
      tracking: 'none',
      isRepairable: false,
      currency: 'CNY',
      costMinor: null,
      openingStock: null,
      monthlyDemand: [],
    });
  });

  it.each([
    ['=1+1', '=1+1'],
    ["'=1+1", '=1+1'],
    ["'tis", "'tis"],
    ['e\u0301', '\u00e9'],
    ['𠮷野', '𠮷野'],
  ])('keeps %j as text', (cell, name) => {
    expect(partWith('中文名称', cell)?.nameZh).toBe(name);
  });

  it.each([
    ['日本', 'JP'],
    ['germany', 'DE'],
    ['cn', 'CN'],
    ['中国台湾', 'TW'],
  ])('comes from %s', (cell, code) => {
    expect(partWith('原产国', cell)?.originCountry).toBe(code);
  });
});

describe('a bad cell', () => {
  const cases: readonly (readonly [FindingRule, string, string])[] = [
    ['not-a-whole-number', 'Min', '1.5'],
    ['not-a-whole-number', 'Min', '12.0'],
    ['not-a-whole-number', 'Min', '1e-7'],
    ['not-a-whole-number', 'Min', '1,00'],
    ['not-a-whole-number', 'Min', '٣'],
    ['not-a-whole-number', '2025-11', 'x'],
    ['negative', 'Min', '-1'],
    ['negative', 'Min', '－１'],
    ['negative', 'Min', '\u22121'],
    ['negative', 'Cost', '-0.5'],
    ['too-small', 'Pack size', '0'],
    ['too-small', 'MOQ', '0'],
    ['too-large', 'Min', '2147483648'],
    ['too-large', 'Min', '9007199254740993'],
    ['too-large', 'Min', '9223372036854775808'],
    ['too-large', 'Cost', '99999999999999999.99'],
    ['not-a-price', 'Cost', '12,34.5'],
    ['not-a-price', 'Cost', '1.234,50'],
    ['not-a-price', 'Cost', '¥5'],
    ['not-a-price', 'Cost', '.5'],
    ['too-many-decimals', 'Cost', '1.005'],
    ['too-many-decimals', 'Cost', `1.${'0'.repeat(100)}`],
    ['too-long', 'Category', 'x'.repeat(101)],
    ['too-long', 'Cost', '1'.repeat(501)],
    ['bad-text', 'Category', 'a\u0000b'],
    ['bad-text', 'Category', 'two\nlines'],
    ['bad-text', 'Category', 'a\u202eb'],
    ['bad-text', 'Category', 'a\ufffdb'],
    ['bad-text', 'MPN', 'A\u200dB'],
    ['bad-text', 'MPN', 'A\u200bB'],
    ['bad-text', 'Barcode', '条码'],
    ['scientific-notation', 'Barcode', '6.90123E+12'],
    ['unknown-unit', 'Unit', 'parsec'],
    ['unknown-tracking', 'Tracking', 'maybe'],
    ['unknown-currency', 'Currency', 'JPY'],
    ['unknown-country', 'Origin', 'Atlantis'],
    ['unknown-country', 'Origin', 'ZZ'],
    ['not-an-hs-code', 'HS code', '12'],
    ['not-yes-or-no', 'Repairable', 'perhaps'],
  ];
  it.each(cases)('%s: %s = %j', (rule, heading, cell) => {
    const file = withCell(heading, cell);
    expect(file.findings.first.map((finding) => [finding.row, finding.rule])).toEqual([[2, rule]]);
    expect(file.findings.first[0]?.value.startsWith(cell.slice(0, 50))).toBe(true);
    expect(file.parts).toEqual([]);
    expect(file.badRows).toHaveLength(1);
  });

  it('is found with all others of its row', () => {
    const file = check('PN,Name,Min,Cost,Unit\n,,x,y,z\n');
    expect(file.findings.first.map(({ rule, field }) => `${field} ${rule}`).sort()).toEqual([
      'costMinor not-a-price',
      'minQuantity not-a-whole-number',
      'name required',
      'partNumber required',
      'unitOfMeasure unknown-unit',
    ]);
  });

  it('with half a surrogate pair, which only UTF-16 can carry, is refused', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00);
    expect(readPartsFile(bytes)).toMatchObject({ kind: 'refused', reason: 'unknown-encoding' });
  });
});

describe('cells that must agree', () => {
  const rulesOf = (text: string) =>
    check(text).findings.first.map(({ row, field, rule, params }) => ({
      row,
      field,
      rule,
      params,
    }));

  it('minimum and maximum', () => {
    expect(rulesOf('PN,Name,Min,Max\nA,a,5,4\nB,b,4,4\nC,c,4,5\n')).toEqual([
      { row: 2, field: 'minQuantity', rule: 'min-above-max', params: { min: 5, max: 4 } },
      { row: 3, field: 'minQuantity', rule: 'min-above-max', params: { min: 4, max: 4 } },
    ]);
  });

  it('minimum and maximum, of which one alone sets no level', () => {
    expect(rulesOf('PN,Name,Min,Max\nA,a,5,\nB,b,,4\nC,c,,\n')).toEqual([
      { row: 2, field: 'minQuantity', rule: 'level-needs-both', params: {} },
      { row: 3, field: 'maxQuantity', rule: 'level-needs-both', params: {} },
    ]);
  });

  it('bin and quantity of the opening stock, and its tracking', () => {
    expect(
      rulesOf('PN,Name,Tracking,Bin,On hand\nA,a,,X,\nB,b,,,4\nC,c,serial,X,1\nD,d,none,X,1\n'),
    ).toEqual([
      { row: 2, field: 'openingQuantity', rule: 'incomplete-opening-stock', params: {} },
      { row: 3, field: 'openingBin', rule: 'incomplete-opening-stock', params: {} },
      {
        row: 4,
        field: 'openingQuantity',
        rule: 'opening-stock-needs-identity',
        params: { tracking: 'serial' },
      },
    ]);
  });

  it('numbers that may stand in a file once', () => {
    expect(rulesOf('PN,Name,Barcode\nab,a,1\nＡＢ,b,2\nC,c,1\n')).toEqual([
      { row: 3, field: 'partNumber', rule: 'duplicate-in-file', params: { firstRow: 2 } },
      { row: 4, field: 'barcode', rule: 'duplicate-in-file', params: { firstRow: 2 } },
    ]);
  });

  it('the number of cells', () => {
    expect(rulesOf('PN,Name,Cost\nA,a\nB,b,1,234\nC,c,5,,\n')).toEqual([
      { row: 2, field: null, rule: 'wrong-number-of-cells', params: { expected: 3, found: 2 } },
      { row: 3, field: null, rule: 'wrong-number-of-cells', params: { expected: 3, found: 4 } },
    ]);
  });

  it('a comma in a number and the semicolon of the file', () => {
    expect(
      rulesOf('PN;Name;Cost;Min\nA;a;1,234;1,234\n')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['not-a-price', 'not-a-whole-number']);
  });
});
