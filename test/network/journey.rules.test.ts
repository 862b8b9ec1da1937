/** When goods leave and arrive: cut-offs, days off, changes of clocks, and the way that is first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterHours,
  closedBy,
  instantOf,
  localDayOf,
  localMinuteOf,
} from '../../src/network/calendar.rules.ts';
import { nextDeparture } from '../../src/network/departure.rules.ts';
import {
  earliestJourney,
  journeysTo,
  latestArrival,
  rideOn,
} from '../../src/network/journey.rules.ts';
import { isTimeZone } from '../../src/network/zone-offset.ts';
import {
  at,
  calendar,
  dayOf,
  laneOf,
  siteNames,
  someCalendar,
  someLaneAlone,
  someLanes,
  someMoment,
  textOf,
} from './random-network.ts';

// 2026-11-16 is a Monday; Shanghai is eight hours ahead of UTC.
const four = laneOf('A', 'B', { cutOffMinute: 16 * 60 });

describe('goods on a lane', () => {
  it.each([
    ['2026-11-16T01:00:00Z', '2026-11-16 08:00', null],
    ['2026-11-16T08:00:00Z', '2026-11-16 08:00', null],
    ['2026-11-16T08:01:00Z', '2026-11-17 08:00', 'cut-off-missed'],
    ['2026-11-20T09:00:00Z', '2026-11-23 08:00', 'cut-off-missed'],
    ['2026-11-21T01:00:00Z', '2026-11-23 08:00', 'closed'],
  ])('ready at %s leave with the cut-off at %s', (ready, leaves, because) => {
    const departure = nextDeparture(four, at(ready));
    expect(departure && textOf(departure.departAt)).toBe(leaves);
    expect(departure?.wait?.because ?? null).toBe(because);
  });

  it('leave as soon as it is open when there is no cut-off', () => {
    const any = laneOf('A', 'B');
    const leaves = (ready: string) => {
      const found = nextDeparture(any, at(ready));
      return [found && textOf(found.departAt), found?.wait?.because ?? null];
    };
    expect(leaves('2026-11-15T23:00:00Z')).toEqual(['2026-11-16 01:00', null]);
    expect(leaves('2026-11-16T03:00:00Z')).toEqual(['2026-11-16 03:00', null]);
    expect(leaves('2026-11-16T10:00:00Z')).toEqual(['2026-11-17 01:00', 'after-hours']);
  });

  it('wait out the days off, and say which', () => {
    const holidays = new Set([dayOf('2026-11-17'), dayOf('2026-11-18')]);
    const lane = laneOf('A', 'B', { cutOffMinute: 960, calendar: calendar({ holidays }) });
    const found = nextDeparture(lane, at('2026-11-17T02:00:00Z'));
    expect(found && textOf(found.departAt)).toBe('2026-11-19 08:00');
    expect(found?.wait).toEqual({ because: 'closed', closed: 'holiday' });
  });

  it('never leave where it never opens, and only while the lane is valid', () => {
    const every = new Set(Array.from({ length: 4000 }, (_, n) => dayOf('2026-01-01') + n));
    const never = laneOf('A', 'B', { calendar: calendar({ holidays: every }) });
    expect(nextDeparture(never, at('2026-11-16T00:00:00Z'))).toBeNull();
    const ended = laneOf('A', 'B', { validTo: dayOf('2026-11-15') });
    expect(nextDeparture(ended, at('2026-11-16T00:00:00Z'))).toBeNull();
    const later = laneOf('A', 'B', { validFrom: dayOf('2027-03-01') });
    const found = nextDeparture(later, at('2026-11-16T00:00:00Z'));
    expect(found && textOf(found.departAt)).toBe('2027-03-01 01:00');
    expect(found?.wait).toEqual({ because: 'not-yet-valid' });
  });

  it('arrive after hours of the clock, or after open hours only', () => {
    const friday = at('2026-11-20T08:00:00Z');
    expect(textOf(afterHours(calendar(), friday, 24) ?? 0)).toBe('2026-11-21 08:00');
    // Two hours are left on Friday, nine on Monday, one is taken from Tuesday.
    const counts = calendar({ countsOpenHours: true });
    expect(textOf(afterHours(counts, friday, 12) ?? 0)).toBe('2026-11-24 02:00');
    expect(afterHours(counts, friday, 0)).toBe(friday);
    const closed = calendar({ weekdays: new Set(), countsOpenHours: true });
    expect(afterHours(closed, friday, 1)).toBeNull();
  });
});

describe('clocks', () => {
  it('that jump over a time use the time after it, and of two the later', () => {
    const berlin = calendar({ zone: 'Europe/Berlin' });
    expect(textOf(instantOf(berlin, dayOf('2026-03-29'), 150))).toBe('2026-03-29 01:30');
    expect(textOf(instantOf(berlin, dayOf('2026-10-25'), 150))).toBe('2026-10-25 01:30');
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });

  it('say the same time forth and back wherever it exists', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const days = fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2027-12-31') });
    fc.assert(
      fc.property(someCalendar, days, minutes, (own, day, minute) => {
        const instant = instantOf(own, day, minute);
        const isSame = localDayOf(own, instant) === day && localMinuteOf(own, instant) === minute;
        const shift = own.offsetAt(instant) - own.offsetAt(instant - 86_400_000);
        expect(isSame || shift > 0).toBe(true);
      }),
    );
  });
});

describe('a journey', () => {
  it('takes the way that arrives first, also with a change', () => {
    const lanes = [
      laneOf('A', 'C', { leadHours: 100 }),
      laneOf('A', 'B', { leadHours: 10 }),
      laneOf('B', 'C', { leadHours: 10 }),
    ];
    const trip = { fromSiteId: 'A', toSiteId: 'C', readyAt: at('2026-11-16T01:00:00Z') };
    const found = earliestJourney(lanes, trip);
    expect(found?.legs.map(({ lane }) => lane.toSiteId)).toEqual(['B', 'C']);
    // Ten hours later it is after six in B; it leaves the next morning.
    expect(found && textOf(found.arriveAt)).toBe('2026-11-17 11:00');
    expect(earliestJourney(lanes, { ...trip, fromSiteId: 'C', toSiteId: 'A' })).toBeNull();
  });

  it('prefers the usual lane, then the cheaper, among those that arrive together', () => {
    const ready = { fromSiteId: 'A', toSiteId: 'B', readyAt: at('2026-11-16T01:00:00Z') };
    const rare = laneOf('A', 'B', { priority: 2 });
    const dear = laneOf('A', 'B', { costMinor: 900 });
    const cheap = laneOf('A', 'B', { costMinor: 100 });
    for (const lanes of [
      [rare, dear, cheap],
      [cheap, dear, rare],
    ]) {
      expect(earliestJourney(lanes, ready)?.legs[0]?.lane).toBe(cheap);
    }
  });

  it('grants every lane its spread for the latest arrival', () => {
    const spread = laneOf('A', 'B', { leadHours: 24, spreadHours: 12 });
    const trip = { fromSiteId: 'A', toSiteId: 'B', readyAt: at('2026-11-16T01:00:00Z') };
    const found = earliestJourney([spread], trip);
    expect(found && textOf(latestArrival(found))).toBe('2026-11-17 13:00');
  });

  it('never arrives before the goods are ready, nor leaves outside the timetable', () => {
    fc.assert(
      fc.property(someLanes, someMoment, (lanes, readyAt) => {
        for (const journey of journeysTo(lanes, { toSiteId: 'A', readyAt })) {
          expect(journey.arriveAt).toBeGreaterThanOrEqual(readyAt);
          expect(latestArrival(journey)).toBeGreaterThanOrEqual(journey.arriveAt);
          let before = readyAt;
          for (const { lane, readyAt: ready, departAt, arriveAt } of journey.legs) {
            expect(ready).toBe(before);
            expect(departAt).toBeGreaterThanOrEqual(ready);
            expect(arriveAt).toBeGreaterThanOrEqual(departAt);
            const day = localDayOf(lane.calendar, departAt);
            expect(day).toBeGreaterThanOrEqual(lane.validFrom ?? day);
            // A change of clocks can carry a cut-off at midnight into the next day.
            const days = [day - 1, day, day + 1];
            const isOpen = days.some((one) => closedBy(lane.calendar, one) === null);
            expect(isOpen).toBe(true);
            if (lane.cutOffMinute !== null) {
              const cutOff = lane.cutOffMinute;
              expect(days.map((one) => instantOf(lane.calendar, one, cutOff))).toContain(departAt);
            }
            before = arriveAt;
          }
        }
      }),
    );
  });

  it('is never later for another lane, and never later for goods ready earlier', () => {
    const site = fc.constantFrom(...siteNames);
    const given = fc.record({
      lanes: someLanes,
      more: someLaneAlone,
      trip: fc.record({ fromSiteId: site, toSiteId: site, readyAt: someMoment }),
      minutes: fc.integer({ min: 0, max: 5000 }),
    });
    const arrivalOn = (...[lanes, trip]: Parameters<typeof earliestJourney>) =>
      earliestJourney(lanes, trip)?.arriveAt ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(given, ({ lanes, more, trip, minutes }) => {
        const before = arrivalOn(lanes, trip);
        expect(arrivalOn([...lanes, more], trip)).toBeLessThanOrEqual(before);
        const later = { ...trip, readyAt: trip.readyAt + minutes * 60_000 };
        expect(before).toBeLessThanOrEqual(arrivalOn(lanes, later));
      }),
      { numRuns: 300 },
    );
  });

  it('is the first of all ways there are', () => {
    fc.assert(
      fc.property(someLanes, someMoment, (lanes, readyAt) => {
        let best = Number.POSITIVE_INFINITY;
        const walk = (siteId: string, ready: number, seen: readonly string[]): void => {
          if (siteId === 'B') best = Math.min(best, ready);
          for (const lane of lanes) {
            if (lane.fromSiteId !== siteId || seen.includes(lane.toSiteId)) continue;
            const leg = rideOn(lane, ready);
            if (leg !== null) walk(lane.toSiteId, leg.arriveAt, [...seen, lane.toSiteId]);
          }
        };
        walk('A', readyAt, ['A']);
        const found = earliestJourney(lanes, { fromSiteId: 'A', toSiteId: 'B', readyAt });
        expect(found?.arriveAt ?? Number.POSITIVE_INFINITY).toBe(best);
      }),
    );
  });

  it('is the same whatever order the lanes come in', () => {
    fc.assert(
      fc.property(someLanes, someMoment, (lanes, readyAt) => {
        const ways = (list: typeof lanes) =>
          journeysTo(list, { toSiteId: 'C', readyAt }).map(({ fromSiteId, legs }) => [
            fromSiteId,
            ...legs.map(({ lane }) => lane.id),
          ]);
        expect(ways([...lanes].reverse())).toEqual(ways(lanes));
      }),
    );
  });
});
