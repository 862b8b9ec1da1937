/** Who may set up the network, what is refused, and what two people do at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createParty, retireSite } from '../../src/inventory/index.ts';
import {
  addCalendar,
  addHolidays,
  addLane,
  addReturnRoute,
  changeCalendar,
  changeLane,
  changeReturnRoute,
  getCalendar,
  getLane,
  listCalendars,
  listLanes,
  listReturnRoutes,
  removeHolidays,
  retireCalendar,
  retireLane,
  retireReturnRoute,
} from '../../src/network/index.ts';
import { actorWith, mint, openWorld, type World } from '../support/world.ts';
import { always, laneBetween, laneInput, officeDays } from './network-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const siteId = async () => (await world.site()).siteId;
const refusal = (code: string) => ({ code });

describe('a lane', () => {
  it('is added, changed by who saw the last of it, and retired', async () => {
    const [a, b] = [await siteId(), await siteId()];
    const laneId = await laneBetween(world, [a, b], { carrier: 'SF', cutOffMinute: 0 });
    const change = { laneId, version: 1, ...laneInput(a, b, { mode: 'air', leadHours: 9 }) };
    await world.run(changeLane, { ...change, autoReceiveAfter: 'lead-time' });
    await expect(world.run(changeLane, change)).rejects.toMatchObject(
      refusal('platform.stale-version'),
    );
    expect(await world.ask(getLane, { laneId })).toMatchObject({
      mode: 'air',
      carrier: null,
      cutOffMinute: null,
      autoReceiveAfter: 'lead-time',
      version: 2,
    });
    await world.run(retireLane, { laneId, version: 2 });
    await expect(world.run(retireLane, { laneId, version: 3 })).rejects.toMatchObject(
      refusal('network.lane-retired'),
    );
    expect((await world.ask(listLanes, { siteId: a })).total).toBe(0);
    const gone = await world.ask(listLanes, { siteId: a, isRetired: true });
    expect(gone.lanes.map(({ id }) => id)).toEqual([laneId]);
  });

  it('never leads to itself, from a site nobody has, or to one that is closed', async () => {
    const [a, b] = [await siteId(), await siteId()];
    await expect(world.run(addLane, laneInput(a, a))).rejects.toMatchObject(
      refusal('network.lane-to-itself'),
    );
    const nobody = '00000000-0000-7000-8000-000000000999';
    await expect(world.run(addLane, laneInput(nobody, a))).rejects.toMatchObject(
      refusal('inventory.unknown-site'),
    );
    const lost = laneInput(a, b, { calendarId: nobody });
    await expect(world.run(addLane, lost)).rejects.toMatchObject(
      refusal('network.unknown-calendar'),
    );
    await world.run(retireSite, { siteId: b, version: 1 });
    await expect(world.run(addLane, laneInput(a, b))).rejects.toMatchObject(
      refusal('inventory.site-retired'),
    );
    const backwards = laneInput(a, b, { validFrom: '2026-12-02', validTo: '2026-12-01' });
    await expect(world.run(addLane, backwards)).rejects.toMatchObject({
      issues: [{ pointer: '/validTo' }],
    });
  });

  it('is kept from leading to itself by the database too', async () => {
    const a = await siteId();
    const { owner } = world.database;
    await expect(owner`
      insert into lane (id, from_site_id, to_site_id, mode, lead_hours, spread_hours, cost_minor,
                        currency, calendar_id, priority, created_at)
      values (${always}, ${a}, ${a}, 'road', 1, 0, 0, 'CNY', ${always}, 1, now())`).rejects.toThrow(
      /lane_two_sites/,
    );
  });

  it('is set up by whoever looks after the site it leads to', async () => {
    const [own, other] = [await siteId(), await siteId()];
    const planner = actorWith(['network.edit'], [own]);
    const laneId = (await world.run(addLane, laneInput(other, own), planner)).laneId;
    await world.run(retireLane, { laneId, version: 1 }, planner);
    await expect(world.run(addLane, laneInput(own, other), planner)).rejects.toMatchObject(
      refusal('inventory.unknown-site'),
    );
    const foreign = await laneBetween(world, [own, other]);
    const retire = { laneId: foreign, version: 1 };
    await expect(world.run(retireLane, retire, planner)).rejects.toMatchObject(
      refusal('network.unknown-lane'),
    );
  });
});

describe('a calendar', () => {
  const words = {
    nameEn: 'Days',
    timeZone: 'Europe/Berlin',
    weekdays: [5, 1, 1],
    opensMinute: 480,
    closesMinute: 1440,
  };

  it('is added, changed and given days off from a pasted list', async () => {
    const code = mint('CAL');
    const { calendarId } = await world.run(addCalendar, { code, ...words });
    await expect(world.run(addCalendar, { code, ...words })).rejects.toMatchObject(
      refusal('network.calendar-code-taken'),
    );
    const lines = '2026-12-25 Christmas Day\n2026年10月1日 国庆节';
    expect(await world.run(addHolidays, { calendarId, lines })).toEqual({ added: 2 });
    await world.run(addHolidays, { calendarId, lines: '2026-12-25 Weihnachten' });
    const bad = { calendarId, lines: '2026-12-24 Eve\nnever' };
    await expect(world.run(addHolidays, bad)).rejects.toMatchObject({
      code: 'network.holidays-unreadable',
      params: { line: 2, text: 'never' },
    });
    const days = ['2026-10-01', '2026-10-02'];
    expect(await world.run(removeHolidays, { calendarId, days })).toEqual({ removed: 1 });
    const found = await world.ask(getCalendar, { calendarId });
    expect(found).toMatchObject({
      weekdays: [1, 5],
      holidays: [{ day: '2026-12-25', name: 'Weihnachten' }],
      version: 4,
    });
    const change = { calendarId, version: 4, code, ...words, countsOpenHours: true };
    await world.run(changeCalendar, change);
    await expect(world.run(changeCalendar, change)).rejects.toMatchObject(
      refusal('platform.stale-version'),
    );
  });

  it.each([
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['closesMinute', { closesMinute: 480 }],
    ['weekdays', { weekdays: [] }],
    ['nameEn', { nameEn: null }],
  ])('with a wrong %s is refused there', async (field, wrong) => {
    const code = mint('CAL');
    await expect(world.run(addCalendar, { code, ...words, ...wrong })).rejects.toMatchObject({
      issues: [{ pointer: `/${field}` }],
    });
  });

  it('that lanes use is not retired, whoever comes first', async () => {
    const [a, b] = [await siteId(), await siteId()];
    for (let round = 0; round < 6; round += 1) {
      const calendarId = await officeDays(world);
      const [lane, retired] = await Promise.allSettled([
        world.run(addLane, laneInput(a, b, { calendarId })),
        world.run(retireCalendar, { calendarId, version: 1 }),
      ]);
      expect(lane.status).not.toBe(retired.status);
      const code = lane.status === 'rejected' ? lane.reason.code : undefined;
      if (lane.status === 'rejected') expect(code).toBe('network.calendar-retired');
      const { calendars } = await world.ask(listCalendars, {});
      expect(calendars.some(({ id }) => id === calendarId)).toBe(lane.status === 'fulfilled');
    }
  });

  it('holds for all sites, so nobody of one site changes it', async () => {
    const planner = actorWith(['network.edit'], [await siteId()]);
    const wish = { code: mint('CAL'), ...words };
    await expect(world.run(addCalendar, wish, planner)).rejects.toMatchObject(
      refusal('platform.not-permitted'),
    );
  });
});

describe('a return route', () => {
  it('has one end that takes parts back', async () => {
    const [a, b] = [await siteId(), await siteId()];
    const party = (kind: 'customer' | 'supplier') =>
      world.run(createParty, { code: mint('PA'), kind, nameEn: kind });
    const { partyId: customer } = await party('customer');
    const { partyId: supplier } = await party('supplier');
    const unfit = refusal('network.route-end-unfit');
    for (const ends of [{}, { toSiteId: b, toPartyId: supplier }, { toPartyId: customer }]) {
      await expect(world.run(addReturnRoute, { fromSiteId: a, ...ends })).rejects.toMatchObject(
        unfit,
      );
    }
    const same = { fromSiteId: a, toSiteId: a };
    await expect(world.run(addReturnRoute, same)).rejects.toMatchObject(
      refusal('network.route-to-itself'),
    );
    const two = { fromSiteId: a, toSiteId: b, category: 'x', partClass: 'repairable' as const };
    await expect(world.run(addReturnRoute, two)).rejects.toMatchObject({
      issues: [{ pointer: '/partClass' }],
    });
  });

  it('is one for the same returns, also when two people say so at once', async () => {
    const [a, b] = [await siteId(), await siteId()];
    const wish = { fromSiteId: a, toSiteId: b, condition: 'defective' as const };
    const settled = await Promise.allSettled(
      Array.from({ length: 4 }, () => world.run(addReturnRoute, wish)),
    );
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 3 }, () => 'network.route-exists'));
    const { routes } = await world.ask(listReturnRoutes, { limit: 200 });
    const [route] = routes.filter(({ fromSiteId }) => fromSiteId === a);
    const routeId = route?.id ?? '';
    await world.run(changeReturnRoute, { routeId, version: 1, ...wish, note: 'by van' });
    await expect(
      world.run(changeReturnRoute, { routeId, version: 1, ...wish }),
    ).rejects.toMatchObject(refusal('platform.stale-version'));
    await world.run(retireReturnRoute, { routeId, version: 2 });
    await expect(world.run(retireReturnRoute, { routeId, version: 3 })).rejects.toMatchObject(
      refusal('network.unknown-route'),
    );
    await world.run(addReturnRoute, wish);
  });

  it('from every site is a matter of all sites', async () => {
    const [a, b] = [await siteId(), await siteId()];
    const planner = actorWith(['network.edit'], [a]);
    const category = mint('cat');
    await expect(
      world.run(addReturnRoute, { category, toSiteId: b }, planner),
    ).rejects.toMatchObject(refusal('platform.not-permitted'));
    await world.run(addReturnRoute, { category, toSiteId: b, fromSiteId: a }, planner);
    const { routeId } = await world.run(addReturnRoute, { category, toSiteId: b });
    await expect(
      world.run(retireReturnRoute, { routeId, version: 1 }, planner),
    ).rejects.toMatchObject(refusal('network.unknown-route'));
  });
});
