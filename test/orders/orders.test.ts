/** Orders from the first promise to the last piece: by rule, by hand, taken over, released, cancelled. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { place, postEntry, reserve } from '../../src/inventory/index.ts';
import {
  allocateByHand,
  allocateOrder,
  allocateWaiting,
  allocationsArrived,
  allocationsPicked,
  allocationsShipped,
  allocationsUnpicked,
  cancelOrder,
  changePriority,
  createOrder,
  feedBackorders,
  feedWaiting,
  getOrder,
  listOrders,
  listWaiting,
  lockAllocations,
  releaseAllocation,
  sourceLine,
  takeOverAllocation,
  whyNot,
} from '../../src/orders/index.ts';
import { defineCommand } from '../../src/platform/command.ts';
import type { Work } from '../../src/platform/work.ts';
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

/** Runs what another room would do inside its own command. */
function within<T>(story: (work: Work) => Promise<T>): Promise<T> {
  const command = defineCommand({
    name: 'test.within',
    permission: 'test.within',
    summary: 'Runs a story of another room.',
    input: z.strictObject({}),
    output: z.any(),
    errors: ['orders.stage-differs', 'orders.quantity-is-there', 'orders.unknown-allocation'],
    run: story,
  });
  return world.run(command, {}) as Promise<T>;
}

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

describe('on the way', () => {
  async function picked(partId: string, allocationId: string, quantity: number) {
    const packing = await world.bin(here.siteId, 'storage');
    return within(async (work) => {
      const [row] = await lockAllocations(work, [allocationId]);
      if (row === undefined || row.pile === null) throw new Error('held');
      const from = row.pile;
      const to = { ...from, locationId: packing };
      const holdId = row.reservationId;
      const line = { from, to, quantity, serialId: row.serialId, holdId };
      const document = `allocation:${allocationId}`;
      if (quantity > 0) {
        await postEntry(work, { kind: 'pick', document, reason: null, lines: [line] });
      }
      const [reservationId = null] =
        quantity === 0
          ? []
          : await reserve(work, [
              { pile: to, quantity, serialId: row.serialId, document, expiresAt: null },
            ]);
      const pick = { allocationId, quantity, reservationId, reason: 'bin was short' };
      return { partId, to, result: await allocationsPicked(work, [pick]) };
    });
  }

  it('follows pieces to their end, and what got lost waits again', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 5);
    const made = await order(world, here.destination, [{ partId, quantity: 5 }]);
    const [held] = (await look(world, made.orderId)).line.allocations;
    const allocationId = held?.allocationId ?? '';
    const { to } = await picked(partId, allocationId, 5);
    expect((await look(world, made.orderId)).line).toMatchObject({ picked: 5, allocated: 0 });
    await within(async (work) => {
      const [row] = await lockAllocations(work, [allocationId]);
      const lost = { ...to, locationId: place.inTransit };
      const line = {
        from: to,
        to: lost,
        quantity: 5,
        serialId: null,
        holdId: row?.reservationId ?? null,
      };
      await postEntry(work, { kind: 'shipment', document: null, reason: null, lines: [line] });
      await allocationsShipped(work, [allocationId]);
    });
    await within((work) => allocationsArrived(work, [{ allocationId, received: 2, lost: 0 }]));
    expect((await look(world, made.orderId)).view).toMatchObject({ state: 'partly-fulfilled' });
    await within((work) => allocationsArrived(work, [{ allocationId, received: 2, lost: 1 }]));
    const { view, line } = await look(world, made.orderId);
    expect(line).toMatchObject({ received: 4, lost: 1, waiting: 1, inTransit: 0 });
    expect(view.state).toBe('partly-fulfilled');
    await expect(
      within((work) => allocationsArrived(work, [{ allocationId, received: 1, lost: 0 }])),
    ).rejects.toMatchObject({ code: 'orders.stage-differs' });
    const end = await world.run(cancelOrder, { orderId: made.orderId, reason: 'enough' });
    expect(end.state).toBe('closed');
  });

  it('looks elsewhere for what a picker did not find, and puts back what is not to go', async () => {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 5);
    const made = await order(world, here.destination, [{ partId, quantity: 5 }]);
    await world.stocked(partId, here.otherBin, 1);
    const [held] = (await look(world, made.orderId)).line.allocations;
    const allocationId = held?.allocationId ?? '';
    const { result, to } = await picked(partId, allocationId, 2);
    expect(result).toMatchObject([
      { missing: 3, elsewhere: [{ quantity: 1, locationId: here.otherBin }] },
    ]);
    expect((await look(world, made.orderId)).line).toMatchObject({
      picked: 2,
      allocated: 1,
      waiting: 2,
    });
    await within(async (work) => {
      const [row] = await lockAllocations(work, [allocationId]);
      const back = { ...to, locationId: here.otherBin };
      const holdId = row?.reservationId ?? null;
      const line = { from: to, to: back, quantity: 2, serialId: null, holdId };
      await postEntry(work, { kind: 'put-away', document: null, reason: null, lines: [line] });
      const where = { siteId: here.siteId, locationId: here.otherBin };
      await allocationsUnpicked(work, [{ allocationId, reservationId: null, ...where }]);
    });
    expect((await look(world, made.orderId)).line).toMatchObject({
      picked: 0,
      allocated: 1,
      waiting: 4,
    });
  });

  it('gives stock that came in at the dock to whoever waits, and holds it there', async () => {
    const partId = await world.part();
    const dock = await world.bin(here.siteId, 'dock');
    const made = await order(world, here.destination, [{ partId, quantity: 4 }]);
    await world.stocked(partId, dock, 6);
    const pile = {
      ...{ partId, locationId: dock, condition: 'new' as const, lotId: null, handlingUnitId: null },
      ownerId: (await import('../../src/inventory/index.ts')).ourCompany,
    };
    const fed = await within((work) => feedBackorders(work, { pile, quantity: 3 }));
    expect(fed).toMatchObject([{ orderId: made.orderId, locationId: dock, quantity: 3 }]);
    expect((await look(world, made.orderId)).line).toMatchObject({ allocated: 3, waiting: 1 });
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
