/**
 * Reads the network as the rules take it: every live lane between live sites, with its calendar. Days
 * become whole days since 1970-01-01 here, so that no rule has to read a date.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../platform/errors.ts';
import type { Read } from '../platform/work.ts';
import type { WorkCalendar } from './calendar.rules.ts';
import type { Lane } from './journey.rules.ts';
import { offsetsOf } from './zone-offset.ts';

interface CalendarRow {
  readonly timeZone: string;
  readonly weekdays: string;
  readonly opensMinute: number;
  readonly closesMinute: number;
  readonly countsOpenHours: boolean;
  readonly holidays: readonly number[];
}

/** A calendar as it is stored, ready for the rules. */
function calendarOf(row: CalendarRow): WorkCalendar {
  return {
    weekdays: new Set([...row.weekdays].map(Number)),
    holidays: new Set(row.holidays),
    opensMinute: row.opensMinute,
    closesMinute: row.closesMinute,
    countsOpenHours: row.countsOpenHours,
    offsetAt: offsetsOf(row.timeZone),
  };
}

/** Every calendar by its id. */
async function readCalendars(read: Read): Promise<ReadonlyMap<string, WorkCalendar>> {
  const rows = await read.db.execute<
    CalendarRow & { readonly id: string } & Record<string, unknown>
  >(sql`
    select c.id, c.time_zone as "timeZone", c.weekdays, c.opens_minute as "opensMinute",
           c.closes_minute as "closesMinute", c.counts_open_hours as "countsOpenHours",
           array(select h.day - date '1970-01-01' from calendar_holiday h
                 where h.calendar_id = c.id order by 1) as holidays
    from work_calendar c`);
  return new Map(rows.map((row) => [row.id, calendarOf(row)]));
}

type LaneRow = Omit<Lane, 'calendar'> & { readonly calendarId: string } & Record<string, unknown>;

/** Every lane that is in use, in a fixed order. */
export async function readLanes(read: Read): Promise<readonly Lane[]> {
  const [calendars, rows] = await Promise.all([
    readCalendars(read),
    read.db.execute<LaneRow>(sql`
      select l.id, l.from_site_id as "fromSiteId", l.to_site_id as "toSiteId",
             l.lead_hours as "leadHours", l.spread_hours as "spreadHours", l.priority,
             l.cost_minor as "costMinor", l.currency, l.calendar_id as "calendarId",
             l.cut_off_minute as "cutOffMinute", l.valid_from - date '1970-01-01' as "validFrom",
             l.valid_to - date '1970-01-01' as "validTo"
      from lane l
      join site f on f.id = l.from_site_id
      join site t on t.id = l.to_site_id
      where l.retired_at is null and f.retired_at is null and t.retired_at is null
      order by l.id`),
  ]);
  return rows.map(({ calendarId, ...row }) => {
    const calendar = calendars.get(calendarId);
    invariant(calendar, 'a lane names a calendar that exists');
    return { ...row, calendar };
  });
}

/** Whether a site is in use; null when there is none. Lanes may start outside the caller's sites. */
export async function readSiteState(
  read: Read,
  siteId: string,
): Promise<{ readonly isOpen: boolean } | null> {
  const [row] = await read.db.execute<{ isOpen: boolean }>(
    sql`select is_open as "isOpen" from site where id = ${siteId}::uuid`,
  );
  return row ?? null;
}

/** The code of every site by its id. */
export async function readSiteCodes(read: Read): Promise<ReadonlyMap<string, string>> {
  const rows = await read.db.execute<{ id: string; code: string }>(sql`select id, code from site`);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
