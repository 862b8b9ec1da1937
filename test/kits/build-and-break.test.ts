/** Building and breaking kits: stock and value are kept to the cent, races have one winner. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPartRelation, stockOnHand } from '../../src/inventory/index.ts';
import { defineKit, getKitOrder, kitBuildable, listKitOrders } from '../../src/kits/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type KitWorld, openKitWorld, refusalOf } from './kit-world.ts';

let kits: KitWorld;
beforeAll(async () => {
  kits = await openKitWorld({ max: 12 });
});
afterAll(async () => {
  await expectCleanLedger(kits.world.database.connection);
  await kits.world.close();
});

async function shelf() {
  const { siteId } = await kits.world.site();
  const [locationId, otherId] = [await kits.world.bin(siteId), await kits.world.bin(siteId)];
  return { siteId, locationId, otherId };
}

describe('a build and its break', () => {
  it('keep stock and value to the cent', async () => {
    const component = fc.record({
      quantity: fc.integer({ min: 1, max: 4 }),
      spare: fc.integer({ min: 0, max: 5 }),
      cost: fc.integer({ min: 0, max: 1_999 }),
    });
    const check = fc.asyncProperty(
      fc.array(component, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      async (made, count) => {
        const { locationId, otherId } = await shelf();
        const parts = await Promise.all(made.map(({ cost }) => kits.part(cost)));
        const wish = Object.fromEntries(parts.map((id, at) => [id, made[at]?.quantity ?? 1]));
        const kitId = await kits.kit(wish);
        const had = made.map(({ quantity, spare }) => quantity * count + spare);
        for (const [at, id] of parts.entries()) {
          // Over two bins and two receipts, so that averages do not divide evenly.
          const first = Math.floor((had[at] ?? 0) / 2);
          if (first > 0) await kits.stock(id, locationId, first);
          await kits.stock(id, otherId, (had[at] ?? 0) - first);
        }
        const worth = await kits.valueOf([...parts, kitId]);
        await kits.build({ partId: kitId, locationId, quantity: count });
        expect(await kits.onHand(kitId, locationId)).toBe(count);
        expect(await kits.valueOf([...parts, kitId])).toBe(worth);
        await kits.breakUp({ partId: kitId, locationId, quantity: count });
        expect(await kits.valueOf([kitId])).toBe(0);
        expect(await kits.valueOf(parts)).toBe(worth);
        for (const [at, id] of parts.entries()) {
          const back = await kits.onHand(id, locationId, 'good');
          expect(back).toBe((made[at]?.quantity ?? 0) * count);
          const left = (await kits.onHand(id, locationId)) + (await kits.onHand(id, otherId));
          expect(left + back).toBe(had[at]);
        }
      },
    );
    await fc.assert(check, { numRuns: 12 });
  });

  it('is refused naming every missing component and how many', async () => {
    const { locationId } = await shelf();
    const [a, b, c] = [await kits.part(), await kits.part(), await kits.part()];
    const kitId = await kits.kit({ [a]: 2, [b]: 1, [c]: 1 });
    await kits.stock(a, locationId, 5);
    await kits.stock(c, locationId, 9);
    const refusal = await refusalOf(kits.build({ partId: kitId, locationId, quantity: 4 }));
    expect(refusal.code).toBe('kits.missing-components');
    const missing = `${await kits.numberOf(a)} × 3, ${await kits.numberOf(b)} × 4`;
    expect(refusal.params).toEqual({ missing, buildable: 0 });
    expect(await kits.onHand(a, locationId)).toBe(5);
    expect((await kits.world.ask(listKitOrders, { partId: kitId })).total).toBe(0);
  });

  it('takes only from the chosen bins, and what expires first', async () => {
    const { locationId, otherId } = await shelf();
    const part = await kits.part(100, 'lot');
    const kitId = await kits.kit({ [part]: 2 });
    const at = { serialNumbers: [] };
    await kits.stock(part, otherId, 3, { ...at, lotNumber: 'LATE', expiresOn: '2099-01-01' });
    await kits.stock(part, otherId, 3, { ...at, lotNumber: 'SOON', expiresOn: '2098-01-01' });
    const from = { partId: kitId, locationId, quantity: 1 };
    const nowhere = await refusalOf(kits.build({ ...from, fromLocationIds: [locationId] }));
    expect(nowhere.code).toBe('kits.missing-components');
    const order = await kits.build({ ...from, quantity: 2, fromLocationIds: [otherId] });
    const { lines } = await kits.world.ask(getKitOrder, { orderId: order.orderId });
    const used = lines.map(({ lotNumber, quantity }) => [lotNumber, quantity]);
    expect(used).toEqual([
      ['SOON', 3],
      ['LATE', 1],
    ]);
    const unknown = await refusalOf(kits.build({ ...from, lots: ['NONE'] }));
    expect(unknown.code).toBe('kits.lot-not-here');
    const second = await kits.build({ ...from, fromLocationIds: [otherId], lots: ['LATE'] });
    const late = await kits.world.ask(getKitOrder, { orderId: second.orderId });
    expect(late.lines.map(({ lotNumber }) => lotNumber)).toEqual(['LATE']);
  });

  it('refuses locations of two sites', async () => {
    const [here, there] = [await shelf(), await shelf()];
    const part = await kits.part();
    const kitId = await kits.kit({ [part]: 1 });
    const wish = { partId: kitId, locationId: here.locationId, quantity: 1 };
    const from = { ...wish, fromLocationIds: [there.locationId] };
    expect((await refusalOf(kits.build(from))).code).toBe('kits.another-site');
    const to = { ...wish, toLocationId: there.locationId };
    expect((await refusalOf(kits.breakUp(to))).code).toBe('kits.another-site');
    const plain = { partId: part, locationId: here.locationId, quantity: 1 };
    expect((await refusalOf(kits.build(plain))).code).toBe('kits.unknown-kit');
  });
});

describe('serialised components and kits', () => {
  it('go in by their numbers and come out again', async () => {
    const { locationId } = await shelf();
    const [board, screw] = [await kits.part(5_000, 'serial'), await kits.part(3)];
    const kitId = await kits.kit({ [board]: 1, [screw]: 4 }, 'serial');
    await kits.stock(board, locationId, 3, { serialNumbers: ['B1', 'B2', 'B3'] });
    await kits.stock(screw, locationId, 20);
    const wish = { partId: kitId, locationId, quantity: 2, serialNumbers: ['K1', 'K2'] };
    const unnamed = await refusalOf(kits.build(wish));
    expect(unnamed.code).toBe('kits.pieces-required');
    expect(unnamed.params.pieces).toBe(`${await kits.numberOf(board)} × 2`);
    const many = await refusalOf(kits.build({ ...wish, pieces: ['B1', 'B2', 'B3'] }));
    expect(many.params.serialNumber).toBe('B3');
    const strange = await refusalOf(kits.build({ ...wish, pieces: ['B1', 'X9'] }));
    expect(strange.code).toBe('kits.piece-not-wanted');
    const { orderId } = await kits.build({ ...wish, pieces: ['B3', 'B1'] });
    const built = await kits.world.ask(getKitOrder, { orderId });
    expect(built.lines.flatMap(({ serialNumber }) => serialNumber ?? [])).toEqual(['B3', 'B1']);
    expect(built.valueMinor).toBe(10_024);
    const broken = { partId: kitId, locationId, quantity: 1, serialNumbers: ['K2'] };
    await kits.breakUp({
      ...broken,
      returned: [
        { partId: board, quantity: 1, serialNumbers: ['B1'] },
        { partId: screw, quantity: 4 },
      ],
    });
    const { rows } = await kits.world.ask(stockOnHand, { partId: board });
    const good = rows.find(({ condition }) => condition === 'good');
    expect(good?.serialNumbers).toEqual(['B1']);
    const left = await kits.world.ask(stockOnHand, { partId: kitId });
    expect(left.rows.flatMap(({ serialNumbers }) => serialNumbers)).toEqual(['K1']);
    // The same numbers can be built again: they come out from where they went in.
    await kits.build({ ...wish, quantity: 1, serialNumbers: ['K2'], pieces: ['B1'] });
  });
});

describe('a break with something missing', () => {
  it('writes the missing component off with its reason', async () => {
    const { locationId, otherId } = await shelf();
    const [a, b] = [await kits.part(1_000), await kits.part(250)];
    const kitId = await kits.kit({ [a]: 1, [b]: 2 });
    await kits.stock(a, locationId, 2);
    await kits.stock(b, locationId, 4);
    await kits.build({ partId: kitId, locationId, quantity: 2 });
    const wish = { partId: kitId, locationId, quantity: 1, toLocationId: otherId };
    const returned = [
      { partId: a, quantity: 1 },
      { partId: b, quantity: 1, condition: 'defective' as const },
    ];
    const short = await refusalOf(kits.breakUp({ ...wish, returned }));
    expect(short.code).toBe('kits.components-do-not-add-up');
    expect(short.params).toMatchObject({ expected: 2, given: 1 });
    const mute = { ...wish, returned, missing: [{ partId: b, quantity: 1 }] };
    expect((await refusalOf(kits.breakUp(mute))).code).toBe('kits.reason-required');
    const missing = [{ partId: b, quantity: 1, reason: 'Lost by the customer' }];
    const before = await kits.valueOf([a, b, kitId]);
    const { orderId } = await kits.breakUp({ ...wish, returned, missing });
    const order = await kits.world.ask(getKitOrder, { orderId });
    expect(order.hasMissing).toBe(true);
    expect(order.lines.find(({ kind }) => kind === 'missing')).toMatchObject({
      partId: b,
      quantity: 1,
      reason: 'Lost by the customer',
    });
    expect(order).toMatchObject({ valueMinor: 1_500, scrappedMinor: 250 });
    expect(await kits.valueOf([a, b, kitId])).toBe(before - 250);
    expect(await kits.onHand(a, otherId, 'good')).toBe(1);
    expect(await kits.onHand(b, otherId, 'good')).toBe(0);
    const strange = { ...wish, returned: [{ partId: kitId, quantity: 1 }] };
    expect((await refusalOf(kits.breakUp(strange))).code).toBe('kits.not-a-component');
  });
});

describe('optional components and substitutes', () => {
  it('may be left out, and may be taken instead', async () => {
    const { locationId } = await shelf();
    const [old, next, extra] = [await kits.part(), await kits.part(), await kits.part()];
    const kitId = await kits.part(0);
    const components = [
      { partId: old, quantity: 2, allowsSubstitutes: true },
      { partId: extra, quantity: 1, isOptional: true },
    ];
    await kits.world.run(defineKit, { partId: kitId, components });
    await kits.world.run(addPartRelation, {
      ...{ partId: old, toPartId: next, kind: 'supersedes', numerator: 1, denominator: 1 },
    });
    await kits.stock(old, locationId, 1);
    await kits.stock(next, locationId, 1);
    const { sites } = await kits.world.ask(kitBuildable, { partId: kitId });
    expect(sites.map(({ buildable }) => buildable)).toEqual([1]);
    const wish = { partId: kitId, locationId, quantity: 1 };
    expect((await refusalOf(kits.build(wish))).code).toBe('kits.missing-components');
    const wrong = { ...wish, without: [old] };
    expect((await refusalOf(kits.build(wrong))).code).toBe('kits.not-optional');
    const { orderId } = await kits.build({ ...wish, without: [extra] });
    const { lines } = await kits.world.ask(getKitOrder, { orderId });
    const instead = lines.find(({ partId }) => partId === next);
    expect(instead).toMatchObject({ quantity: 1, forPartNumber: await kits.numberOf(old) });
    const returned = [
      { partId: old, quantity: 1 },
      { partId: next, quantity: 1 },
    ];
    await kits.breakUp({ ...wish, returned });
    expect(await kits.onHand(next, locationId, 'good')).toBe(1);
    const only = await kits.part(0);
    const optional = [{ partId: extra, quantity: 1, isOptional: true }];
    await kits.world.run(defineKit, { partId: only, components: optional });
    const nothing = { partId: only, locationId, quantity: 1, without: [extra] };
    expect((await refusalOf(kits.build(nothing))).code).toBe('kits.nothing-left');
  });
});

describe('races', () => {
  it('give components for one kit to one of two builders', async () => {
    const { locationId, otherId } = await shelf();
    const [a, b] = [await kits.part(), await kits.part()];
    const kitId = await kits.kit({ [a]: 1, [b]: 2 });
    await kits.stock(a, locationId, 1);
    await kits.stock(b, otherId, 2);
    const tries = Array.from({ length: 8 }, (_, at) =>
      kits.build({ partId: kitId, locationId: at % 2 ? otherId : locationId, quantity: 1 }),
    );
    const ends = await Promise.allSettled(tries);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends) {
      if (end.status === 'rejected') {
        expect(end.reason).toMatchObject({ code: 'kits.missing-components' });
      }
    }
  });

  it('let builders and breakers of two kits that share components both end', async () => {
    const { locationId, otherId } = await shelf();
    const [a, b] = [await kits.part(), await kits.part()];
    const [first, second] = [
      await kits.kit({ [a]: 1, [b]: 1 }),
      await kits.kit({ [b]: 2, [a]: 1 }),
    ];
    await kits.stock(a, locationId, 50);
    await kits.stock(b, locationId, 80);
    const worth = await kits.valueOf([a, b, first, second]);
    await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const partId = at % 2 ? first : second;
        const wish = { partId, locationId: otherId, quantity: 1 + (at % 3) };
        await kits.build(wish);
        if (at % 3 === 0) await kits.breakUp({ ...wish, toLocationId: locationId });
      }),
    );
    expect(await kits.valueOf([a, b, first, second])).toBe(worth);
  });
});
