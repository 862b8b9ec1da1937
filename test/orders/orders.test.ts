/** Orders from the first promise to the last piece: by rule, by hand, taken over, released, cancelled. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  allocateByHand,
  allocateOrder,
  allocateWaiting,
  cancelOrder,
  changePriority,
  createOrder,
  feedWaiting,
  getOrder,
  listOrders,
  listWaiting,
  releaseAllocation,
  sourceLine,
  takeOverAllocation,
  whyNot,
} from '../../src/orders/index.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';
import { expectSound, type Ground, ground, look, order } from './order-world.ts';

let world: World;
let here: Ground;
beforeAll(async () => {
  world = await openWorld();
  here = await ground(world);
});
afterEach(() => expectSound(world));
afterAll(() => world.close());

describe('promising', () => {
  it('holds what is free and lets the rest wait', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 3);
    const made = await order(world, here.destination, [{ partId, quantity: 5 }]);
    expect(made).toMatchObject({ state: 'open', waiting: 2 });
    const { line } = await look(world, made.orderId);
    expect(line).toMatchObject({ quantity: 5, allocated: 3, waiting: 2 });
    expect(line.allocations).toMatchObject([
      { state: 'held', policy: 'automatic', quantity: 3, locationId: here.bin },
    ]);
    await world.stocked(partId, here.otherBin, 9);
    const more = await world.run(allocateOrder, { orderId: made.orderId });
    expect(more).toMatchObject({ waiting: 0, allocated: [{ quantity: 2 }] });
    await expect(world.run(allocateOrder, { orderId: made.orderId })).rejects.toMatchObject({
      code: 'orders.something-waits',
    });
  });

  it('names pieces of a serialised part, one promise each', async () => {
    const partId = await world.part('serial');
    const { receiveStock } = await import('../../src/inventory/index.ts');
    const serialNumbers = ['S1', 'S2', 'S3'];
    await world.run(receiveStock, { partId, locationId: here.bin, quantity: 3, serialNumbers });
    const made = await order(world, here.destination, [{ partId, quantity: 2 }]);
    const { line } = await look(world, made.orderId);
    expect(line.allocations.map(({ serialNumber }) => serialNumber).sort()).toEqual(['S1', 'S2']);
  });

  it('takes no stock from the destination itself', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.destination, 5);
    const made = await order(world, here.destination, [{ partId, quantity: 1 }]);
    expect(made.waiting).toBe(1);
    const { line } = await look(world, made.orderId);
    const { sources } = await world.ask(sourceLine, { lineId: line.lineId });
    expect(sources).toMatchObject([{ nearness: 'there-already', isPromisable: false, take: 0 }]);
  });

  it('refuses a destination that is no place for parts, and unknown things', async () => {
    const dock = await world.bin(here.siteId, 'dock');
    const partId = await world.part();
    await expect(order(world, dock, [{ partId, quantity: 1 }])).rejects.toMatchObject({
      code: 'orders.destination-cannot-hold-stock',
    });
    await expect(
      order(world, here.destination, [{ partId: here.siteId, quantity: 1 }]),
    ).rejects.toMatchObject({ code: 'inventory.unknown-part' });
    await expect(world.ask(getOrder, { orderId: here.siteId })).rejects.toMatchObject({
      code: 'orders.unknown-order',
    });
  });

  it('is not seen from another site', async () => {
    const partId = await world.part();
    const made = await order(world, here.destination, [{ partId, quantity: 1 }]);
    const { siteId: elsewhere } = await world.site();
    const stranger = actorWith(['orders.view', 'orders.manage'], [elsewhere]);
    await expect(world.ask(getOrder, { orderId: made.orderId }, stranger)).rejects.toMatchObject({
      code: 'orders.unknown-order',
    });
    expect((await world.ask(listOrders, { partId }, stranger)).total).toBe(0);
    expect((await world.ask(listOrders, { partId })).total).toBe(1);
    expect((await world.ask(listWaiting, { partId }, stranger)).total).toBe(0);
  });
});

describe('by hand', () => {
  it('takes what the clerk chose, or says who has it and where the next is', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 2);
    await world.stocked(partId, here.otherBin, 2);
    const first = await order(world, here.destination, [{ partId, quantity: 3 }]);
    const one = await look(world, first.orderId);
    for (const { allocationId } of one.line.allocations) {
      await world.run(releaseAllocation, { allocationId });
    }
    const { lineId } = one.line;
    const choice = { orderId: first.orderId, lineId, locationId: here.otherBin };
    await world.run(allocateByHand, { ...choice, quantity: 2, note: 'nearer' });
    const { line } = await look(world, first.orderId);
    expect(line).toMatchObject({ allocated: 2, waiting: 1 });
    const second = await order(world, here.destination, [{ partId, quantity: 9 }]);
    const other = await look(world, second.orderId);
    const refused = world.run(allocateByHand, {
      ...{ orderId: second.orderId, lineId: other.line.lineId },
      ...{ locationId: here.otherBin, quantity: 1 },
    });
    await expect(refused).rejects.toMatchObject({
      code: 'orders.nothing-free',
      params: { onHand: 2, free: 0, held: 2, holder: one.view.number },
    });
    await expect(world.run(allocateByHand, { ...choice, quantity: 2 })).rejects.toMatchObject({
      code: 'orders.over-quantity',
      params: { waiting: 1 },
    });
    const why = await world.ask(whyNot, { partId, locationId: here.otherBin });
    expect(why).toMatchObject({
      onHand: 2,
      free: 0,
      holders: [{ documentNumber: one.view.number }],
    });
  });

  it('takes over from a less urgent order once it is confirmed', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 5);
    const low = await order(world, here.destination, [{ partId, quantity: 5 }], { priority: 4 });
    const high = await order(world, here.destination, [{ partId, quantity: 2 }], { priority: 1 });
    const [lowNow, highNow] = [await look(world, low.orderId), await look(world, high.orderId)];
    const [held] = lowNow.line.allocations;
    const wish = {
      ...{ lineId: highNow.line.lineId, allocationId: held?.allocationId ?? '' },
      reason: 'machine is down',
    };
    await expect(world.run(takeOverAllocation, wish)).rejects.toMatchObject({
      code: 'orders.take-from-other',
      params: { quantity: 2 },
    });
    const { actor } = { actor: actorWith(['*']) };
    await world.executor.execute(takeOverAllocation, wish, {
      actor: { ...actor, grants: new Map([['*', 'all' as const]]) },
      acknowledge: ['orders.take-from-other'],
    });
    expect((await look(world, high.orderId)).line).toMatchObject({ allocated: 2, waiting: 0 });
    expect((await look(world, low.orderId)).line).toMatchObject({ allocated: 3, waiting: 2 });
    const back = (await look(world, high.orderId)).line.allocations[0]?.allocationId ?? '';
    await expect(
      world.run(takeOverAllocation, { ...wish, lineId: lowNow.line.lineId, allocationId: back }),
    ).rejects.toMatchObject({ code: 'orders.not-lower-priority' });
  });
});

describe('giving back', () => {
  it('cancels the rest, frees what was held, and feeds who waits', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 5);
    const first = await order(world, here.destination, [{ partId, quantity: 7 }]);
    const second = await order(world, here.destination, [{ partId, quantity: 3 }]);
    await world.run(cancelOrder, { orderId: first.orderId, quantity: 3, reason: 'fewer needed' });
    expect((await look(world, first.orderId)).line).toMatchObject({ cancelled: 3, allocated: 4 });
    const gone = await world.run(cancelOrder, { orderId: first.orderId, reason: 'not needed' });
    expect(gone.state).toBe('cancelled');
    const fed = await world.run(feedWaiting, { partIds: [partId] });
    expect(fed).toEqual({ orders: 1, allocations: 1 });
    expect((await look(world, second.orderId)).line).toMatchObject({ allocated: 3 });
    await expect(
      world.run(cancelOrder, { orderId: first.orderId, reason: 'again' }),
    ).rejects.toMatchObject({ code: 'orders.something-is-unpicked' });
  });

  it('serves the urgent first when something has become free', async () => {
    const partId = await world.part();
    const late = await order(world, here.destination, [{ partId, quantity: 5 }], { priority: 3 });
    const soon = await order(world, here.destination, [{ partId, quantity: 5 }], { priority: 3 });
    await world.run(changePriority, { orderId: soon.orderId, priority: 1 });
    await world.stocked(partId, here.bin, 5);
    await world.run(allocateWaiting, { partId });
    expect((await look(world, soon.orderId)).line.allocated).toBe(5);
    expect((await look(world, late.orderId)).line.allocated).toBe(0);
  });
});

it('keeps a refused version', async () => {
  const partId = await world.part();
  const made = await order(world, here.destination, [{ partId, quantity: 1 }]);
  await world.run(changePriority, { orderId: made.orderId, priority: 2 });
  await expect(
    world.run(allocateOrder, { orderId: made.orderId, version: made.version }),
  ).rejects.toMatchObject({ code: 'orders.version-changed' });
  expect(createOrder.name).toBe('orders.create');
});
