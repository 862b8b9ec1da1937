/** Little networks for properties: sites, lanes with calendars and cut-offs, and moments of goods. */
import fc from 'fast-check';
import type { WorkCalendar } from '../../src/network/calendar.rules.ts';
import type { Lane } from '../../src/network/journey.rules.ts';
import { offsetsOf } from '../../src/network/zone-offset.ts';

const dayMs = 86_400_000;

/** An instant from text, and back. */
export const at = (text: string): number => Date.parse(text);
export const dayOf = (text: string): number => at(`${text}T00:00:00Z`) / dayMs;
export const textOf = (instant: number): string =>
  new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

/** A calendar: Monday to Friday, nine to six in Shanghai, unless said otherwise. */
export function calendar(values: Partial<WorkCalendar> & { zone?: string } = {}): WorkCalendar {
  const { zone = 'Asia/Shanghai', ...rest } = values;
  return {
    weekdays: new Set([1, 2, 3, 4, 5]),
    holidays: new Set(),
    opensMinute: 540,
    closesMinute: 1080,
    countsOpenHours: false,
    offsetAt: offsetsOf(zone),
    ...rest,
  };
}

let made = 0;

/** A lane of a day by road without a cut-off, unless said otherwise. */
export function laneOf(fromSiteId: string, toSiteId: string, values: Partial<Lane> = {}): Lane {
  made += 1;
  return {
    id: `lane-${String(made).padStart(6, '0')}`,
    fromSiteId,
    toSiteId,
    leadHours: 24,
    spreadHours: 0,
    priority: 1,
    costMinor: 0,
    currency: 'CNY',
    calendar: calendar(),
    cutOffMinute: null,
    validFrom: null,
    validTo: null,
    ...values,
  };
}

export const siteNames = ['A', 'B', 'C', 'D', 'E'] as const;

const start = dayOf('2026-01-01');
const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

export const someCalendar = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    holidays: fc.uniqueArray(fc.integer({ min: start - 5, max: start + 380 }), { maxLength: 40 }),
    opensMinute: fc.integer({ min: 0, max: 1000 }),
    length: fc.integer({ min: 1, max: 439 }),
    countsOpenHours: fc.boolean(),
    zone: fc.constantFrom(...zones),
  })
  .map(({ weekdays, holidays, opensMinute, length, countsOpenHours, zone }) =>
    calendar({
      weekdays: new Set(weekdays),
      holidays: new Set(holidays),
      opensMinute,
      closesMinute: opensMinute + length,
      countsOpenHours,
      zone,
    }),
  );

const someLane = fc
  .record({
    ends: fc.uniqueArray(fc.constantFrom(...siteNames), { minLength: 2, maxLength: 2 }),
    leadHours: fc.integer({ min: 0, max: 120 }),
    spreadHours: fc.integer({ min: 0, max: 48 }),
    priority: fc.integer({ min: 1, max: 3 }),
    costMinor: fc.integer({ min: 0, max: 500 }),
    cutOffMinute: fc.option(fc.integer({ min: 0, max: 1439 })),
    validFrom: fc.option(fc.integer({ min: start, max: start + 60 }), { freq: 4 }),
    calendar: someCalendar,
  })
  .map(({ ends: [from = 'A', to = 'B'], ...values }) => laneOf(from, to, values));

export const someLanes = fc.array(someLane, { maxLength: 14 });
export const someLaneAlone = someLane;
export const someMoment = fc
  .integer({ min: 0, max: 330 * 1440 })
  .map((m) => start * dayMs + m * 60_000);
