/** What can be built at each site and what ends it; what kits that are not on hand take. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explodeKit, getKit, kitBuildable, kitsDemand, listKits } from '../../src/kits/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith } from '../support/world.ts';
import { type KitWorld, openKitWorld } from './kit-world.ts';

let kits: KitWorld;
beforeAll(async () => {
  kits = await openKitWorld({ max: 12 });
});
afterAll(async () => {
  await expectCleanLedger(kits.world.database.connection);
  await kits.world.close();
});

async function shelf() {
  const { siteId } = await kits.world.site();
  const [locationId, otherId] = [await kits.world.bin(siteId), await kits.world.bin(siteId)];
  return { siteId, locationId, otherId };
}

describe('what can be built', () => {
  it('is told per site with what limits it, within the sites of the reader', async () => {
    const [here, there] = [await shelf(), await shelf()];
    const [a, b] = [await kits.part(), await kits.part()];
    const kitId = await kits.kit({ [a]: 2, [b]: 1 });
    await kits.stock(a, here.locationId, 7);
    await kits.stock(b, here.locationId, 9);
    await kits.stock(a, there.locationId, 1);
    const reader = actorWith(['stock.view'], [here.siteId]);
    const { sites } = await kits.world.ask(kitBuildable, { partId: kitId }, reader);
    const short = { partId: a, partNumber: await kits.numberOf(a), short: 1 };
    expect(sites).toMatchObject([
      { siteId: here.siteId, onHand: 0, buildable: 3, limits: [short] },
    ]);
    const search = await kits.numberOf(kitId);
    const all = await kits.world.ask(listKits, { search });
    expect(all.kits.map((kit) => kit.sites.map(({ buildable }) => buildable))).toEqual([[3, 0]]);
    await kits.build({ partId: kitId, locationId: here.locationId, quantity: 3 });
    const after = await kits.world.ask(listKits, { search, siteId: here.siteId });
    expect(after.kits[0]?.sites).toMatchObject([{ onHand: 3, buildable: 0 }]);
  });

  it('explodes what is not on hand through all levels', async () => {
    const { siteId, locationId } = await shelf();
    const [a, b] = [await kits.part(), await kits.part()];
    const inner = await kits.kit({ [a]: 3 });
    const outer = await kits.kit({ [inner]: 2, [b]: 1 });
    await kits.stock(a, locationId, 6);
    await kits.build({ partId: inner, locationId, quantity: 1 });
    const { demand } = await kits.world.ask(explodeKit, { partId: outer, quantity: 2, siteId });
    const rows = demand.map(({ partId, quantity, covered, needed }) => {
      return [partId, quantity, covered, needed];
    });
    expect(rows).toEqual([
      [outer, 2, 0, 2],
      [inner, 4, 1, 3],
      [b, 2, 0, 2],
      [a, 9, 3, 6],
    ]);
    const asked = [{ partId: outer, quantity: 2 }];
    const gross = await kits.world.ask(kitsDemand, { asked });
    expect(gross.demand.find(({ partId }) => partId === a)?.quantity).toBe(12);
    const { usedIn } = await kits.world.ask(getKit, { partId: inner });
    expect(usedIn).toMatchObject([{ partId: outer, quantity: 2 }]);
  });
});
