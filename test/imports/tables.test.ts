/** Every table: what is written comes out again, an export says nothing new, faults have row and name. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importTables } from '../../src/imports/index.ts';
import { listMovements } from '../../src/inventory/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, mint, openWorld, type World } from '../support/world.ts';
import { base64Of, type Company, deskOf, foundCompany, tableNamed } from './table-company.ts';

let world: World;
let company: Company;
beforeAll(async () => {
  world = await openWorld({ max: 4 });
  company = await foundCompany(world);
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index];
  if (one === undefined) throw new Error('the company is too small');
  return one;
};

/** A good file of each kind, with Chinese headings and words where people use them. */
const goodFiles: Readonly<Record<string, (c: Company) => string>> = {
  locations: ({ sites }) => {
    const [zone, inner, bin] = [mint('Z'), mint('Z'), mint('B')];
    return `仓库,库位,库位类型,所属库区,拣货顺序,名称\n${sites[1]},${bin},货位,${inner},20,"=1+1"\n${sites[1]},${inner},库区,${zone},,二楼\n${sites[1]},${zone},区,,,\n`;
  },
  parties: () =>
    `Code,Kind,Name (en),Name (zh),Phone,Language\n${mint('PA')},客户,Acme,艾克美,+86 20 1234,中文\n${mint('PA')},vendor,Bolt Ltd,,,en\n`,
  'opening-balances': ({ bins, plain, byLot, bySerial }) =>
    [
      '料号,库位,状态,批次,有效期至,序列号,数量,单价',
      `${at(plain, 0)},${at(bins, 0)},新品,,,,"1,200",12.50`,
      `${at(plain, 0)},${at(bins, 0)},坏件,,,,3,`,
      `${at(byLot, 0)},${at(bins, 1)},,L-1,2027/3/1,,40,0.05`,
      `${at(byLot, 0)},${at(bins, 2)},,L-1,2027年3月1日,,4,0.05`,
      `${at(bySerial, 0)},${at(bins, 1)},良品,,,"SN-1; SN-2；SN-3",3,199.99`,
      `${at(bySerial, 0)},${at(bins, 1)},良品,,,SN-4,1,205`,
    ].join('\n'),
  'supplier-parts': ({ plain, suppliers }) =>
    [
      'PN,Supplier,Supplier part number,Price breaks,Pack size,Preferred,Valid from',
      `${at(plain, 0)},${at(suppliers, 0)},X-1,"100=11.20; 1=12.50",10,yes,2026-01-01`,
      `${at(plain, 0)},${at(suppliers, 1)},,,,no,`,
      `${at(plain, 1)},${at(suppliers, 1)},=A1,5=0.99,1,是,`,
    ].join('\n'),
  substitutes: ({ plain }) =>
    [
      '旧料号,替代料号,关系,双向,替代数量,原数量,生效日期,先用完旧料,备注',
      `${at(plain, 0)},${at(plain, 1)},取代,否,1,1,2026-01-01,是,`,
      `${at(plain, 1)},${at(plain, 2)},取代,是,2,1,,否,"a, b"`,
      `${at(plain, 3)},${at(plain, 4)},替代,,,,,,`,
    ].join('\n'),
  barcodes: ({ plain }) =>
    `Part number,Barcode\n${at(plain, 0)},${mint('EAN')}\n${at(plain, 0)},${mint('EAN')}\n`,
  'part-units': ({ plain }) =>
    `料号,单位,折合基本单位数,每几个单位\n${at(plain, 0)},box,12,\n${at(plain, 0)},m,1,3\n`,
  lanes: ({ sites, calendar }) =>
    [
      'From site,To site,Mode,Carrier,Lead hours,Spread hours,Cost,Calendar,Cut-off,Priority,Auto receipt',
      `${at(sites, 0)},${at(sites, 1)},空运,SF,18,4,35.50,${calendar},16:30,1,`,
      `${at(sites, 1)},${at(sites, 0)},truck,,48,,,${calendar},,2,lead-time`,
    ].join('\n'),
};

const names = [
  'locations.import',
  'parties.import',
  'opening-balances.import',
  'supplier-parts.import',
  'substitutes.import',
  'barcodes.import',
  'part-units.import',
  'lanes.import',
];

describe('every table', () => {
  it('has a name and a file here', () => {
    expect(importTables.map(({ apply }) => apply.name)).toEqual(names);
    expect(Object.keys(goodFiles)).toEqual(importTables.map(({ name }) => name));
  });

  it.each(Object.keys(goodFiles))(
    '%s: is applied, exported, and the export says nothing new',
    async (name) => {
      const desk = deskOf(world, name);
      const file = goodFiles[name]?.(company) ?? '';
      const checked = await desk.check(file);
      expect(checked.findings).toEqual([]);
      expect(checked.newRows).toBe(checked.rowCount);
      const before = await desk.exported();
      expect(await desk.check(file)).toEqual(checked);
      expect(await desk.exported()).toBe(before);
      expect(await desk.apply(file)).toEqual(checked);
      expect(await desk.exported()).not.toBe(before);
      for (const locale of ['en', 'zh-CN'] as const) {
        const csv = await desk.exported(locale);
        expect(csv.startsWith(tableNamed(name).template(locale).trim())).toBe(true);
        const again = await desk.check(csv);
        expect(again.findings).toEqual([]);
        expect(again).toMatchObject({ newRows: 0, changedRows: 0, unchangedRows: again.rowCount });
        expect(await desk.apply(csv)).toEqual(again);
        expect(await desk.exported(locale)).toBe(csv);
      }
      // The file it came from says nothing new either.
      expect(await desk.check(file)).toMatchObject({ newRows: 0, changedRows: 0, errorCount: 0 });
    },
  );

  it.each(Object.keys(goodFiles))(
    '%s: needs its right, and a file with a fault writes nothing',
    async (name) => {
      const table = tableNamed(name);
      const stranger = actorWith(['parts.view']);
      const empty = base64Of(table.template('en'));
      await expect(
        world.run(table.apply, { contentBase64: empty }, stranger),
      ).rejects.toMatchObject({
        code: 'platform.not-permitted',
      });
      const desk = deskOf(world, name);
      await expect(desk.apply(table.template('en'))).rejects.toMatchObject({
        code: 'inventory.import-unreadable',
      });
      const before = await desk.exported();
      const file = `${goodFiles[name]?.(company).trimEnd()}\n,,,\n`;
      const { errorCount } = await desk.check(`${file}stray`);
      expect(errorCount).toBeGreaterThan(0);
      await expect(desk.apply(`${file}stray`)).rejects.toMatchObject({
        code: 'inventory.import-has-errors',
      });
      expect(await desk.exported()).toBe(before);
    },
  );
});

describe('opening balances', () => {
  const movements = async () => (await world.ask(listMovements, {})).rows.length;

  it('sent twice at the same moment are posted once', async () => {
    const { bins, plain } = await foundCompany(world);
    const file = `PN,Location,Quantity\n${at(plain, 0)},${at(bins, 0)},7\n`;
    const desk = deskOf(world, 'opening-balances');
    const before = await movements();
    const both = await Promise.all([desk.apply(file), desk.apply(file)]);
    expect(both.map(({ newRows }) => newRows).sort()).toEqual([0, 1]);
    expect(await movements()).toBe(before + 1);
  });

  it('that say something else of what was posted are refused by row', async () => {
    const { bins, plain, byLot, bySerial } = await foundCompany(world);
    const desk = deskOf(world, 'opening-balances');
    const heading = 'PN,Location,Lot,Expires on,Serial numbers,Quantity,Unit value';
    await desk.apply(
      [
        heading,
        `${at(plain, 0)},${at(bins, 0)},,,,7,1`,
        `${at(byLot, 0)},${at(bins, 0)},L1,2027-01-31,,7,`,
        `${at(bySerial, 0)},${at(bins, 0)},,,A1,1,`,
      ].join('\n'),
    );
    const { findings } = await desk.check(
      [
        heading,
        `${at(plain, 0)},${at(bins, 0)},,,,8,1`,
        `${at(byLot, 0)},${at(bins, 1)},L1,2027-02-28,,7,`,
        `${at(bySerial, 0)},${at(bins, 1)},,,A1,1,`,
        `${at(bySerial, 0)},${at(bins, 0)},,,A1;A2,2,`,
        `${at(bySerial, 0)},${at(bins, 2)},,,A3,2,`,
        `${at(plain, 1)},${at(bins, 2)},,,A3,1,`,
        `${at(plain, 2)},${at(bins, 2)},L2,,,1,`,
        `${at(byLot, 1)},${at(bins, 2)},,,,1,`,
        `NO-PART,NO-BIN,,,,1,`,
        `${at(plain, 0)},${at(bins, 3)},,,,1,2026-01-01`,
      ].join('\n'),
    );
    expect(findings.map(({ row, field, rule }) => [row, field, rule])).toEqual([
      [2, 'quantity', 'opening-is-posted'],
      [3, 'expiresOn', 'expiry-differs'],
      [4, 'serialNumbers', 'serial-is-known'],
      [5, 'quantity', 'opening-is-posted'],
      [6, 'serialNumbers', 'serials-differ'],
      [7, 'serialNumbers', 'not-tracked-by-serial'],
      [8, 'lotNumber', 'not-tracked-by-lot'],
      [9, 'lotNumber', 'required'],
      [10, 'partNumber', 'unknown-part'],
      [10, 'location', 'unknown-bin'],
      [11, 'unitValueMinor', 'not-a-price'],
    ]);
  });

  it('are limited to the sites of the one who brings them', async () => {
    const { bins, plain, siteIds } = await foundCompany(world);
    const file = `PN,Location,Quantity\n${at(plain, 0)},${at(bins, 0)},7\n`;
    const other = deskOf(world, 'opening-balances', actorWith(['stock.adjust'], [at(siteIds, 1)]));
    expect((await other.check(file)).findings).toMatchObject([{ rule: 'unknown-bin' }]);
    const own = deskOf(world, 'opening-balances', actorWith(['stock.adjust'], [at(siteIds, 0)]));
    await own.apply(file);
    expect((await own.exported()).trim().split('\r\n')).toHaveLength(2);
    expect((await other.exported()).trim().split('\r\n')).toHaveLength(1);
  });
});
