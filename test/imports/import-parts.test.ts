/** A parts file from the dry run to the store: all of it or nothing, twice the same as once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkPartsImport, importParts } from '../../src/imports/index.ts';
import { csvBytes, listParts, stockOnHand } from '../../src/inventory/index.ts';
import { listLevels, listSuggestions } from '../../src/planning/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { encodeGbk } from '../support/gbk.ts';
import { mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

async function counts(): Promise<Record<string, number>> {
  const tables = ['part', 'part_barcode', 'demand_month', 'stock_level', 'entry', 'movement'];
  const found: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await world.database.owner.unsafe(`select count(*)::int as n from ${table}`);
    found[table] = row?.n ?? 0;
  }
  return found;
}

describe('a parts file', () => {
  it('is applied with codes, demand, levels and opening stock, and twice changes nothing', async () => {
    const { siteId, code } = await world.site();
    const bin = `${code}-DOCK`;
    const [a, b] = [mint('A'), mint('B')];
    const csv = [
      '料号,名称,单位,条码,最小,最大,2026-09,2026-10,库位,期初数量',
      `${a},主板,个,${a}-EAN,2,6,1,0,${bin},2`,
      `${b},电源,个,,,,,,,`,
    ].join('\n');
    const file = { contentBase64: base64(encodeGbk(csv)), siteId };
    const checked = await world.ask(checkPartsImport, file);
    expect(checked).toMatchObject({ encoding: 'gb18030', newParts: 2, errorCount: 0 });
    const untouched = await counts();
    await world.run(importParts, file);
    const { parts } = await world.ask(listParts, { search: a });
    expect(parts).toMatchObject([{ partNumber: a, nameZh: '主板', barcodes: [`${a}-EAN`] }]);
    const { rows } = await world.ask(stockOnHand, { search: a });
    expect(rows).toMatchObject([{ locationCode: bin, onHand: 2, condition: 'new' }]);
    const { levels } = await world.ask(listLevels, { search: a });
    expect(levels).toMatchObject([{ minQuantity: 2, maxQuantity: 6 }]);
    const { suggestions } = await world.ask(listSuggestions, { search: a });
    // Stock on the dock is not put away, so it may not be promised yet.
    expect(suggestions).toMatchObject([{ available: 0, quantity: 6 }]);
    const once = await counts();
    expect(once.part).toBe((untouched.part ?? 0) + 2);
    expect(await world.run(importParts, file)).toMatchObject({
      newParts: 0,
      changedParts: 0,
      unchangedParts: 2,
    });
    expect(await counts()).toEqual(once);
  });

  it('with one bad row is refused whole, and the dry run names row, field, value and rule', async () => {
    const { siteId } = await world.site();
    const csv = `PN,Name,Cost,Bin,On hand\n${mint('C')},ok,1.50,,\n${mint('D')},bad,1.505,NO-BIN,1\n`;
    const file = { contentBase64: base64(csvBytes(csv)), siteId };
    const checked = await world.ask(checkPartsImport, file);
    expect(checked.findings).toMatchObject([
      { row: 3, field: 'costMinor', value: '1.505', rule: 'too-many-decimals' },
    ]);
    const before = await counts();
    await expect(world.run(importParts, file)).rejects.toMatchObject({
      code: 'inventory.import-has-errors',
    });
    expect(await counts()).toEqual(before);
  });

  it('names the unknown bin, the tracking that cannot change and the barcode of another', async () => {
    const { siteId } = await world.site();
    const [known, other] = [mint('K'), mint('O')];
    const first = `PN,Name,Barcode\n${known},k,${known}-1\n${other},o,\n`;
    await world.run(importParts, { contentBase64: base64(csvBytes(first)), siteId });
    const second = [
      'PN,Name,Tracking,Barcode,Bin,On hand',
      `${known},k,serial,,,`,
      `${other},o,none,${known}-1,,`,
      `${mint('N')},n,none,,NO-SUCH-BIN,4`,
    ].join('\n');
    const file = { contentBase64: base64(csvBytes(second)), siteId };
    const { findings } = await world.ask(checkPartsImport, file);
    expect(findings.map(({ row, rule }) => [row, rule])).toEqual(
      expect.arrayContaining([
        [2, 'tracking-is-fixed'],
        [3, 'barcode-of-another'],
        [4, 'unknown-bin'],
      ]),
    );
    expect(findings).toHaveLength(3);
  });

  it('under a key that was used for another file is refused, not answered with the old report', async () => {
    const { siteId } = await world.site();
    const call = { actor: systemActor, idempotencyKey: mint('KEY') };
    const fileOf = (number: string) => ({
      contentBase64: base64(csvBytes(`PN,Name\n${number},n\n`)),
      siteId,
    });
    const first = fileOf(mint('Q'));
    await world.executor.execute(importParts, first, call);
    expect(await world.executor.execute(importParts, first, call)).toMatchObject({
      replayed: true,
    });
    await expect(
      world.executor.execute(importParts, fileOf(mint('Q')), call),
    ).rejects.toMatchObject({ code: 'platform.key-reused' });
  });

  it('that is no list at all is refused with its reason', async () => {
    const { siteId } = await world.site();
    const file = { contentBase64: base64(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])), siteId };
    expect(await world.ask(checkPartsImport, file)).toMatchObject({ refused: 'spreadsheet-file' });
    await expect(world.run(importParts, file)).rejects.toMatchObject({
      code: 'inventory.import-unreadable',
      params: { reason: 'spreadsheet-file' },
    });
  });
});
