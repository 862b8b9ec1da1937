/**
 * When a calendar is open, and how its local time meets the one line of time that every place shares.
 * Instants are milliseconds since 1970 in UTC, local days are whole days since 1970-01-01; which zone
 * is how far from UTC is handed in, because a rule knows no table of time zones.
 */

export const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A calendar as the rules see it. */
export interface WorkCalendar {
  /** Working days of the week; 1 is Monday, 7 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Local days off. */
  readonly holidays: ReadonlySet<number>;
  /** Minutes of the local day between which it is open; the end is not included. */
  readonly opensMinute: number;
  readonly closesMinute: number;
  /** Whether a lead time counts open hours only. */
  readonly countsOpenHours: boolean;
  /** Minutes that local clocks are ahead of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
}

/** A span of instants, the end not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How many days ahead is looked for a departure, and for an arrival. Beyond that it is "never". */
export const horizonDays = 750;
const countedDays = 4000;

/** The local day that an instant falls on. */
export function localDayOf(calendar: WorkCalendar, instant: number): number {
  return Math.floor((instant + calendar.offsetAt(instant) * minuteMs) / dayMs);
}

/** The minute of the local day at an instant. */
export function localMinuteOf(calendar: WorkCalendar, instant: number): number {
  const local = instant + calendar.offsetAt(instant) * minuteMs;
  return Math.floor((local - localDayOf(calendar, instant) * dayMs) / minuteMs);
}

/**
 * The instant of a local clock time. A time that a change of the clocks leaves out is the same time
 * after the change; one that comes twice is the later of the two.
 */
export function instantOf(calendar: WorkCalendar, day: number, minute: number): number {
  const local = day * dayMs + minute * minuteMs;
  const near = local - calendar.offsetAt(local) * minuteMs;
  return local - calendar.offsetAt(near) * minuteMs;
}

/** Monday is 1. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** What closes a day. */
export type Closed = 'weekday' | 'holiday';

/** Why nothing leaves on a local day; null when it is a working day. */
export function closedBy(calendar: WorkCalendar, day: number): Closed | null {
  if (!calendar.weekdays.has(weekdayOf(day))) return 'weekday';
  return calendar.holidays.has(day) ? 'holiday' : null;
}

/** The open hours of a local day; null on a day off. */
export function openHours(calendar: WorkCalendar, day: number): Span | null {
  if (closedBy(calendar, day) !== null) return null;
  const span = {
    from: instantOf(calendar, day, calendar.opensMinute),
    to: instantOf(calendar, day, calendar.closesMinute),
  };
  return span.from < span.to ? span : null;
}

/**
 * The instant when so many hours have passed, by the calendar's way of counting.
 * @returns null when the calendar opens too seldom to reach it
 */
export function afterHours(calendar: WorkCalendar, from: number, hours: number): number | null {
  if (!calendar.countsOpenHours || hours === 0) return from + hours * hourMs;
  let left = hours * hourMs;
  // A day more at the front: clocks set back at midnight let a local day begin twice.
  const first = localDayOf(calendar, from) - 1;
  for (let day = first; day < first + countedDays; day += 1) {
    const open = openHours(calendar, day);
    const start = Math.max(open?.from ?? from, from);
    const length = Math.max(0, (open?.to ?? from) - start);
    if (length >= left) return start + left;
    left -= length;
  }
  return null;
}
