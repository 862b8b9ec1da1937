/** Lanes as the rows of a table, many at a time. Columns and locks; what a row may say was decided before. */
import { sql } from 'drizzle-orm';
import { withinScopes } from '../inventory/index.ts';
import type { Read, Work } from '../platform/work.ts';
import { refuseOneSite } from './lane-changes.store.ts';

/** A lane as a row of a table says it: sites and calendar by code. */
export interface LaneCells {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  readonly carrier: string | null;
  readonly leadHours: number;
  readonly spreadHours: number;
  readonly costMinor: number;
  readonly currency: string;
  readonly calendar: string;
  readonly cutOffMinute: number | null;
  readonly priority: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly autoReceiveAfter: string | null;
}

/** A stored lane with its id. */
export type StoredLane = LaneCells & { readonly id: string };

/** Every lane in use that leads to a site of the caller's. */
export async function storedLanes(read: Read): Promise<readonly StoredLane[]> {
  const rows = await read.db.execute<StoredLane & Record<string, unknown>>(sql`
    select l.id, f.code as "from", t.code as "to", l.mode, l.carrier, l.lead_hours as "leadHours",
           l.spread_hours as "spreadHours", l.cost_minor as "costMinor", l.currency,
           c.code as calendar, l.cut_off_minute as "cutOffMinute", l.priority,
           to_char(l.valid_from, 'YYYY-MM-DD') as "validFrom",
           to_char(l.valid_to, 'YYYY-MM-DD') as "validTo",
           l.auto_receive_after as "autoReceiveAfter"
    from lane l
    join site f on f.id = l.from_site_id
    join site t on t.id = l.to_site_id
    join work_calendar c on c.id = l.calendar_id
    where l.retired_at is null and ${withinScopes(read, sql`l.to_site_id`)}
    order by f.code, t.code, l.priority, l.mode, l.id`);
  return [...rows];
}

/** Codes of the calendars in use. */
export async function calendarCodes(read: Pick<Read, 'db'>): Promise<ReadonlySet<string>> {
  const rows = await read.db.execute<{ code: string }>(sql`
    select code from work_calendar where retired_at is null`);
  return new Set([...rows].map(({ code }) => code));
}

/** Locks the calendars, so that none is retired under a lane that is being written. */
export async function lockCalendars(work: Work): Promise<void> {
  await work.db.execute(sql`select id from work_calendar order by id for share`);
}

/** Adds and changes lanes. @throws network.lane-to-itself */
export async function writeLanes(
  work: Work,
  rows: readonly (LaneCells & { readonly id: string | null })[],
): Promise<void> {
  refuseOneSite(work);
  const json = JSON.stringify(rows.map((row) => ({ ...row, id: row.id ?? work.newId() })));
  await work.db.execute(sql`
    insert into lane (id, from_site_id, to_site_id, mode, carrier, lead_hours, spread_hours,
      cost_minor, currency, calendar_id, cut_off_minute, priority, valid_from, valid_to,
      auto_receive_after, created_at)
    select r.id, f.id, t.id, r.mode, r.carrier, r."leadHours", r."spreadHours", r."costMinor",
           r.currency, c.id, r."cutOffMinute", r.priority, r."validFrom", r."validTo",
           r."autoReceiveAfter", ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "from" text, "to" text, mode text,
      carrier text, "leadHours" int, "spreadHours" int, "costMinor" bigint, currency text,
      calendar text, "cutOffMinute" smallint, priority smallint, "validFrom" date,
      "validTo" date, "autoReceiveAfter" text)
    join site f on f.code = r."from"
    join site t on t.code = r."to"
    join work_calendar c on c.code = r.calendar
    order by r.id
    on conflict (id) do update set
      lead_hours = excluded.lead_hours, spread_hours = excluded.spread_hours,
      cost_minor = excluded.cost_minor, currency = excluded.currency,
      calendar_id = excluded.calendar_id, cut_off_minute = excluded.cut_off_minute,
      valid_to = excluded.valid_to, auto_receive_after = excluded.auto_receive_after,
      version = lane.version + 1`);
}
