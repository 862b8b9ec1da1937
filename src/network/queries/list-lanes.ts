/** The lanes between sites, and one lane by itself. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type LaneView, laneView } from '../contract.ts';
import { networkErrors } from '../errors.ts';

type Row = Omit<LaneView, 'retiredAt'> & { readonly retiredAt: Date | string | null };

async function laneRows(read: Read, where: SQL, rest: SQL = sql``): Promise<LaneView[]> {
  const rows = await read.db.execute<Row & Record<string, unknown>>(sql`
    select l.id, l.from_site_id as "fromSiteId", f.code as "fromSiteCode",
           l.to_site_id as "toSiteId", t.code as "toSiteCode", l.mode, l.carrier,
           l.lead_hours as "leadHours", l.spread_hours as "spreadHours",
           l.cost_minor as "costMinor", l.currency, l.calendar_id as "calendarId",
           c.code as "calendarCode", l.cut_off_minute as "cutOffMinute", l.priority,
           l.valid_from::text as "validFrom", l.valid_to::text as "validTo",
           l.auto_receive_after as "autoReceiveAfter", l.version, l.retired_at as "retiredAt"
    from lane l
    join site f on f.id = l.from_site_id
    join site t on t.id = l.to_site_id
    join work_calendar c on c.id = l.calendar_id
    where ${where}
    order by f.code, t.code, l.priority, l.id
    ${rest}`);
  return rows.map((row) => ({
    ...row,
    retiredAt: row.retiredAt === null ? null : new Date(row.retiredAt).toISOString(),
  }));
}

export const listLanes = defineQuery({
  name: 'network.list-lanes',
  permission: 'sites.view',
  summary: 'The lanes between sites: those of one site, or all.',
  input: z.strictObject({
    /** Lanes from or to this site. */
    siteId: id.nullable().default(null),
    isRetired: z.boolean().default(false),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), lanes: z.array(laneView) }),
  errors: [],
  run: async (read, { siteId, isRetired, page, limit }) => {
    const where = sql`(l.retired_at is not null) = ${isRetired}
      and (${siteId}::uuid is null or ${siteId}::uuid in (l.from_site_id, l.to_site_id))`;
    const [counted] = await read.db.execute<{ total: number }>(
      sql`select count(*)::int as total from lane l where ${where}`,
    );
    const lanes = await laneRows(read, where, sql`limit ${limit} offset ${(page - 1) * limit}`);
    return { total: counted?.total ?? 0, lanes };
  },
});

export const getLane = defineQuery({
  name: 'network.get-lane',
  permission: 'sites.view',
  summary: 'One lane.',
  input: z.strictObject({ laneId: id }),
  output: laneView,
  errors: ['network.unknown-lane'],
  run: async (read, { laneId }) => {
    const [found] = await laneRows(read, sql`l.id = ${laneId}::uuid`);
    if (found === undefined) throw networkErrors.error('unknown-lane');
    return found;
  },
});
