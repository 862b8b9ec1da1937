/** Value moves only at the border of what we own, under races too; consignment is owed when used. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOwner,
  createParty,
  getPartCost,
  listCosts,
  listPayables,
  ourCompany,
  receiveStock,
  reverseStockEntry,
  setCostMethod,
  setSupplierPart,
  stockOnHand,
} from '../../../src/inventory/index.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, mint, openWorld, type World } from '../../support/world.ts';
import { line, moving, pileOf, place, post, tally } from '../ledger/raw-commands.ts';
import { undo } from './raw-undo.ts';

let world: World;
let siteId: string;
beforeAll(async () => {
  world = await openWorld({ max: 12 });
  ({ siteId } = await world.site());
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const costOf = async (partId: string) => (await world.ask(getPartCost, { partId })).cost;

async function stocked(receipts: readonly (readonly [quantity: number, valueMinor: number])[]) {
  const [partId, binId] = [await world.part(), await world.bin(siteId)];
  const places = { from: place.supplier, to: binId };
  for (const [quantity, valueMinor] of receipts) {
    const { draft } = moving(line(partId, places, { quantity, valueMinor }));
    await world.run(post, { draft: { ...draft, kind: 'receipt' } });
  }
  return { partId, binId };
}

async function vendor() {
  const code = mint('V');
  return (await world.run(createParty, { code, kind: 'supplier', nameEn: code })).partyId;
}

describe('the moving average', () => {
  it('keeps its rounding until the last piece takes the rest', async () => {
    const { partId, binId } = await stocked([[3, 1_000]]);
    const taken: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await world.run(post, moving(line(partId, { from: binId, to: place.conversion })));
      taken.push((await costOf(partId)).valueMinor);
    }
    expect(taken).toEqual([667, 333, 0]);
  });

  it('prices what comes in without a price by itself, then by the cost of the part', async () => {
    const [partId, locationId] = [await world.part(), await world.bin(siteId)];
    await world.database.owner`update part set cost_minor = 250 where id = ${partId}`;
    await world.run(receiveStock, { partId, locationId, quantity: 2 });
    expect(await costOf(partId)).toMatchObject({ valueMinor: 500, unitMinor: 250 });
    await world.database.owner`update part set cost_minor = 900 where id = ${partId}`;
    await world.run(receiveStock, { partId, locationId, quantity: 2 });
    expect(await costOf(partId)).toMatchObject({ quantity: 4, valueMinor: 1_000 });
  });

  it('gives a receipt back at the price it came for, and tells the rest as a variance', async () => {
    const { partId, binId } = await stocked([[10, 1_000]]);
    const { draft } = moving(
      line(partId, { from: place.supplier, to: binId }, { quantity: 10, valueMinor: 3_000 }),
    );
    const { entryId } = await world.run(post, { draft: { ...draft, kind: 'receipt' } });
    const out = { quantity: 10 };
    await world.run(post, moving(line(partId, { from: binId, to: place.conversion }, out)));
    await world.run(reverseStockEntry, { entryId, reason: 'wrong delivery' });
    const { cost, changes } = await world.ask(getPartCost, { partId });
    expect([cost.quantity, cost.valueMinor]).toEqual([0, 0]);
    expect(changes[0]).toMatchObject({ quantity: -10, valueMinor: -2_000, varianceMinor: -1_000 });
  });

  it('lets what 40 people take at once add up to what was there', async () => {
    const { partId, binId } = await stocked([[25, 9_999]]);
    const take = () => world.run(post, moving(line(partId, { from: binId, to: place.scrap })));
    expect(await tally(Array.from({ length: 40 }, take))).toEqual({
      done: 25,
      'inventory.insufficient-stock': 15,
    });
    const { cost, changes } = await world.ask(getPartCost, { partId, limit: 100 });
    expect([cost.quantity, cost.valueMinor, changes.length]).toEqual([0, 0, 26]);
    expect(changes.slice(0, 25).every(({ valueMinor }) => [-400, -399].includes(valueMinor))).toBe(
      true,
    );
  });

  it('is begun once by many first receipts of one part', async () => {
    const [partId, bins] = [await world.part(), [await world.bin(siteId), await world.bin(siteId)]];
    const come = (n: number) => {
      const places = { from: place.supplier, to: bins[n % 2] ?? '' };
      return world.run(post, moving(line(partId, places, { quantity: 1, valueMinor: 100 + n })));
    };
    expect(await tally(Array.from({ length: 12 }, (_, n) => come(n)))).toEqual({ done: 12 });
    expect(await costOf(partId)).toMatchObject({ quantity: 12, valueMinor: 1_266 });
  });
});

describe('a conversion', () => {
  it('taken apart shares its value by what the pieces are worth', async () => {
    const whole = await stocked([[1, 1_001]]);
    const [a, b] = [await stocked([[1, 300]]), await stocked([[2, 200]])];
    const { draft } = moving(
      line(whole.partId, { from: whole.binId, to: place.conversion }),
      line(a.partId, { from: place.conversion, to: a.binId }, { quantity: 1 }),
      line(b.partId, { from: place.conversion, to: b.binId }, { quantity: 2 }),
    );
    const { entryId } = await world.run(post, { draft: { ...draft, kind: 'kit' } });
    const values = async () =>
      Promise.all([whole, a, b].map(async ({ partId }) => (await costOf(partId)).valueMinor));
    expect(await values()).toEqual([0, 300 + 601, 200 + 400]);
    await world.run(undo, { entryId });
    expect(await values()).toEqual([1_001, 300, 200]);
  });

  it('of what is worth nothing makes nothing worth something', async () => {
    const [whole, piece] = [await stocked([[1, 0]]), await stocked([[1, 700]])];
    const { draft } = moving(
      line(whole.partId, { from: whole.binId, to: place.conversion }),
      line(piece.partId, { from: place.conversion, to: piece.binId }, { quantity: 2 }),
    );
    await world.run(post, { draft: { ...draft, isConversion: true } });
    expect(await costOf(piece.partId)).toMatchObject({ quantity: 3, valueMinor: 700 });
  });
});

describe('costs.set-method', () => {
  it('revalues the stock, says why, and books what differs as a variance', async () => {
    const { partId, binId } = await stocked([[4, 1_000]]);
    const reason = 'yearly standard';
    const set = { partId, method: 'standard' as const, unitMinor: 300, reason };
    expect(await world.run(setCostMethod, set)).toEqual({ valueMinor: 1_200, deltaMinor: 200 });
    const { draft } = moving(
      line(partId, { from: place.supplier, to: binId }, { quantity: 2, valueMinor: 590 }),
    );
    await world.run(post, { draft: { ...draft, kind: 'receipt' } });
    const { cost, changes } = await world.ask(getPartCost, { partId });
    expect(cost).toMatchObject({ method: 'standard', valueMinor: 1_800, unitMinor: 300 });
    expect(changes[0]).toMatchObject({ kind: 'posting', valueMinor: 600, varianceMinor: -10 });
    expect(changes[1]).toMatchObject({
      kind: 'revaluation',
      valueMinor: 200,
      reason,
      standardMinor: 300,
    });
    const listed = await world.ask(listCosts, { search: cost.partNumber });
    expect(listed.parts).toEqual([cost]);
  });

  it('needs a cost for a standard, and stock for a new average', async () => {
    const partId = await world.part();
    const wish = (method: 'average' | 'standard', unitMinor: number | null) =>
      world.run(setCostMethod, { partId, method, unitMinor, reason: 'try' });
    await expect(wish('standard', null)).rejects.toMatchObject({
      code: 'inventory.standard-needs-cost',
    });
    await expect(wish('average', 5)).rejects.toMatchObject({
      code: 'inventory.nothing-to-revalue',
    });
    const { partId: stockedId } = await stocked([[1_000_000_000, 1]]);
    const large = {
      partId: stockedId,
      method: 'standard' as const,
      unitMinor: 100_000_000_000_000,
    };
    await expect(world.run(setCostMethod, { ...large, reason: 'try' })).rejects.toMatchObject({
      code: 'inventory.value-too-large',
    });
  });

  it('waits for postings that are under way, and they for it', async () => {
    const { partId, binId } = await stocked([[20, 2_000]]);
    const calls = Array.from({ length: 10 }, (_, n) => [
      world.run(post, moving(line(partId, { from: binId, to: place.conversion }))),
      world.run(setCostMethod, {
        partId,
        method: n % 2 === 0 ? 'standard' : 'average',
        unitMinor: n % 2 === 0 ? 100 + n : null,
        reason: 'race',
      }),
    ]);
    expect(await tally(calls.flat())).toEqual({ done: 20 });
    expect((await costOf(partId)).quantity).toBe(10);
  });

  it('is for those who may', async () => {
    const partId = await world.part();
    const wish = { partId, method: 'average' as const, reason: 'try' };
    await expect(world.run(setCostMethod, wish, actorWith(['costs.view']))).rejects.toMatchObject({
      code: 'platform.not-permitted',
    });
  });
});

describe('consignment', () => {
  async function consigned(quantity: number) {
    const [partId, binId, supplierId] = [
      await world.part(),
      await world.bin(siteId),
      await vendor(),
    ];
    const at = (locationId: string) => pileOf(partId, locationId, { ownerId: supplierId });
    const blank = { from: '', to: '' };
    const carry = (from: string, to: string, count: number) =>
      world.run(post, moving(line(partId, blank, { from: at(from), to: at(to), quantity: count })));
    await carry(place.supplier, binId, quantity);
    return { partId, binId, supplierId, carry };
  }
  const owed = async (supplierId: string) =>
    (await world.ask(listPayables, { supplierId })).rows.map(({ quantity, amountMinor }) => [
      quantity,
      amountMinor,
    ]);

  it('is worth nothing to us and owed when it is used, never when it moves or goes back', async () => {
    const { partId, binId, supplierId, carry } = await consigned(9);
    await carry(binId, await world.bin(siteId), 2);
    await carry(binId, place.supplier, 1);
    expect(await owed(supplierId)).toEqual([]);
    const { entryId } = await carry(binId, place.conversion, 3);
    expect(await owed(supplierId)).toEqual([[3, null]]);
    await world.run(undo, { entryId });
    expect(await owed(supplierId)).toEqual([
      [-3, null],
      [3, null],
    ]);
    expect(await costOf(partId)).toMatchObject({ quantity: 0, valueMinor: 0 });
  });

  it('becomes ours at the price of the supplier, and goes back at it', async () => {
    const { partId, supplierId, binId } = await consigned(5);
    await world.run(setSupplierPart, {
      partId,
      supplierId,
      currency: 'CNY',
      priceBreaks: [
        { fromQuantity: 1, priceMinor: 900 },
        { fromQuantity: 4, priceMinor: 800 },
      ],
    });
    const { rows } = await world.ask(stockOnHand, { locationId: binId });
    const bucketId = rows[0]?.bucketId ?? '';
    expect(rows[0]).toMatchObject({ isOurs: false, ownerId: supplierId, onHand: 5 });
    const buy = { bucketId, ownerId: ourCompany, quantity: 4, reason: 'bought' };
    const { entryId } = await world.run(changeOwner, buy);
    expect(await owed(supplierId)).toEqual([[4, 3_200]]);
    expect(await costOf(partId)).toMatchObject({ quantity: 4, valueMinor: 3_200 });
    await world.run(reverseStockEntry, { entryId, reason: 'not bought' });
    expect(await owed(supplierId)).toEqual([
      [-4, -3_200],
      [4, 3_200],
    ]);
    expect(await costOf(partId)).toMatchObject({ quantity: 0, valueMinor: 0 });
    await expect(
      world.run(changeOwner, { ...buy, ownerId: supplierId, reason: 'again' }),
    ).rejects.toMatchObject({ code: 'inventory.same-owner' });
  });
});
