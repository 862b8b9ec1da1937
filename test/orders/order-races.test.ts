/** Two programs at one stock: what is there is promised once, nobody is refused, the books agree. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  allocateByHand,
  allocateOrder,
  allocateWaiting,
  cancelOrder,
  feedWaiting,
  releaseAllocation,
  takeOverAllocation,
} from '../../src/orders/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { appRole, type Connection, connect } from '../../src/platform/db/connect.ts';
import { type Executor, makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { openWorld, type World } from '../support/world.ts';
import { expectSound, type Ground, ground, look, order } from './order-world.ts';

const rounds = 20;
let world: World;
let here: Ground;
let connection: Connection;
/** The second program at the same database. */
let other: Executor;
let retries = 0;
beforeAll(async () => {
  world = await openWorld({ max: 10 });
  here = await ground(world);
  connection = connect(world.database.url, { role: appRole, max: 10 });
  const { clock } = world;
  const onRetry = () => {
    retries += 1;
  };
  other = makeExecutor({ connection, clock, ids: systemIds(clock), onRetry });
});
afterEach(async () => {
  await expectSound(world);
  expect(retries).toBe(0);
});
afterAll(async () => {
  await connection.close();
  await world.close();
});

const times = (count: number) => Array.from({ length: count }, (_, at) => at);
const actor = systemActor;

async function waitingPair(quantity: number) {
  const partId = await world.part();
  const lines = [{ partId, quantity }];
  const [a, b] = [
    await order(world, here.destination, lines),
    await order(world, here.destination, lines),
  ];
  return { partId, a: a.orderId, b: b.orderId };
}

async function promised(orderIds: readonly string[]): Promise<number[]> {
  const seen = await Promise.all(orderIds.map((orderId) => look(world, orderId)));
  return seen.map(({ line }) => line.allocated).sort((x, y) => x - y);
}

describe('two orders of 5 on a stock of 5', () => {
  it('one gets 5 and one waits, by rule', async () => {
    for (const _ of times(rounds)) {
      const { partId, a, b } = await waitingPair(5);
      await world.stocked(partId, here.bin, 5);
      const done = await Promise.allSettled([
        world.executor.execute(allocateOrder, { orderId: a }, { actor }),
        other.execute(allocateOrder, { orderId: b }, { actor }),
      ]);
      expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(await promised([a, b])).toEqual([0, 5]);
    }
  });

  it('the second finds another bin instead of an error', async () => {
    for (const _ of times(rounds)) {
      const { partId, a, b } = await waitingPair(5);
      await world.stocked(partId, here.bin, 5);
      await world.stocked(partId, here.otherBin, 5);
      await Promise.all([
        world.executor.execute(allocateOrder, { orderId: a }, { actor }),
        other.execute(allocateOrder, { orderId: b }, { actor }),
      ]);
      expect(await promised([a, b])).toEqual([5, 5]);
    }
  });

  it('by hand one gets 5 and the other is told who has it', async () => {
    for (const _ of times(rounds)) {
      const { partId, a, b } = await waitingPair(5);
      await world.stocked(partId, here.bin, 5);
      const choose = async (orderId: string) => {
        const lineId = (await look(world, orderId)).line.lineId;
        return { orderId, lineId, locationId: here.bin, quantity: 5 };
      };
      const [one, two] = [await choose(a), await choose(b)];
      const done = await Promise.allSettled([
        world.executor.execute(allocateByHand, one, { actor }),
        other.execute(allocateByHand, two, { actor }),
      ]);
      const codes = done.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []));
      expect(codes).toEqual(['orders.nothing-free']);
      expect(await promised([a, b])).toEqual([0, 5]);
    }
  });
});

it('lines of many parts in any order do not wait in a circle', async () => {
  const parts = await Promise.all(times(5).map(() => world.part()));
  for (const partId of parts) {
    await world.stocked(partId, here.bin, 30);
    await world.stocked(partId, here.otherBin, 30);
  }
  const open = (at: number) =>
    order(
      world,
      here.destination,
      (at % 2 === 0 ? parts : [...parts].reverse()).map((partId) => ({ partId, quantity: 7 })),
    );
  const made = await Promise.all(times(12).map(open));
  const waiting = made.reduce((sum, one) => sum + one.waiting, 0);
  expect(waiting).toBe(5 * (12 * 7 - 60));
});

it('giving back, cancelling, feeding and taking over at once keep the books', async () => {
  for (const _ of times(rounds)) {
    const partId = await world.part();
    await world.stocked(partId, here.bin, 5);
    const low = await order(world, here.destination, [{ partId, quantity: 5 }], { priority: 4 });
    const high = await order(world, here.destination, [{ partId, quantity: 3 }], { priority: 1 });
    const third = await order(world, here.destination, [{ partId, quantity: 5 }]);
    const allocationId = (await look(world, low.orderId)).line.allocations[0]?.allocationId ?? '';
    const lineId = (await look(world, high.orderId)).line.lineId;
    const call = { actor, acknowledge: ['orders.take-from-other'] };
    const done = await Promise.allSettled([
      world.executor.execute(releaseAllocation, { allocationId, quantity: 1 }, { actor }),
      other.execute(takeOverAllocation, { lineId, allocationId, reason: 'urgent' }, call),
      other.execute(feedWaiting, { partIds: [partId] }, { actor }),
      world.executor.execute(allocateWaiting, { partId }, { actor }),
      world.executor.execute(cancelOrder, { orderId: third.orderId, reason: 'over' }, { actor }),
    ]);
    for (const end of done) {
      if (end.status === 'fulfilled') continue;
      expect(['orders.stage-differs', 'orders.something-waits', 'orders.over-quantity']).toContain(
        end.reason.code,
      );
    }
    const sums = await promised([low.orderId, high.orderId, third.orderId]);
    expect(sums.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5);
  }
});

it('random commands keep sums, promises and holds together', async () => {
  const step = fc.record({
    kind: fc.constantFrom('open', 'stock', 'allocate', 'release', 'cancel', 'feed'),
    at: fc.nat(9),
    quantity: fc.integer({ min: 1, max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
      const partId = await world.part();
      const orders: string[] = [];
      for (const { kind, at, quantity } of steps) {
        const orderId = orders[at % Math.max(1, orders.length)];
        if (kind === 'open' || orderId === undefined) {
          orders.push((await order(world, here.destination, [{ partId, quantity }])).orderId);
        } else if (kind === 'stock') await world.stocked(partId, here.bin, quantity);
        else if (kind === 'feed') await world.run(feedWaiting, { partIds: [partId] });
        else {
          const held = (await look(world, orderId)).line.allocations.find(
            ({ state }) => state === 'held',
          );
          const run = () => {
            if (kind === 'allocate') return world.run(allocateOrder, { orderId });
            if (kind === 'cancel')
              return world.run(cancelOrder, { orderId, quantity, reason: 'r' });
            const allocationId = held?.allocationId ?? here.siteId;
            return world.run(releaseAllocation, { allocationId, quantity });
          };
          await run().catch((error) => expect(error.code).toMatch(/^orders\./));
        }
      }
      await expectSound(world);
    }),
    { numRuns: 25 },
  );
});
