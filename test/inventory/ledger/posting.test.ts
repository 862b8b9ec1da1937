/** What a posting does to piles, serials and holds, and what it refuses. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustStock,
  moveStock,
  receiveStock,
  reverseStockEntry,
} from '../../../src/inventory/index.ts';
import { listMovements } from '../../../src/inventory/ledger/queries/list-movements.ts';
import { stockOnHand } from '../../../src/inventory/ledger/queries/stock-on-hand.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

async function onHand(partId: string, locationId: string): Promise<number> {
  const { rows } = await world.ask(stockOnHand, { partId, locationId });
  return rows.reduce((sum, row) => sum + row.onHand, 0);
}

describe('posting', () => {
  it('moves stock between two piles and says before and after', async () => {
    const { siteId } = await world.site();
    const [a, b] = [await world.bin(siteId), await world.bin(siteId)];
    const partId = await world.part();
    await world.stocked(partId, a, 7);
    await world.run(moveStock, { partId, locationId: a, toLocationId: b, quantity: 3 });
    expect([await onHand(partId, a), await onHand(partId, b)]).toEqual([4, 3]);
    const { rows } = await world.ask(listMovements, { partId });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ fromBefore: 7, fromAfter: 4, toBefore: 0, toAfter: 3 });
  });

  it('refuses more than there is and says what is free', async () => {
    const { siteId } = await world.site();
    const [a, b] = [await world.bin(siteId), await world.bin(siteId)];
    const partId = await world.part();
    await world.stocked(partId, a, 2);
    const attempt = world.run(moveStock, { partId, locationId: a, toLocationId: b, quantity: 3 });
    await expect(attempt).rejects.toMatchObject({
      code: 'inventory.insufficient-stock',
      params: { requested: 3, available: 2, reserved: 0 },
    });
    expect([await onHand(partId, a), await onHand(partId, b)]).toEqual([2, 0]);
  });

  it('refuses to take from a pile that never was', async () => {
    const { siteId } = await world.site();
    const [a, b] = [await world.bin(siteId), await world.bin(siteId)];
    const partId = await world.part();
    const attempt = world.run(moveStock, { partId, locationId: a, toLocationId: b, quantity: 1 });
    await expect(attempt).rejects.toMatchObject({ code: 'inventory.insufficient-stock' });
  });

  it('keeps one place per serial and names each piece', async () => {
    const { siteId } = await world.site();
    const [a, b] = [await world.bin(siteId), await world.bin(siteId)];
    const partId = await world.part('serial');
    const serialNumbers = ['SN-1', 'SN-2'];
    await world.run(receiveStock, { partId, locationId: a, quantity: 2, serialNumbers });
    const move = { partId, locationId: a, toLocationId: b, quantity: 1, serialNumbers: ['SN-1'] };
    await world.run(moveStock, move);
    await expect(world.run(moveStock, move)).rejects.toMatchObject({
      code: 'inventory.serial-not-here',
      params: { serialNumber: 'SN-1' },
    });
    await expect(world.run(moveStock, { ...move, serialNumbers: [] })).rejects.toMatchObject({
      code: 'inventory.serial-required',
    });
    await expect(
      world.run(receiveStock, { partId, locationId: a, quantity: 1, serialNumbers: ['SN-2'] }),
    ).rejects.toMatchObject({ code: 'inventory.serial-not-here' });
  });

  it('asks a lot-tracked part for its lot', async () => {
    const { siteId } = await world.site();
    const a = await world.bin(siteId);
    const partId = await world.part('lot');
    await expect(
      world.run(receiveStock, { partId, locationId: a, quantity: 1 }),
    ).rejects.toMatchObject({ code: 'inventory.lot-required' });
    await world.run(receiveStock, { partId, locationId: a, quantity: 1, lotNumber: 'L1' });
    expect(await onHand(partId, a)).toBe(1);
  });

  it('reverses an entry once', async () => {
    const { siteId } = await world.site();
    const a = await world.bin(siteId);
    const partId = await world.part();
    const taken = { partId, locationId: a, quantity: 5 };
    const { entryId } = await world.run(receiveStock, taken);
    await world.run(reverseStockEntry, { entryId, reason: 'typed twice' });
    expect(await onHand(partId, a)).toBe(0);
    await expect(world.run(reverseStockEntry, { entryId, reason: 'again' })).rejects.toMatchObject({
      code: 'inventory.already-reversed',
    });
    await world.stocked(partId, a, 5);
    await expect(world.run(reverseStockEntry, { entryId, reason: 'again' })).rejects.toMatchObject({
      code: 'inventory.already-reversed',
    });
  });

  it('does not know the place of another site', async () => {
    const [mine, other] = [await world.site(), await world.site()];
    const [a, b] = [await world.bin(mine.siteId), await world.bin(other.siteId)];
    const partId = await world.part();
    await world.stocked(partId, b, 1);
    const clerk = actorWith(['stock.move', 'stock.view', 'stock.adjust'], [mine.siteId]);
    const move = { partId, locationId: b, toLocationId: a, quantity: 1 };
    await expect(world.run(moveStock, move, clerk)).rejects.toMatchObject({
      code: 'inventory.unknown-location',
    });
    const { rows } = await world.ask(stockOnHand, { partId }, clerk);
    expect(rows).toEqual([]);
  });

  it.each([0, -1, 0.5, 2 ** 53 + 2, Number.NaN, '1', null])(
    'refuses the quantity %s',
    async (quantity) => {
      const { siteId } = await world.site();
      const a = await world.bin(siteId);
      const partId = await world.part();
      const input = { partId, locationId: a, quantity: quantity as number };
      await expect(world.run(receiveStock, input)).rejects.toMatchObject({
        code: 'platform.invalid-input',
      });
    },
  );

  it('adjusts up and down with a reason', async () => {
    const { siteId } = await world.site();
    const a = await world.bin(siteId);
    const partId = await world.part();
    const line = { partId, locationId: a, quantity: 4, reason: 'found' };
    await world.run(adjustStock, { ...line, direction: 'up' });
    await world.run(adjustStock, { ...line, quantity: 1, direction: 'down' });
    expect(await onHand(partId, a)).toBe(3);
    const attempt = world.executor.execute(
      adjustStock,
      { ...line, direction: 'down' },
      { actor: systemActor },
    );
    await expect(attempt).rejects.toMatchObject({ code: 'inventory.insufficient-stock' });
  });
});
