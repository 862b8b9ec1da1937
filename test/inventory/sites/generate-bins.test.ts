/** Many bins at once: what the preview says is what is added, and nobody sees half a grid. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createLocation,
  generateBins,
  listLocations,
  previewBins,
} from '../../../src/inventory/index.ts';
import { mint, openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function binsAt(siteId: string) {
  const ask = { siteId, kind: 'storage' as const, limit: 200 };
  return (await world.ask(listLocations, ask)).locations;
}

describe('a grid of bins', () => {
  it('is added as it was previewed, in walking order, after what is there', async () => {
    const { siteId } = await world.site();
    const prefix = mint('G');
    const wish = { siteId, pattern: `${prefix}-{A..B}-{01..03}-{1..2}` };
    const preview = await world.ask(previewBins, wish);
    expect(preview).toMatchObject({
      count: 12,
      skipped: 0,
      firstCode: `${prefix}-A-01-1`,
      lastCode: `${prefix}-B-01-2`,
    });
    const done = await world.run(generateBins, wish);
    expect(done).toMatchObject({ added: 12, firstCode: preview.firstCode });
    const bins = await binsAt(siteId);
    expect(bins.map(({ code }) => code)).toEqual(preview.walk);
    expect(bins.map(({ pickSequence }) => pickSequence)).toEqual(
      Array.from({ length: 12 }, (_, at) => (at + 1) * 10),
    );
    const more = await world.run(generateBins, { siteId, pattern: `${prefix}-C` });
    expect(more.added).toBe(1);
    expect((await binsAt(siteId)).at(-1)).toMatchObject({ code: `${prefix}-C`, pickSequence: 130 });
  });

  it('names the codes that are taken, or skips those of the site when asked', async () => {
    const { siteId } = await world.site();
    const prefix = mint('G');
    await world.run(createLocation, { siteId, code: `${prefix}-2`, kind: 'storage' });
    const wish = { siteId, pattern: `${prefix}-{1..3}` };
    const taken = { code: 'inventory.bins-exist', params: { count: 1, codes: `${prefix}-2` } };
    await expect(world.ask(previewBins, wish)).rejects.toMatchObject(taken);
    await expect(world.run(generateBins, wish)).rejects.toMatchObject(taken);
    expect(await binsAt(siteId)).toHaveLength(1);
    const done = await world.run(generateBins, { ...wish, skipExisting: true });
    expect(done).toMatchObject({ added: 2, skipped: 1 });
    const again = await world.run(generateBins, { ...wish, skipExisting: true });
    expect(again).toEqual({ added: 0, skipped: 3, firstCode: null, lastCode: null });
    const elsewhere = { ...wish, siteId: (await world.site()).siteId, skipExisting: true };
    await expect(world.run(generateBins, elsewhere)).rejects.toMatchObject({
      code: 'inventory.bins-exist',
      params: { count: 3 },
    });
  });

  it.each([
    ['A-{1..', 'inventory.bin-pattern-unreadable'],
    ['{1..9999}', 'inventory.too-many-bins'],
  ])('of %s is refused', async (pattern, code) => {
    const { siteId } = await world.site();
    await expect(world.run(generateBins, { siteId, pattern })).rejects.toMatchObject({ code });
    await expect(world.ask(previewBins, { siteId, pattern })).rejects.toMatchObject({ code });
  });

  it('lies in a zone of the site, and in nothing else', async () => {
    const { siteId } = await world.site();
    const zone = { siteId, code: mint('Z'), kind: 'zone' as const };
    const { locationId: parentId } = await world.run(createLocation, zone);
    const wish = { siteId, parentId, pattern: `${mint('G')}-{1..3}` };
    await world.run(generateBins, wish);
    expect((await binsAt(siteId)).every((bin) => bin.parentId === parentId)).toBe(true);
    const bin = await world.bin(siteId);
    const under = { ...wish, parentId: bin, pattern: `${mint('G')}-{1..3}` };
    await expect(world.run(generateBins, under)).rejects.toMatchObject({
      code: 'inventory.not-a-zone',
    });
  });

  it('asked for by several at once is added once, whole', async () => {
    const { siteId } = await world.site();
    const pattern = `${mint('G')}-{01..40}-{1..4}`;
    const settled = await Promise.allSettled(
      Array.from({ length: 5 }, () => world.run(generateBins, { siteId, pattern })),
    );
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 4 }, () => 'inventory.bins-exist'));
    const { total } = await world.ask(listLocations, { siteId, kind: 'storage' });
    expect(total).toBe(160);
    const skipping = await Promise.all(
      Array.from({ length: 4 }, () =>
        world.run(generateBins, { siteId, pattern: `${pattern}{a..b}`, skipExisting: true }),
      ),
    );
    expect(skipping.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 0, 0, 320]);
  });

  it('asked for at two sites at once is added at one of them, whole', async () => {
    const [one, two] = [await world.site(), await world.site()];
    for (let round = 0; round < 4; round += 1) {
      const pattern = `${mint('G')}-{01..30}`;
      const settled = await Promise.allSettled(
        [one, two].map(({ siteId }) => world.run(generateBins, { siteId, pattern })),
      );
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
    const totals = await Promise.all(
      [one, two].map(({ siteId }) => world.ask(listLocations, { siteId, kind: 'storage' })),
    );
    expect(totals.reduce((sum, { total }) => sum + total, 0)).toBe(120);
  });
});
