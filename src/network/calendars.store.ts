/** Writes calendars and their days off. */
import { eq, sql } from 'drizzle-orm';
import { platformErrors } from '../platform/platform-errors.ts';
import type { Read, Work } from '../platform/work.ts';
import { networkErrors } from './errors.ts';
import type { Holiday } from './holidays.rules.ts';
import { lane, workCalendar } from './tables.ts';

type CalendarValues = Omit<typeof workCalendar.$inferInsert, 'id' | 'createdAt' | 'version'>;

/**
 * Locks a calendar.
 * @throws network.unknown-calendar, platform.stale-version
 */
export async function lockCalendar(work: Work, calendarId: string, version: number | null) {
  const [row] = await work.db
    .select()
    .from(workCalendar)
    .where(eq(workCalendar.id, calendarId))
    .for('no key update');
  if (row === undefined) throw networkErrors.error('unknown-calendar');
  if (version !== null && version !== row.version) throw platformErrors.error('stale-version');
  return row;
}

/** Locks a calendar that a lane is to use: it must be in use, and stays so. */
export async function requireCalendar(work: Work, calendarId: string): Promise<void> {
  const { retiredAt } = await lockCalendar(work, calendarId, null);
  if (retiredAt !== null) throw networkErrors.error('calendar-retired');
}

/** Says what it means when the code of a calendar is refused. */
export function refuseTakenCode(work: Work, code: string): void {
  work.refuseAs('work_calendar_code', async () =>
    networkErrors.error('calendar-code-taken', { code }),
  );
}

/** Adds a calendar and answers its id. */
export async function addCalendar(work: Work, values: CalendarValues): Promise<string> {
  const calendarId = work.newId();
  await work.db.insert(workCalendar).values({ ...values, id: calendarId, createdAt: work.now });
  return calendarId;
}

/** Changes a calendar that is locked. */
export async function changeCalendar(
  work: Work,
  calendarId: string,
  values: Partial<CalendarValues>,
): Promise<void> {
  await work.db
    .update(workCalendar)
    .set({ ...values, version: sql`${workCalendar.version} + 1` })
    .where(eq(workCalendar.id, calendarId));
}

/** Puts days off into a calendar; a day that is there gets the new name. */
export async function putHolidays(
  work: Work,
  calendarId: string,
  holidays: readonly Holiday[],
): Promise<void> {
  await work.db.execute(sql`
    insert into calendar_holiday (calendar_id, day, name)
    select ${calendarId}::uuid, h.day, h.name
    from jsonb_to_recordset(${JSON.stringify(holidays)}::jsonb) as h (day date, name text)
    on conflict (calendar_id, day) do update set name = excluded.name`);
}

/** Takes days off out of a calendar and answers how many. */
export async function dropHolidays(
  work: Work,
  calendarId: string,
  days: readonly string[],
): Promise<number> {
  const gone = await work.db.execute(sql`
    delete from calendar_holiday where calendar_id = ${calendarId}::uuid
      and day in (select jsonb_array_elements_text(${JSON.stringify(days)}::jsonb)::date)
    returning day`);
  return gone.length;
}

/** How many lanes in use name a calendar. */
export function lanesOfCalendar(read: Read, calendarId: string): Promise<number> {
  const using = sql`${lane.calendarId} = ${calendarId}::uuid and ${lane.retiredAt} is null`;
  return read.db.$count(lane, using);
}
