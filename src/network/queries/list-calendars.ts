/** The working calendars with their days off, and one by itself. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type CalendarView, calendarView } from '../contract.ts';
import { networkErrors } from '../errors.ts';

const calendarsMax = 200;

type Row = Omit<CalendarView, 'retiredAt' | 'weekdays'> & {
  readonly retiredAt: Date | string | null;
  readonly weekdays: string;
};

async function calendarRows(read: Read, where: SQL): Promise<CalendarView[]> {
  const rows = await read.db.execute<Row & Record<string, unknown>>(sql`
    select c.id, c.code, c.name_en as "nameEn", c.name_zh as "nameZh", c.time_zone as "timeZone",
           c.weekdays, c.opens_minute as "opensMinute", c.closes_minute as "closesMinute",
           c.counts_open_hours as "countsOpenHours", c.version, c.retired_at as "retiredAt",
           coalesce((select jsonb_agg(jsonb_build_object('day', h.day::text, 'name', h.name) order by h.day)
                     from calendar_holiday h where h.calendar_id = c.id), '[]'::jsonb) as holidays,
           (select count(*)::int from lane l
            where l.calendar_id = c.id and l.retired_at is null) as lanes
    from work_calendar c
    where ${where}
    order by c.code limit ${calendarsMax}`);
  return rows.map((row) => ({
    ...row,
    weekdays: [...row.weekdays].map(Number),
    retiredAt: row.retiredAt === null ? null : new Date(row.retiredAt).toISOString(),
  }));
}

export const listCalendars = defineQuery({
  name: 'network.list-calendars',
  permission: 'sites.view',
  summary: 'The working calendars with their days off.',
  input: z.strictObject({}),
  output: z.strictObject({ calendars: z.array(calendarView) }),
  errors: [],
  run: async (read) => ({ calendars: await calendarRows(read, sql`c.retired_at is null`) }),
});

export const getCalendar = defineQuery({
  name: 'network.get-calendar',
  permission: 'sites.view',
  summary: 'One working calendar with its days off.',
  input: z.strictObject({ calendarId: id }),
  output: calendarView,
  errors: ['network.unknown-calendar'],
  run: async (read, { calendarId }) => {
    const [found] = await calendarRows(read, sql`c.id = ${calendarId}::uuid`);
    if (found === undefined) throw networkErrors.error('unknown-calendar');
    return found;
  },
});
