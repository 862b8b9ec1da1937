/** What is exported can be imported again, and opens in a spreadsheet without running anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeCycles } from '../../src/inventory/contract.ts';
import { badRowsCsv } from '../../src/inventory/parts/import/bad-rows-csv.rules.ts';
import { exportPartsCsv } from '../../src/inventory/parts/import/export-parts.rules.ts';
import {
  guardFormula,
  unguardFormula,
} from '../../src/inventory/parts/import/formula-text.rules.ts';
import {
  currencies,
  type ImportedPart,
  unitsOfMeasure,
} from '../../src/inventory/parts/import/imported-part.ts';
import { readPartsFile } from '../../src/inventory/parts/import/read-parts-file.rules.ts';
import { readRows } from '../../src/inventory/parts/import/read-rows.rules.ts';
import { csvBytes, writeCsv } from '../../src/inventory/parts/import/write-csv.rules.ts';

const read = (text: string) => {
  const file = readPartsFile(csvBytes(text));
  if (file.kind !== 'checked') throw new Error(file.kind);
  return file;
};

const sign = fc.constantFrom(
  ...[...'=+-@\'"“,;＝＋ 备件電源板Aa09.é𠮷\u00a0'],
  '\t',
  '\n',
  '\r\n',
  '\u3000',
);
const wildText = fc.string({ unit: sign, maxLength: 20 });
const name = fc
  .string({ unit: fc.constantFrom(...[...'=+-@\'"“,;＝＋ 备件電源板Aa09.é𠮷']), maxLength: 30 })
  .map((text) => text.trim());
const code = fc
  .string({ unit: fc.constantFrom(...[...'=+-@\'"/#,; 备AB09.']), minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const nameOrNull = name.map((text) => text || null);
const quantity = fc.integer({ min: 0, max: 1_000_000_000 });
const price = orNull(fc.integer({ min: 0, max: 100_000_000_000_000 }));
const month = fc
  .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
const demand = fc
  .dictionary(month, quantity, { maxKeys: 6 })
  .map((byMonth) =>
    Object.entries(byMonth).map(([key, value]) => ({ month: key, quantity: value })),
  )
  .map((figures) => figures.sort((a, b) => (a.month < b.month ? -1 : 1)));

const part: fc.Arbitrary<ImportedPart> = fc
  .record({
    partNumber: code,
    nameEn: name.map((text) => text || 'x'),
    nameZh: nameOrNull,
    category: nameOrNull,
    lifeCycle: fc.constantFrom(...lifeCycles),
    unitOfMeasure: fc.constantFrom(...unitsOfMeasure),
    tracking: fc.constant('none' as const),
    isRepairable: fc.boolean(),
    manufacturer: nameOrNull,
    manufacturerPartNumber: orNull(code),
    supplier: nameOrNull,
    costMinor: price,
    priceMinor: price,
    currency: fc.constantFrom(...currencies),
    minQuantity: orNull(fc.integer({ min: 0, max: 1_000 })),
    maxQuantity: orNull(fc.integer({ min: 1_000, max: 1_000_000_000 })),
    safetyStock: orNull(quantity),
    leadTimeDays: orNull(fc.integer({ min: 0, max: 3_650 })),
    minimumOrderQuantity: orNull(fc.integer({ min: 1, max: 1_000 })),
    packSize: orNull(fc.integer({ min: 1, max: 1_000 })),
    shelfLifeDays: orNull(fc.integer({ min: 1, max: 36_500 })),
    weightGrams: orNull(fc.integer({ min: 0, max: 100_000_000 })),
    lengthMm: orNull(fc.integer({ min: 1, max: 1_000_000 })),
    widthMm: orNull(fc.integer({ min: 1, max: 1_000_000 })),
    heightMm: orNull(fc.integer({ min: 1, max: 1_000_000 })),
    hsCode: orNull(fc.constantFrom('850440', '8504401400', '0123456789')),
    originCountry: orNull(fc.constantFrom('CN', 'JP', 'DE', 'TW', 'NO')),
    barcode: fc.constant(null),
    openingStock: orNull(fc.record({ bin: code, quantity: fc.integer({ min: 1, max: 1_000 }) })),
    monthlyDemand: demand,
  })
  .chain((drawn) =>
    fc.constantFrom('none' as const, 'lot' as const, 'serial' as const).map((tracking) => ({
      ...drawn,
      tracking,
      openingStock: tracking === 'none' ? drawn.openingStock : null,
    })),
  );
const parts = fc.uniqueArray(part, {
  minLength: 1,
  maxLength: 8,
  selector: ({ partNumber }) => partNumber.toUpperCase(),
});

describe('an export of parts', () => {
  it('is imported again as equal parts, in both languages', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('en' as const, 'zh' as const), (given, language) => {
        const file = read(exportPartsCsv(given, language));
        expect(file.findings.first.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(file.parts.map((row) => row.part)).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it('of what was imported from anything changes no more', () => {
    const cells = fc.array(wildText, { minLength: 6, maxLength: 6 });
    let imported = 0;
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = [['PN', 'Name', '名称', 'Category', 'MPN', 'Supplier'], ...rows]
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const result = readPartsFile(new TextEncoder().encode(text));
        if (result.kind !== 'checked' || result.parts.length === 0) return;
        imported += 1;
        const first = result.parts.map((row) => row.part);
        expect(read(exportPartsCsv(first)).parts.map((row) => row.part)).toEqual(first);
      }),
      { numRuns: 300 },
    );
    expect(imported).toBeGreaterThan(20);
  });
});

describe('a guarded text', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '＝', '＋', '－', '＠'];
  const before = ['', ' ', '\u00a0', '\u3000 ', "'", "''"];
  it.each(starts.flatMap((start) => before.map((blank) => blank + start)))(
    'starts no formula: %j',
    (start) => {
      expect(guardFormula(`${start}SUM(1)`)).toBe(`'${start}SUM(1)`);
    },
  );

  it('starts none after a line break either', () => {
    expect(guardFormula('a\n=1\r\n @x\r+2')).toBe("a\n'=1\r\n' @x\r'+2");
  });

  it('leaves every other text alone', () => {
    for (const text of ['', 'PS-12', 'a=b', "'tis", '备件', '(+)']) {
      expect(guardFormula(text)).toBe(text);
    }
  });

  it('is turned back exactly, and never starts a formula', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const guarded = guardFormula(text);
        expect(unguardFormula(guarded)).toBe(text);
        for (const line of guarded.split(/[\r\n]/)) expect(line).not.toMatch(/^\s*[=+\-@＝＋]/);
        expect(guarded).not.toMatch(/^[\t\r\n]/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('written CSV', () => {
  it('is cut into the same cells by the reader', () => {
    const row = fc.array(wildText, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const body = rows.map((cells) => ['x', ...cells]);
        const table = readRows(writeCsv([['PN', 'Name', 'Min', 'Max'], ...body]));
        if (!table.ok) throw new Error(table.reason);
        const cells = table.rows.map((each) => each.cells.map(unguardFormula));
        expect(cells).toEqual(body);
      }),
    );
  });
});

describe('the file of bad rows', () => {
  const describeShort = ({ field, rule }: { field: string | null; rule: string }) =>
    `${field}: ${rule}`;

  it('carries reasons and cells, and can be corrected and imported', () => {
    const file = read('PN,Name,MOQ\nA,a,1\nB,=1+1,x\n,c,2\n');
    const text = badRowsCsv(file, 'en', describeShort);
    expect(text).toBe(
      [
        'Reason,PN,Name,MOQ',
        "minimumOrderQuantity: not-a-whole-number,B,'=1+1,x",
        'partNumber: required,,c,2',
        '',
      ].join('\r\n'),
    );
    const corrected = read(text.replace(',x', ',3').replace('required,,', 'required,C,'));
    expect(corrected.findings.first).toEqual([]);
    expect(corrected.parts.map((row) => [row.part.partNumber, row.part.nameEn])).toEqual([
      ['B', '=1+1'],
      ['C', 'c'],
    ]);
  });

  it('finds the same faults again, with one reason column, whatever the language', () => {
    const once = read('PN;Name;Cost\nA;a;1,234\nB;b;c;d\n');
    const twice = read(badRowsCsv(once, 'zh', describeShort));
    const strip = ({ rule, field }: { rule: string; field: string | null }) => [rule, field];
    expect(twice.findings.first.map(strip)).toEqual(once.findings.first.map(strip));
    const header = readRows(badRowsCsv(twice, 'zh', describeShort));
    expect(header).toMatchObject({ header: { cells: ['原因', 'PN', 'Name', 'Cost'] } });
  });
});
