/** Which bins a count looks at, and who may see it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  approveCount,
  cancelCount,
  countShortPick,
  createCount,
  finishBin,
  getCount,
  listCounts,
  openBin,
  scanPart,
} from '../../src/counts/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith } from '../support/world.ts';
import { type CountWorld, codeOf, openCountWorld } from './count-world.ts';

let on: CountWorld;
beforeAll(async () => {
  on = await openCountWorld();
});
afterEach(() => expectCleanLedger(on.world.database.connection));
afterAll(() => on.world.close());

/** A site with a bin that holds so many of a part. */
async function shelf(quantity: number, kind: 'storage' | 'van' = 'storage') {
  const { siteId } = await on.world.site();
  const locationId = await on.world.bin(siteId, kind);
  const partId = await on.world.part();
  if (quantity > 0) await on.world.stocked(partId, locationId, quantity);
  const countId = await on.count(siteId, [locationId]);
  const [bin] = await on.binsOf(countId);
  return { siteId, locationId, partId, countId, binId: bin?.binId ?? '' };
}

const _line = async (countId: string) =>
  (await on.world.ask(getCount, { countId }, on.eve)).differences?.[0];

describe('the choice of bins', () => {
  it('leaves what another live count looks at to that count', async () => {
    const { siteId, locationId } = await shelf(3);
    const other = await on.world.bin(siteId);
    expect(await codeOf(on.count(siteId, [locationId]))).toBe('counts.already-being-counted');
    const second = await on.count(siteId, [locationId, other]);
    expect((await on.binsOf(second)).map((bin) => bin.locationId)).toEqual([other]);
  });

  it('knows a van, a part, a site and what is due', async () => {
    const { siteId } = await on.world.site();
    const [van, bin] = [await on.world.bin(siteId, 'van'), await on.world.bin(siteId)];
    const [a, b] = [await on.world.part(), await on.world.part()];
    await on.world.stocked(a, van, 2);
    await on.world.stocked(a, bin, 2);
    await on.world.stocked(b, bin, 2);
    const chosen = async (choice: Omit<z.input<typeof createCount.input>, 'siteId'>) => {
      const { countId, bins } = await on.world.run(createCount, { siteId, ...choice });
      const rows = await on.binsOf(countId);
      await on.world.run(cancelCount, { countId, reason: 'next' });
      return { bins, at: rows.map(({ locationId }) => locationId).sort() };
    };
    expect((await chosen({ kind: 'van', locationId: van })).at).toEqual([van]);
    expect((await chosen({ kind: 'part', partId: a })).at).toEqual([van, bin].sort());
    expect((await chosen({ kind: 'site' })).bins).toBe(5);
    expect((await chosen({ kind: 'due' })).bins).toBe(3);
    expect((await chosen({ kind: 'due', sampleSize: 2 })).bins).toBe(2);
    expect((await chosen({ kind: 'due', abcClass: 'C' })).bins).toBe(3);
    const empty = on.world.run(createCount, { siteId, kind: 'due', abcClass: 'A' });
    expect(await codeOf(empty)).toBe('counts.nothing-to-count');
    const vague = on.world.run(createCount, { siteId, kind: 'van' });
    expect(await codeOf(vague)).toBe('counts.choice-incomplete');
    const { countId } = await on.world.run(createCount, { siteId, kind: 'part', partId: b });
    const [only] = await on.binsOf(countId);
    const binId = only?.binId ?? '';
    await on.world.run(openBin, { binId }, on.ann);
    const other = on.world.run(scanPart, { binId, partId: a }, on.ann);
    expect(await codeOf(other)).toBe('counts.other-part');
    await on.world.run(scanPart, { binId, partId: b, quantity: 2 }, on.ann);
    await on.world.run(finishBin, { binId }, on.ann);
    on.world.clock.advanceDays(10);
    expect((await chosen({ kind: 'due', notCountedForDays: 30 })).bins).toBe(2);
    expect((await chosen({ kind: 'due', notCountedForDays: 5 })).bins).toBe(3);
  });

  it('follows a pick that found too little, once', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const partId = await on.world.part();
    const wish = { partId, locationId, document: 'allocation:1' };
    const first = await on.world.run(countShortPick, wish);
    const second = await on.world.run(countShortPick, wish);
    expect([first.countId === null, second.countId]).toEqual([false, null]);
    const { counts } = await on.world.ask(listCounts, { siteId });
    expect(counts.map(({ kind, bins }) => [kind, bins])).toEqual([['short-pick', 1]]);
  });

  it('is not seen from other sites', async () => {
    const { siteId, countId, binId } = await shelf(1);
    const { siteId: other } = await on.world.site();
    const rights = ['counts.view', 'counts.work', 'counts.manage', 'counts.approve'];
    const stranger = actorWith(rights, [other]);
    const { total } = await on.world.ask(listCounts, { queue: 'all', siteId }, stranger);
    expect(total).toBe(0);
    expect([
      await codeOf(on.world.ask(getCount, { countId }, stranger)),
      await codeOf(on.world.run(openBin, { binId }, stranger)),
      await codeOf(on.world.run(createCount, { siteId, kind: 'site' }, stranger)),
      await codeOf(on.world.run(approveCount, { countId }, stranger)),
    ]).toEqual([
      'counts.unknown-count',
      'counts.unknown-bin',
      'inventory.unknown-site',
      'counts.unknown-count',
    ]);
  });
});
