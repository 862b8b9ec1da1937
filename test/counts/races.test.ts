/** Two people at once: at one bin, at one approval, at one pile. What may happen once happens once. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  approveAdjustment,
  approveCount,
  approveScrap,
  cancelCount,
  createCount,
  finishBin,
  getCountBin,
  openBin,
  rejectScrap,
  requestAdjustment,
  requestScrap,
  scanPart,
} from '../../src/counts/index.ts';
import { moveStock, receiveStock } from '../../src/inventory/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { claim, hold, pileOf } from '../inventory/ledger/raw-commands.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type CountWorld, codeOf, openCountWorld, outcomes } from './count-world.ts';

let on: CountWorld;
beforeAll(async () => {
  on = await openCountWorld({ max: 12 });
});
afterEach(() => expectCleanLedger(on.world.database.connection));
afterAll(() => on.world.close());

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function shelf(quantity: number) {
  const { siteId } = await on.world.site();
  const [locationId, other] = [await on.world.bin(siteId), await on.world.bin(siteId)];
  const partId = await on.world.part();
  await on.world.stocked(partId, locationId, quantity);
  return { siteId, locationId, other, partId };
}

async function counted(quantity: number, found: number) {
  const at = await shelf(quantity);
  const countId = await on.count(at.siteId, [at.locationId]);
  const [bin] = await on.binsOf(countId);
  const binId = bin?.binId ?? '';
  await on.look(on.ann, binId, { [at.partId]: found });
  await on.look(on.bob, binId, { [at.partId]: found });
  return { ...at, countId, binId };
}

describe('two people', () => {
  it('at one bin: one opens it, and only his scans count, none lost', async () => {
    const { siteId, locationId, partId } = await shelf(20);
    const countId = await on.count(siteId, [locationId]);
    const [bin] = await on.binsOf(countId);
    const binId = bin?.binId ?? '';
    const opened = await outcomes(
      [on.ann, on.bob].map((who) => on.world.run(openBin, { binId }, who)),
    );
    expect(opened).toEqual({ done: 1, 'counts.event-not-allowed': 1 });
    const scans = [on.ann, on.bob].flatMap((who) =>
      times(20).map(() => on.world.run(scanPart, { binId, partId }, who)),
    );
    expect(await outcomes(scans)).toEqual({ done: 20, 'counts.bin-is-own': 20 });
    const { countedRows } = await on.world.ask(getCountBin, { binId }, on.ann);
    expect(countedRows.map((row) => row.counted)).toEqual([20]);
    const finish = times(2).flatMap(() =>
      [on.ann, on.bob].map((who) => on.world.run(finishBin, { binId }, who)),
    );
    const { done = 0 } = await outcomes(finish);
    expect([done, await on.stateOf(countId)]).toEqual([1, 'posted']);
  });

  it('who open a count over one bin: one of them does', async () => {
    const { siteId, locationId } = await shelf(1);
    const open = () =>
      on.world.run(createCount, { siteId, kind: 'bins', locationIds: [locationId] });
    expect(await outcomes(times(6).map(open))).toEqual({
      done: 1,
      'counts.already-being-counted': 5,
    });
  });

  it('who approve one difference from two processes: it is posted once', async () => {
    const { countId, partId, locationId } = await counted(10, 7);
    const { connection } = on.world.database;
    const ids = systemIds(on.world.clock);
    const second = makeExecutor({ connection, clock: on.world.clock, ids });
    const all = times(8).map((n) =>
      n % 2 === 0
        ? on.world.run(approveCount, { countId }, on.eve)
        : second.execute(approveCount, { countId }, { actor: systemActor }),
    );
    expect(await outcomes(all)).toEqual({ done: 1, 'counts.event-not-allowed': 7 });
    expect(await on.onHand(partId, locationId)).toBe(7);
  });

  it('of whom one approves and one cancels: one of the two happens', async () => {
    for (const _ of times(5)) {
      const { countId, partId, locationId } = await counted(4, 3);
      await Promise.allSettled([
        on.world.run(approveCount, { countId }, on.eve),
        on.world.run(cancelCount, { countId, reason: 'stop' }),
      ]);
      const state = await on.stateOf(countId);
      expect(await on.onHand(partId, locationId)).toBe(state === 'posted' ? 3 : 4);
    }
  });

  it('of whom one picks while the other approves: both numbers are right', async () => {
    for (const _ of times(5)) {
      const { countId, partId, locationId, other } = await counted(10, 8);
      const pick = { partId, locationId, toLocationId: other, quantity: 5 };
      const done = await outcomes([
        on.world.run(approveCount, { countId }, on.eve),
        on.world.run(moveStock, pick),
        on.world.run(receiveStock, { partId, locationId, quantity: 1 }),
      ]);
      expect(done).toEqual({ done: 3 });
      expect(await on.onHand(partId, locationId)).toBe(4);
    }
  });
});

describe('scrapping', () => {
  it('and somebody who wants the same stock: one of them gets it', async () => {
    for (const _ of times(10)) {
      const { partId, locationId } = await shelf(5);
      const wish = { partId, locationId, quantity: 5, reasonCode: 'DAMAGED' };
      const done = await outcomes([
        on.world.run(requestScrap, wish, on.kim),
        on.world.run(hold, claim(pileOf(partId, locationId), 5)),
      ]);
      expect(done).toEqual({ done: 1, 'inventory.insufficient-stock': 1 });
      expect(await on.reserved(partId, locationId)).toBe(5);
    }
  });

  it('approved and rejected at once ends in one way', async () => {
    for (const _ of times(5)) {
      const { partId, locationId } = await shelf(3);
      const wish = { partId, locationId, quantity: 3, reasonCode: 'DAMAGED' };
      const { changeId } = await on.world.run(requestScrap, wish, on.kim);
      const done = await outcomes([
        ...times(3).map(() => on.world.run(approveScrap, { changeId }, on.eve)),
        ...times(3).map(() => on.world.run(rejectScrap, { changeId, note: 'no' }, on.eve)),
      ]);
      expect(done).toEqual({ done: 1, 'counts.event-not-allowed': 5 });
      expect(await on.reserved(partId, locationId)).toBe(0);
    }
  });

  it('of 5 asked twice for 5 gets 5 once; an adjustment approved twice posts once', async () => {
    const { partId, locationId } = await shelf(5);
    const wish = { partId, locationId, quantity: 5, reasonCode: 'DAMAGED' };
    const asked = times(4).map(() => on.world.run(requestScrap, wish, on.kim));
    expect(await outcomes(asked)).toEqual({ done: 1, 'inventory.insufficient-stock': 3 });
    const up = { ...wish, quantity: 1, reasonCode: 'FOUND', direction: 'up' as const };
    const { changeId } = await on.world.run(requestAdjustment, up, on.kim);
    const approved = times(4).map(() => on.world.run(approveAdjustment, { changeId }, on.eve));
    expect(await outcomes(approved)).toEqual({ done: 1, 'counts.event-not-allowed': 3 });
    expect(await on.onHand(partId, locationId)).toBe(6);
  });
});

describe('whatever moves between scan and posting', () => {
  it('stays: the books end at what was counted, plus what came, less what went', async () => {
    const change = fc.record({ isIn: fc.boolean(), quantity: fc.integer({ min: 1, max: 4 }) });
    const story = fc.record({
      onHand: fc.integer({ min: 0, max: 12 }),
      found: fc.integer({ min: 0, max: 12 }),
      moves: fc.array(change, { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ onHand, found, moves }) => {
        const { siteId } = await on.world.site();
        const [locationId, other] = [await on.world.bin(siteId), await on.world.bin(siteId)];
        const partId = await on.world.part();
        if (onHand > 0) await on.world.stocked(partId, locationId, onHand);
        await on.tolerant(siteId);
        const countId = await on.count(siteId, [locationId]);
        const [bin] = await on.binsOf(countId);
        await on.look(on.ann, bin?.binId ?? '', { [partId]: found });
        // Only what really lies there can be taken out of it.
        let shelfHolds = found;
        let books = onHand;
        for (const { isIn, quantity } of moves) {
          if (!isIn && (shelfHolds < quantity || books < quantity)) continue;
          const at = { partId, locationId, quantity };
          if (isIn) await on.world.run(receiveStock, at);
          else await on.world.run(moveStock, { ...at, toLocationId: other });
          shelfHolds += isIn ? quantity : -quantity;
          books += isIn ? quantity : -quantity;
        }
        if (found === onHand) expect(await on.stateOf(countId)).toBe('posted');
        else expect(await codeOf(on.approve(countId))).toBe('done');
        expect(await on.onHand(partId, locationId)).toBe(shelfHolds);
      }),
      { numRuns: 25 },
    );
  });
});
