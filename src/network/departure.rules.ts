/**
 * When goods that are ready leave on a lane, and why not before. With a cut-off everything that is
 * ready by then leaves at that moment; without one goods leave as soon as it is open. Pure.
 */
import {
  type Closed,
  closedBy,
  horizonDays,
  instantOf,
  localDayOf,
  openHours,
  type WorkCalendar,
} from './calendar.rules.ts';

/** What decides when goods leave. */
export interface Timetable {
  readonly calendar: WorkCalendar;
  /** Minute of the local day at which goods leave; null: whenever it is open. */
  readonly cutOffMinute: number | null;
  /** First and last local day on which goods leave; null: without end. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** Why goods wait. `missed` is the cut-off they were late for. */
export type Wait =
  | { readonly because: 'cut-off-missed'; readonly missed: number }
  | { readonly because: 'closed'; readonly closed: Closed }
  | { readonly because: 'after-hours' }
  | { readonly because: 'not-yet-valid' };

/** When they leave, and the first thing that held them up. */
export interface Departure {
  readonly departAt: number;
  readonly wait: Wait | null;
}

/** The instant at which goods ready at `readyAt` leave on this day; null when they do not. */
function leavesOn(lane: Timetable, day: number, readyAt: number): number | null {
  const { calendar, cutOffMinute } = lane;
  if (cutOffMinute !== null) {
    if (closedBy(calendar, day) !== null) return null;
    const leaves = instantOf(calendar, day, cutOffMinute);
    return leaves >= readyAt ? leaves : null;
  }
  const open = openHours(calendar, day);
  return open !== null && readyAt < open.to ? Math.max(readyAt, open.from) : null;
}

function waitOn(lane: Timetable, day: number): Wait {
  if (lane.validFrom !== null && day < lane.validFrom) return { because: 'not-yet-valid' };
  const closed = closedBy(lane.calendar, day);
  if (closed !== null) return { because: 'closed', closed };
  if (lane.cutOffMinute === null) return { because: 'after-hours' };
  return {
    because: 'cut-off-missed',
    missed: instantOf(lane.calendar, day, lane.cutOffMinute),
  };
}

/**
 * The next departure of goods that are ready at an instant.
 * @returns null when nothing leaves any more: the lane has ended, or its calendar does not open within
 *   the days that are looked ahead
 */
export function nextDeparture(lane: Timetable, readyAt: number): Departure | null {
  const today = localDayOf(lane.calendar, readyAt);
  const first = Math.max(today - 1, lane.validFrom ?? today - 1);
  const last = Math.min(first + horizonDays, lane.validTo ?? Number.POSITIVE_INFINITY);
  for (let day = first; day <= last; day += 1) {
    const departAt = leavesOn(lane, day, readyAt);
    if (departAt === null) continue;
    return { departAt, wait: day > today ? waitOn(lane, today) : null };
  }
  return null;
}
