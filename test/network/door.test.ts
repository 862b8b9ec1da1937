/** What the network tells other rooms: arrivals over stored lanes, the lane of a shipment, return routes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPart, createParty } from '../../src/inventory/index.ts';
import {
  addHolidays,
  addReturnRoute,
  arrivalFrom,
  laneFor,
  previewArrivals,
  promisedArrival,
  retireLane,
  returnRouteFor,
} from '../../src/network/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { defineQuery } from '../../src/platform/query.ts';
import type { Read } from '../../src/platform/work.ts';
import { mint, openWorld, type World } from '../support/world.ts';
import { laneBetween, officeDays } from './network-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What a function of the door answers inside a transaction that reads. */
function inside<T>(act: (read: Read) => Promise<T>): Promise<T> {
  const asked = defineQuery({
    name: 'test.network-door',
    permission: null,
    summary: 'Asks the door.',
    input: z.strictObject({}),
    output: z.custom<T>(() => true),
    errors: [],
    run: act,
  });
  return world.executor.ask(asked, {}, { actor: systemActor });
}

const arrivals = (ask: Parameters<typeof arrivalFrom>[1]) =>
  inside((read) => arrivalFrom(read, ask));
const promised = (ask: Parameters<typeof promisedArrival>[1]) =>
  inside((read) => promisedArrival(read, ask));
const wayBack = (ask: Parameters<typeof returnRouteFor>[1]) =>
  inside((read) => returnRouteFor(read, ask));
const lane = (ask: Parameters<typeof laneFor>[1]) => inside((read) => laneFor(read, ask));

const siteId = async () => (await world.site()).siteId;
const monday = new Date('2026-11-16T08:00:00Z');

describe('arrivals', () => {
  it('come over several lanes, with cut-offs, days off and what it costs', async () => {
    const [a, b, c] = [await siteId(), await siteId(), await siteId()];
    const calendarId = await officeDays(world);
    await world.run(addHolidays, { calendarId, lines: '2026-11-17 Day off' });
    const first = await laneBetween(world, [a, b], {
      ...{ calendarId, cutOffMinute: 900, leadHours: 10, spreadHours: 2, costMinor: 1200 },
    });
    const second = await laneBetween(world, [b, c], { leadHours: 5, costMinor: 300, priority: 3 });
    const found = await arrivals({ toSiteId: c, readyAt: monday });
    expect(found.map(({ fromSiteId }) => fromSiteId)).toEqual([c, b, a]);
    expect(found[0]).toMatchObject({ laneIds: [], firstLaneId: null, arriveAt: monday });
    expect(found[1]).toMatchObject({ arriveAt: new Date('2026-11-16T13:00:00Z'), costMinor: 300 });
    // At four in the afternoon the cut-off at three is past; Tuesday is a day off.
    expect(found[2]).toMatchObject({
      laneIds: [first, second],
      siteIds: [a, b, c],
      departAt: new Date('2026-11-18T07:00:00Z'),
      arriveAt: new Date('2026-11-18T22:00:00Z'),
      latestAt: new Date('2026-11-19T00:00:00Z'),
      costMinor: 1500,
      currency: 'CNY',
      priority: 3,
      reasons: [
        {
          code: 'cut-off-missed',
          laneId: first,
          missedAt: new Date('2026-11-16T07:00:00Z'),
          departAt: new Date('2026-11-18T07:00:00Z'),
        },
      ],
    });
    const some = await arrivals({ toSiteId: c, readyAt: monday, fromSiteIds: [a] });
    expect(some).toEqual([found[2]]);
    const ask = { fromSiteId: a, toSiteId: c, readyAt: monday };
    expect(await promised(ask)).toEqual(found[2]);
    expect(await promised({ ...ask, fromSiteId: c, toSiteId: a })).toBeNull();
    const shown = await world.ask(previewArrivals, { toSiteId: c, readyAt: monday.toISOString() });
    expect(shown.arrivals.map(({ siteCodes }) => siteCodes.length)).toEqual([2, 3]);
    await world.run(retireLane, { laneId: first, version: 1 });
    expect(await promised(ask)).toBeNull();
  });

  it('in several currencies have no sum', async () => {
    const [a, b, c] = [await siteId(), await siteId(), await siteId()];
    await laneBetween(world, [a, b], { costMinor: 1 });
    await laneBetween(world, [b, c], { costMinor: 1, currency: 'EUR' });
    const ask = { fromSiteId: a, toSiteId: c, readyAt: monday };
    expect(await promised(ask)).toMatchObject({ costMinor: null, currency: null });
  });
});

describe('the lane of a shipment', () => {
  it('is the straight one that arrives first, then the usual one', async () => {
    const [a, b] = [await siteId(), await siteId()];
    expect(await lane({ fromSiteId: a, toSiteId: b, at: monday })).toBeNull();
    await laneBetween(world, [a, b], { leadHours: 48 });
    const rare = await laneBetween(world, [a, b], { mode: 'air', leadHours: 12, priority: 2 });
    const air = await laneBetween(world, [a, b], { mode: 'air', leadHours: 12, spreadHours: 6 });
    expect(await lane({ fromSiteId: a, toSiteId: b, at: monday })).toEqual({
      laneId: air,
      departAt: monday,
      arriveAt: new Date('2026-11-16T20:00:00Z'),
      latestAt: new Date('2026-11-17T02:00:00Z'),
    });
    expect(rare).not.toBe(air);
  });
});

describe('the way of a return', () => {
  it('is the most particular route, and none that leads back to where the part is', async () => {
    const [depot, field] = [await siteId(), await siteId()];
    const { partyId } = await world.run(createParty, {
      code: mint('REP'),
      kind: 'repairer',
      nameEn: 'Works',
    });
    const category = mint('boards');
    const named = { partNumber: mint('P'), nameEn: 'Board', category, isRepairable: true };
    const { partId } = await world.run(createPart, named);
    const ask = { partId, condition: 'defective', fromSiteId: field };
    expect(await wayBack(ask)).toBeNull();
    const usual = await world.run(addReturnRoute, { category, toSiteId: depot });
    expect(await wayBack(ask)).toEqual({
      routeId: usual.routeId,
      toSiteId: depot,
      toPartyId: null,
    });
    const own = { fromSiteId: depot, category, condition: 'defective' as const };
    const out = await world.run(addReturnRoute, { ...own, toPartyId: partyId });
    expect(await wayBack({ ...ask, fromSiteId: depot })).toEqual({
      routeId: out.routeId,
      toSiteId: null,
      toPartyId: partyId,
    });
    expect(await wayBack({ ...ask, fromSiteId: depot, condition: 'good' })).toBeNull();
    expect(await wayBack({ ...ask, partId: '00000000-0000-7000-8000-000000000999' })).toBeNull();
  });
});
