/** What there is of each part: sums over its piles, page by page, within the reader's sites. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPart, stockByPart, stockOnHand } from '../../src/inventory/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

describe('stock by part', () => {
  it('adds up what the piles hold, and pages over all parts once', async () => {
    const family = mint('FAM');
    const { siteId } = await world.site();
    const bins = [await world.bin(siteId), await world.bin(siteId)];
    const partIds: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { partId } = await world.run(createPart, { partNumber: `${family}-${n}`, nameEn: 'x' });
      partIds.push(partId);
      for (const bin of bins.slice(0, n % 3)) await world.stocked(partId, bin, n + 1);
    }
    const seen: { partId: string; onHand: number; available: number }[] = [];
    let after = '';
    for (;;) {
      const page = await world.ask(stockByPart, { search: family, after, limit: 2 });
      seen.push(...page.parts);
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen.map(({ partId }) => partId)).toEqual(partIds);
    for (const { partId, onHand, available } of seen) {
      const { rows } = await world.ask(stockOnHand, { partId });
      expect(onHand).toBe(rows.reduce((sum, row) => sum + row.onHand, 0));
      expect(available).toBe(rows.reduce((sum, row) => sum + row.available, 0));
    }
    expect(seen.map(({ onHand }) => onHand)).toEqual([0, 2, 6, 0, 5]);
  });

  it('counts one site, and nothing of sites the reader may not see', async () => {
    const partNumber = mint('P');
    const { partId } = await world.run(createPart, { partNumber, nameEn: 'x' });
    const [mine, theirs] = [await world.site(), await world.site()];
    await world.stocked(partId, await world.bin(mine.siteId), 3);
    await world.stocked(partId, await world.bin(theirs.siteId), 4);
    const onHand = async (siteId: string | null, sites: 'all' | readonly string[]) => {
      const actor = actorWith(['stock.view'], sites);
      const { parts } = await world.ask(stockByPart, { search: partNumber, siteId }, actor);
      return parts[0]?.onHand;
    };
    expect(await onHand(null, 'all')).toBe(7);
    expect(await onHand(theirs.siteId, 'all')).toBe(4);
    expect(await onHand(null, [mine.siteId])).toBe(3);
    expect(await onHand(theirs.siteId, [mine.siteId])).toBe(0);
  });
});
