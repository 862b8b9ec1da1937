/** Faults of every table have row and name. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { mint, openWorld, type World } from '../support/world.ts';
import { deskOf, foundCompany } from './table-company.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ max: 4 });
  await foundCompany(world);
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

describe('faults', () => {
  const rulesOf = async (name: string, csv: string) =>
    (await deskOf(world, name).check(csv)).findings.map(({ row, field, rule }) => [
      row,
      field,
      rule,
    ]);

  it('of locations', async () => {
    const { sites, bins } = await foundCompany(world);
    const [a, b] = [mint('Z'), mint('Z')];
    expect(
      await rulesOf(
        'locations',
        [
          'Site,Code,Kind,Zone,Pick sequence',
          `${sites[1]},${bins[0]},bench,,0`,
          `${sites[1]},${bins[0]},bench,,1`,
          `NOWHERE,${mint('B')},bin,,`,
          `${sites[0]},${mint('B')},van,,`,
          `${sites[0]},${mint('B')},bin,${bins[1]},`,
          `${sites[0]},${a},zone,${b},`,
          `${sites[0]},${b},zone,${a},`,
          `${sites[0]},has blank,bin,,`,
          `${sites[0]},${mint('B')},palace,,`,
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'pickSequence', 'too-small'],
      [3, 'site', 'is-fixed'],
      [3, 'kind', 'is-fixed'],
      [4, 'site', 'unknown-site'],
      [5, 'kind', 'van-needs-keeper'],
      [6, 'zone', 'unknown-zone'],
      [7, 'zone', 'zone-in-itself'],
      [8, 'zone', 'zone-in-itself'],
      [9, 'code', 'bad-code'],
      [10, 'kind', 'not-in-list'],
    ]);
  });

  it('of relations: circles and second successors within the file, too', async () => {
    const { plain } = await foundCompany(world);
    const [a, b, c, d] = plain;
    expect(
      await rulesOf(
        'substitutes',
        [
          'Part number,Given instead,Kind,Valid from,Valid to',
          `${a},${b},supersedes,,`,
          `${b},${c},supersedes,,`,
          `${c},${a},supersedes,,`,
          `${a},${d},supersedes,,`,
          `${b},${a},alternate,,`,
          `${d},${d},alternate,,`,
          `${d},NO-PART,alternate,2026-02-29,`,
          `${d},NO-PART,alternate,2026-02-02,2026-02-01`,
        ].join('\n'),
      ),
    ).toEqual([
      [4, 'toPartNumber', 'relation-circle'],
      [5, 'toPartNumber', 'second-successor'],
      [6, 'toPartNumber', 'related-already'],
      [7, 'toPartNumber', 'part-for-itself'],
      [8, 'validFrom', 'not-a-day'],
      [9, 'toPartNumber', 'unknown-part'],
      [9, 'validTo', 'ends-before-start'],
    ]);
  });

  it('of offers, codes, units, partners and lanes', async () => {
    const { plain, suppliers, customer, sites, calendar } = await foundCompany(world);
    const [a, b] = plain;
    const code = mint('EAN');
    await deskOf(world, 'barcodes').apply(`PN,Barcode\n${a},${code}\n`);
    expect(await rulesOf('barcodes', `PN,Barcode\n${b},${code}\n${b},备\n`)).toEqual([
      [2, 'code', 'barcode-of-another'],
      [3, 'code', 'bad-text'],
    ]);
    expect(await rulesOf('part-units', `PN,Unit,Base units\n${a},pcs,2\n${a},box,1.5\n`)).toEqual([
      [2, 'unit', 'is-base-unit'],
      [3, 'numerator', 'not-a-whole-number'],
    ]);
    expect(
      await rulesOf(
        'supplier-parts',
        [
          'PN,Supplier,Preferred,Price breaks',
          `${a},${suppliers[0]},yes,`,
          `${a},${suppliers[1]},yes,`,
          `${b},${customer},,`,
          `${b},NOBODY,,`,
          `${b},${suppliers[0]},,"1=2; 1=3"`,
          `${b},${suppliers[1]},,12.505`,
        ].join('\n'),
      ),
    ).toEqual([
      [3, 'isPreferred', 'second-preferred'],
      [4, 'supplier', 'not-a-supplier'],
      [5, 'supplier', 'unknown-party'],
      [6, 'priceBreaks', 'not-price-breaks'],
      [7, 'priceBreaks', 'not-price-breaks'],
    ]);
    expect(
      await rulesOf('parties', `Code,Kind,Name\n${customer},supplier,x\n${mint('N')},customer,\n`),
    ).toEqual([
      [2, 'kind', 'is-fixed'],
      [3, 'name', 'required'],
    ]);
    expect(
      await rulesOf(
        'lanes',
        [
          'From site,To site,Mode,Lead hours,Calendar,Cut-off',
          `${sites[0]},${sites[0]},road,1,${calendar},`,
          `${sites[0]},NOWHERE,road,1,${calendar},`,
          `${sites[0]},${sites[1]},road,1,NO-CAL,`,
          `${sites[0]},${sites[1]},road,1,${calendar},24:00`,
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'to', 'lane-to-itself'],
      [3, 'to', 'unknown-site'],
      [4, 'calendar', 'unknown-calendar'],
      [5, 'cutOffMinute', 'not-a-clock-time'],
    ]);
  });
});
