/** When something happened is a label: in an open period, never in the future, never closed again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustStock,
  closePeriod,
  listClosings,
  listCosts,
  listMovements,
  moveStock,
  receiveStock,
} from '../../../src/inventory/index.ts';
import { addDays, isoDay } from '../../../src/platform/clock.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';
import { tally } from './raw-commands.ts';

let world: World;
let stock: { partId: string; locationId: string; quantity: number };
let other: string;
beforeAll(async () => {
  world = await openWorld();
  const { siteId } = await world.site();
  other = await world.bin(siteId);
  stock = { partId: await world.part(), locationId: await world.bin(siteId), quantity: 1 };
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const ago = (days: number) => addDays(world.clock.now(), -days);

describe('a day that has passed', () => {
  it('is kept beside the moment of posting, by every verb that takes one', async () => {
    const effectiveAt = ago(3).toISOString();
    await world.run(receiveStock, { ...stock, effectiveAt });
    await world.run(moveStock, { ...stock, toLocationId: other, effectiveAt });
    const up = { ...stock, direction: 'up' as const, reason: 'found' };
    await world.run(adjustStock, { ...up, effectiveAt });
    const { rows } = await world.ask(listMovements, { partId: stock.partId });
    expect(rows.map((row) => [row.effectiveAt, row.postedAt])).toEqual(
      rows.map(() => [effectiveAt, world.clock.now().toISOString()]),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['adjustment', 'move', 'receipt']);
  });

  it('is refused when it lies ahead', async () => {
    const effectiveAt = ago(-1).toISOString();
    await expect(world.run(receiveStock, { ...stock, effectiveAt })).rejects.toMatchObject({
      code: 'inventory.effective-in-future',
      params: { at: effectiveAt },
    });
  });
});

describe('costs.close-period', () => {
  it('closes forward only, up to today, for those who may', async () => {
    const approver = actorWith(['costs.edit', 'costs.view']);
    const close = (closedBefore: string) => world.run(closePeriod, { closedBefore }, approver);
    await expect(close(isoDay(ago(-1)))).rejects.toMatchObject({
      code: 'inventory.closing-in-future',
    });
    await close(isoDay(ago(20)));
    await expect(close(isoDay(ago(20)))).rejects.toMatchObject({
      code: 'inventory.closing-not-forward',
      params: { closedBefore: isoDay(ago(20)) },
    });
    await expect(close(isoDay(ago(30)))).rejects.toMatchObject({
      code: 'inventory.closing-not-forward',
    });
    await expect(
      world.run(closePeriod, { closedBefore: isoDay(ago(1)) }, actorWith(['costs.view'])),
    ).rejects.toMatchObject({ code: 'platform.not-permitted' });
    const { closings } = await world.ask(listClosings, {}, approver);
    expect(closings.map((one) => [one.closedBefore, one.closedByName])).toEqual([
      [isoDay(ago(20)), approver.name],
    ]);
    expect((await world.ask(listCosts, {}, approver)).closedBefore).toBe(isoDay(ago(20)));
  });

  it('shuts the day before it and leaves its own open', async () => {
    const closedBefore = isoDay(ago(10));
    await world.run(closePeriod, { closedBefore });
    await expect(
      world.run(receiveStock, { ...stock, effectiveAt: `${isoDay(ago(11))}T23:59:59Z` }),
    ).rejects.toMatchObject({ code: 'inventory.period-closed', params: { closedBefore } });
    await world.run(receiveStock, { ...stock, effectiveAt: `${closedBefore}T00:00:00Z` });
    await expect(
      world.run(receiveStock, { ...stock, effectiveAt: `${closedBefore}T00:30:00+08:00` }),
    ).rejects.toMatchObject({ code: 'inventory.period-closed' });
  });

  it('meets backdated postings under way without letting one in behind it', async () => {
    const day = isoDay(ago(5));
    const back = { ...stock, effectiveAt: `${isoDay(ago(6))}T12:00:00Z` };
    const calls = Array.from({ length: 6 }, () => world.run(receiveStock, back));
    const closing = world.run(closePeriod, { closedBefore: day });
    const told = await tally([...calls, closing]);
    const { done = 0, 'inventory.period-closed': late = 0 } = told;
    expect(done + late).toBe(7);
    await expect(world.run(receiveStock, back)).rejects.toMatchObject({
      code: 'inventory.period-closed',
    });
  });
});
