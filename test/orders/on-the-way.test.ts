/** What picking, shipping, arriving and coming in do to promises: called as other rooms call it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ourCompany, place, postEntry, reserve } from '../../src/inventory/index.ts';
import {
  allocationsArrived,
  allocationsPicked,
  allocationsShipped,
  allocationsUnpicked,
  cancelOrder,
  feedBackorders,
  lockAllocations,
} from '../../src/orders/index.ts';
import { defineCommand } from '../../src/platform/command.ts';
import type { Work } from '../../src/platform/work.ts';
import { openWorld, type World } from '../support/world.ts';
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
      ownerId: ourCompany,
    };
    const fed = await within((work) => feedBackorders(work, { pile, quantity: 3 }));
    expect(fed).toMatchObject([{ orderId: made.orderId, locationId: dock, quantity: 3 }]);
    expect((await look(world, made.orderId)).line).toMatchObject({ allocated: 3, waiting: 1 });
  });
});
