/**
 * Zones, bins and vans: what lies where is kept by the database, also when two people act at once.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createLocation,
  createSite,
  editLocation,
  editSite,
  generateBins,
  getLocation,
  getSiteDetail,
  listConditions,
  listLocations,
  listSites,
  moveStock,
  previewBins,
  receiveStock,
  reopenLocation,
  reopenSite,
  retireLocation,
  retireSite,
  setCustodian,
} from '../../../src/inventory/index.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, mint, openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

async function zoneOf(siteId: string, parentId: string | null = null): Promise<string> {
  const input = { siteId, code: mint('Z'), kind: 'zone' as const, parentId };
  return (await world.run(createLocation, input)).locationId;
}

const versionOf = async (locationId: string) =>
  (await world.ask(getLocation, { locationId })).version;

const codeOf = (failure: unknown) => (failure as { code?: string }).code;

/** The outcomes of things done at the same time: `ok`, or the code of the refusal. */
async function together(acts: readonly Promise<unknown>[]): Promise<(string | undefined)[]> {
  const settled = await Promise.allSettled(acts);
  return settled.map((one) => (one.status === 'fulfilled' ? 'ok' : codeOf(one.reason)));
}

describe('a zone', () => {
  it('holds bins and zones, never stock', async () => {
    const { siteId } = await world.site();
    const zone = await zoneOf(siteId);
    const inner = await zoneOf(siteId, zone);
    const bin = mint('BIN');
    const input = { siteId, code: bin, kind: 'storage' as const, parentId: inner };
    const { locationId } = await world.run(createLocation, { ...input, pickSequence: 7 });
    const partId = await world.part();
    const intoZone = world.run(receiveStock, { partId, locationId: inner, quantity: 1 });
    await expect(intoZone).rejects.toMatchObject({ code: 'inventory.location-cannot-hold-stock' });
    await world.stocked(partId, locationId, 3);
    const wish = { partId, locationId, quantity: 1, toLocationId: zone };
    await expect(world.run(moveStock, wish)).rejects.toMatchObject({
      code: 'inventory.location-cannot-hold-stock',
    });
    const site = await world.ask(getSiteDetail, { siteId });
    expect(site.zones.map(({ id, depth, locations }) => [id, depth, locations])).toEqual([
      [zone, 0, 0],
      [inner, 1, 1],
    ]);
    const inZone = await world.ask(listLocations, { siteId, zoneId: zone, kind: 'storage' });
    expect(inZone.locations.map(({ code, piles }) => [code, piles])).toEqual([[bin, 1]]);
    const [listed] = (await world.ask(listSites, {})).filter(({ id }) => id === siteId);
    expect(listed?.locations.map(({ code }) => code)).toContain(bin);
    expect(listed?.locations.map(({ id }) => id)).not.toContain(zone);
  });

  it('is the only thing a bin can lie in, and only at its own site', async () => {
    const { siteId } = await world.site();
    const bin = await world.bin(siteId);
    const elsewhere = await zoneOf((await world.site()).siteId);
    for (const parentId of [bin, elsewhere]) {
      const wish = { siteId, code: mint('BIN'), kind: 'storage' as const, parentId };
      await expect(world.run(createLocation, wish)).rejects.toMatchObject({
        code: 'inventory.not-a-zone',
      });
      const edit = { locationId: bin, version: 1, code: mint('BIN'), parentId };
      await expect(world.run(editLocation, edit)).rejects.toMatchObject({
        code: 'inventory.not-a-zone',
      });
    }
  });

  it('stays where it is, so that it never lies in itself', async () => {
    const { siteId } = await world.site();
    const outer = await zoneOf(siteId);
    const inner = await zoneOf(siteId, outer);
    const edit = { locationId: outer, version: 1, code: mint('Z'), parentId: inner };
    await expect(world.run(editLocation, edit)).rejects.toMatchObject({
      code: 'inventory.zone-stays',
    });
    await world.run(editLocation, { ...edit, parentId: null, name: 'North hall' });
    expect((await world.ask(getLocation, { locationId: outer })).name).toBe('North hall');
  });
});

describe('a van', () => {
  it('belongs to somebody, and is handed over', async () => {
    const { siteId } = await world.site();
    const nobody = { siteId, code: mint('VAN'), kind: 'van' as const };
    await expect(world.run(createLocation, nobody)).rejects.toMatchObject({
      code: 'inventory.custodian-required',
    });
    const locationId = await world.bin(siteId, 'van');
    const away = { locationId, version: 1, custodianId: null };
    await expect(world.run(setCustodian, away)).rejects.toMatchObject({
      code: 'inventory.custodian-required',
    });
    const { id: custodianId } = actorWith([]);
    await world.run(setCustodian, { ...away, custodianId });
    expect((await world.ask(getLocation, { locationId })).custodianId).toBe(custodianId);
    await expect(world.run(setCustodian, { ...away, custodianId })).rejects.toMatchObject({
      code: 'platform.stale-version',
    });
  });
});

describe('a location that is retired', () => {
  it('is empty, keeps its history, and comes back', async () => {
    const { siteId } = await world.site();
    const [bin, other] = [await world.bin(siteId), await world.bin(siteId)];
    const partId = await world.part();
    await world.stocked(partId, bin, 4);
    await expect(world.run(retireLocation, { locationId: bin, version: 1 })).rejects.toMatchObject({
      code: 'inventory.location-not-empty',
      params: { quantity: 4 },
    });
    await world.run(moveStock, { partId, locationId: bin, quantity: 4, toLocationId: other });
    await world.run(retireLocation, { locationId: bin, version: 1 });
    await expect(
      world.run(receiveStock, { partId, locationId: bin, quantity: 1 }),
    ).rejects.toMatchObject({ code: 'inventory.location-retired' });
    const retired = await world.ask(listLocations, { siteId, isRetired: true });
    expect(retired.locations.map(({ id }) => id)).toEqual([bin]);
    await world.run(reopenLocation, { locationId: bin, version: 2 });
    await world.stocked(partId, bin, 1);
  });

  it('is never a zone with bins, nor the last dock of a site', async () => {
    const { siteId, code } = await world.site();
    const zone = await zoneOf(siteId);
    const wish = { siteId, code: mint('BIN'), kind: 'storage' as const, parentId: zone };
    await world.run(createLocation, wish);
    await expect(world.run(retireLocation, { locationId: zone, version: 1 })).rejects.toMatchObject(
      { code: 'inventory.zone-not-empty', params: { count: 1 } },
    );
    const docks = await world.ask(listLocations, { siteId, search: `${code}-dock` });
    const dock = docks.locations[0]?.id ?? '';
    await expect(world.run(retireLocation, { locationId: dock, version: 1 })).rejects.toMatchObject(
      { code: 'inventory.last-of-its-kind' },
    );
    await world.bin(siteId, 'dock');
    await world.run(retireLocation, { locationId: dock, version: 1 });
  });

  it('and stock that arrives in the same moment never both win', async () => {
    const { siteId } = await world.site();
    const partId = await world.part();
    for (let round = 0; round < 12; round += 1) {
      const locationId = await world.bin(siteId);
      const outcomes = await together([
        world.run(retireLocation, { locationId, version: 1 }),
        world.run(receiveStock, { partId, locationId, quantity: 1 }),
        world.run(receiveStock, { partId, locationId, quantity: 1 }),
      ]);
      const { piles, retiredAt } = await world.ask(getLocation, { locationId });
      expect(piles > 0).toBe(retiredAt === null);
      expect(outcomes.filter((one) => one === 'ok').length).toBe(retiredAt === null ? 2 : 1);
      expect(new Set(outcomes)).toEqual(
        new Set([
          'ok',
          retiredAt === null ? 'inventory.location-not-empty' : 'inventory.location-retired',
        ]),
      );
    }
  });
});

describe('a site', () => {
  it('is changed by who saw the last of it', async () => {
    const { siteId, code } = await world.site();
    const fresh = mint('S');
    const edit = { siteId, version: 1, code: fresh, nameZh: '新仓', phone: '0755-555-0101' };
    await world.run(editSite, edit);
    await expect(world.run(editSite, edit)).rejects.toMatchObject({
      code: 'platform.stale-version',
    });
    const taken = { ...edit, version: 2, code: (await world.site()).code };
    await expect(world.run(editSite, taken)).rejects.toMatchObject({
      code: 'inventory.site-code-taken',
    });
    const site = await world.ask(getSiteDetail, { siteId });
    expect(site).toMatchObject({ code: fresh, nameEn: null, nameZh: '新仓', version: 2 });
    expect(code).not.toBe(fresh);
  });

  it('closes with everything in it when it is empty, and opens again', async () => {
    const { siteId } = await world.site();
    const zone = await zoneOf(siteId);
    const wish = { siteId, code: mint('BIN'), kind: 'storage' as const, parentId: zone };
    const { locationId } = await world.run(createLocation, wish);
    const partId = await world.part();
    await world.stocked(partId, locationId, 2);
    await expect(world.run(retireSite, { siteId, version: 1 })).rejects.toMatchObject({
      code: 'inventory.location-not-empty',
    });
    const other = await world.bin((await world.site()).siteId);
    await world.run(moveStock, { partId, locationId, quantity: 2, toLocationId: other });
    await world.run(retireSite, { siteId, version: 1 });
    expect((await world.ask(listSites, {})).map(({ id }) => id)).not.toContain(siteId);
    const late = { siteId, code: mint('BIN'), kind: 'storage' as const };
    await expect(world.run(createLocation, late)).rejects.toMatchObject({
      code: 'inventory.site-retired',
    });
    await world.run(reopenSite, { siteId, version: 2 });
    const { kinds } = await world.ask(getSiteDetail, { siteId });
    expect(kinds.map(({ kind }) => kind)).toEqual(['dock', 'quarantine', 'shipping']);
    expect(await versionOf(locationId)).toBe(2);
  });

  it('and a location that is added in the same moment never leave a live place at a closed site', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { siteId } = await world.site();
      await together([
        world.run(retireSite, { siteId, version: 1 }),
        world.run(createLocation, { siteId, code: mint('BIN'), kind: 'storage' }),
      ]);
      const { retiredAt, kinds } = await world.ask(getSiteDetail, { siteId });
      expect(kinds.length > 0).toBe(retiredAt === null);
    }
  });

  it('outside somebody’s own does not exist for him', async () => {
    const [own, other] = [await world.site(), await world.site()];
    const keeper = actorWith(['sites.edit', 'sites.view'], [own.siteId]);
    const missing = { code: 'inventory.unknown-site' };
    const ask = { siteId: other.siteId };
    await expect(world.ask(getSiteDetail, ask, keeper)).rejects.toMatchObject(missing);
    await expect(world.ask(listLocations, ask, keeper)).rejects.toMatchObject(missing);
    await expect(world.run(retireSite, { ...ask, version: 1 }, keeper)).rejects.toMatchObject(
      missing,
    );
    const wish = { ...ask, pattern: 'X-{1..2}' };
    await expect(world.run(generateBins, wish, keeper)).rejects.toMatchObject(missing);
    await expect(world.ask(previewBins, wish, keeper)).rejects.toMatchObject(missing);
    const bin = await world.bin(other.siteId);
    const unknown = { code: 'inventory.unknown-location' };
    const locationId = bin;
    await expect(world.ask(getLocation, { locationId }, keeper)).rejects.toMatchObject(unknown);
    await expect(
      world.run(retireLocation, { locationId, version: 1 }, keeper),
    ).rejects.toMatchObject(unknown);
    await expect(
      world.run(createSite, { code: mint('S'), nameEn: 'x' }, keeper),
    ).rejects.toMatchObject({ category: 'not-found' });
  });
});

describe('conditions', () => {
  it('say which stock may be promised', async () => {
    const rows = await world.ask(listConditions, {});
    expect(rows.map(({ code, isAllocatable }) => [code, isAllocatable])).toEqual([
      ['new', true],
      ['good', true],
      ['unverified', false],
      ['defective', false],
      ['quarantine', false],
    ]);
  });
});
