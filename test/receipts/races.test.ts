/** Many hands at one dock: every verb of receiving that touches stock is raced, and nothing is doubled. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { receiveStock, stockOnHand } from '../../src/inventory/index.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { DomainError } from '../../src/platform/errors.ts';
import {
  arrivalErrors,
  closeShort,
  getArrival,
  noteWrittenOff,
  putAway,
  receiveGoods,
  receiveShipment,
  receiveWhenDue,
  settleDiscrepancy,
} from '../../src/receipts/index.ts';
import { shipmentArrived } from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';
import { makeRoad, type Road } from './road.ts';

let world: World;
let road: Road;
beforeAll(async () => {
  world = await openWorld({ max: 10 });
  road = await makeRoad(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const rights = ['receipts.work', 'receipts.resolve', 'receipts.view'];
const [anna, bo] = [actorWith(rights), actorWith(rights)];

/** Writes off a line, as whoever sent it does. */
const loseLine = defineCommand({
  name: 'test.lose-line',
  permission: null,
  summary: 'Writes off a line.',
  input: z.strictObject({ shipmentId: z.uuid(), shipmentLineId: z.uuid(), lost: z.int() }),
  output: z.strictObject({}),
  errors: [...arrivalErrors],
  run: async (work, { shipmentId, shipmentLineId, lost }) => {
    const lines = [{ shipmentLineId, received: 0, lost }];
    await shipmentArrived(work, { shipmentId, lines, reason: 'gone' });
    return {};
  },
});

async function codesOf(tries: readonly Promise<unknown>[]): Promise<string[]> {
  const done = await Promise.allSettled(tries);
  return done.map((one) => {
    if (one.status === 'fulfilled') return 'done';
    if (one.reason instanceof DomainError) return one.reason.code;
    throw one.reason;
  });
}

async function sum(partId: string, siteId: string): Promise<number> {
  const { rows } = await world.ask(stockOnHand, { partId, siteId });
  return rows.reduce((total, { onHand }) => total + onHand, 0);
}

async function sent(quantity: number) {
  const partId = await world.part();
  await world.stocked(partId, road.stockId, quantity);
  return { partId, ...(await road.send([[{ partId, quantity }]])) };
}

describe('races', () => {
  it('one box received by eight people at once comes in once', async () => {
    const { partId, shipmentId, boxIds } = await sent(5);
    const boxId = boxIds[0] ?? null;
    const codes = await codesOf(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) =>
        world.run(receiveShipment, { shipmentId, boxId }, n % 2 === 0 ? anna : bo),
      ),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['done', 'receipts.received-already']));
    expect(await sum(partId, road.toSiteId)).toBe(5);
  });

  it('what is received is not lost, and what is lost is not received', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { partId, shipmentId } = await sent(3);
      const { lines } = await world.ask(getArrival, { shipmentId });
      const shipmentLineId = lines[0]?.shipmentLineId ?? '';
      const codes = await codesOf([
        world.run(receiveShipment, { shipmentId }, anna),
        world.run(loseLine, { shipmentId, shipmentLineId, lost: 3 }),
      ]);
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect([0, 3]).toContain(await sum(partId, road.toSiteId));
    }
  });

  it('two decide about the same pieces: one is heard', async () => {
    const { partId, shipmentId } = await sent(2);
    const counted = [{ partId, quantity: 4 }];
    const { discrepancies } = await world.run(receiveShipment, { shipmentId, counted }, anna);
    const discrepancyId = discrepancies[0]?.id ?? '';
    const wish = { discrepancyId, reason: 'counted' };
    const codes = await codesOf([
      world.run(settleDiscrepancy, { ...wish, outcome: 'accept' }, bo),
      world.run(settleDiscrepancy, { ...wish, outcome: 'scrap' }, bo),
      world.run(settleDiscrepancy, { ...wish, outcome: 'accept' }, bo),
    ]);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect([2, 4]).toContain(await sum(partId, road.toSiteId));
  });

  it('two of five on five: what is put away leaves the dock once', async () => {
    const partId = await world.part();
    await world.run(receiveStock, { partId, locationId: road.dockId, quantity: 5 });
    const bin = await world.bin(road.toSiteId);
    const move = { partId, fromLocationId: road.dockId, toLocationId: bin, quantity: 5 };
    const codes = await codesOf([0, 1, 2].map(() => world.run(putAway, move, anna)));
    expect(codes.sort()).toEqual([
      'done',
      'inventory.insufficient-stock',
      'inventory.insufficient-stock',
    ]);
  });

  it('a timer that comes too late finds nothing to do', async () => {
    const { partId, shipmentId } = await sent(2);
    const codes = await codesOf([
      world.run(receiveWhenDue, { shipmentId }),
      world.run(receiveShipment, { shipmentId }, anna),
    ]);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(await sum(partId, road.toSiteId)).toBe(2);
  });

  it('one person’s many deliveries at once each get in', async () => {
    const partId = await world.part();
    const lines = [{ partId, quantity: 1 }];
    const goods = { locationId: road.dockId, lines };
    const codes = await codesOf([0, 1, 2, 3, 4, 5].map(() => world.run(receiveGoods, goods, anna)));
    expect(new Set(codes)).toEqual(new Set(['done']));
    expect(await sum(partId, road.toSiteId)).toBe(6);
  });
});

describe('every piece is accounted for', () => {
  it('received, lost, missing and surplus add up, whatever is scanned in whatever order', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('scan' as const), n: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('damaged' as const), n: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ kind: fc.constant('short' as const), n: fc.constant(1) }),
      fc.record({
        kind: fc.constantFrom('lost' as const, 'found' as const, 'not-sent' as const),
        n: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({ kind: fc.constant('lose' as const), n: fc.integer({ min: 1, max: 3 }) }),
    );
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { partId, shipmentId } = await sent(6);
        const { lines } = await world.ask(getArrival, { shipmentId });
        const shipmentLineId = lines[0]?.shipmentLineId ?? '';
        let [scanned, shortage] = [0, null as string | null];
        for (const { kind, n } of steps) {
          const done = async () => {
            if (kind === 'scan' || kind === 'damaged') {
              const counted = [{ partId, quantity: n, isDamaged: kind === 'damaged' }];
              await world.run(receiveShipment, { shipmentId, counted }, anna);
              scanned += n;
            } else if (kind === 'short') {
              const filed = await world.run(closeShort, { shipmentId }, anna);
              shortage = filed.discrepancies[0]?.id ?? null;
            } else if (kind === 'lose') {
              await world.run(loseLine, { shipmentId, shipmentLineId, lost: n });
              await world.run(noteWrittenOff, {
                shipmentLineIds: [shipmentLineId],
                reason: 'gone',
              });
            } else if (shortage !== null) {
              const wish = { discrepancyId: shortage, outcome: kind, quantity: n, reason: 'asked' };
              await world.run(settleDiscrepancy, wish, bo);
              if (kind === 'found') scanned += n;
            }
          };
          const [code] = await codesOf([done()]);
          if (code === 'done') reached += 1;
        }
        const [line] = (await world.ask(getArrival, { shipmentId })).lines;
        expect(line?.expected).toBe(
          (line?.received ?? 0) + (line?.lost ?? 0) + (line?.missing ?? 0),
        );
        // Every piece that was scanned lies here, taken in or quarantined.
        expect(await sum(partId, road.toSiteId)).toBe(scanned);
      }),
      { numRuns: 12 },
    );
    expect(reached).toBeGreaterThan(10);
  });
});
