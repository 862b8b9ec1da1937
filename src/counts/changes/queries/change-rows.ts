/** The rows from which adjustments and scrapping are shown; within the caller's sites. */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../../inventory/index.ts';
import type { Read } from '../../../platform/work.ts';
import { iso, isoOrNull } from '../../queries/count-summaries.ts';
import type { ChangeSummary } from '../contract.ts';

type Row = Record<string, unknown> & ChangeSummary & { total: number };

/** Changes that meet the condition, those that wait first. */
export async function selectChanges(
  read: Read,
  where: SQL,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; changes: ChangeSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select c.id as "changeId", c.number, c.kind, c.direction, site.code as "siteCode",
           l.code as "locationCode", part.id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh", c.condition,
           lot.lot_number as "lotNumber", c.quantity,
           array(select p.serial_number from stock_change_piece p
                 where p.change_id = c.id and p.serial_number is not null order by 1)
             as "serialNumbers",
           r.code as "reasonCode", r.name_en as "reasonEn", r.name_zh as "reasonZh",
           c.value_minor as "valueMinor", c.currency, c.state, c.requested_at as "requestedAt",
           c.requested_by_name as "requestedByName", c.decided_at as "decidedAt",
           c.decided_by_name as "decidedByName", count(*) over () as total
    from stock_change c
    join site on site.id = c.site_id
    join location l on l.id = c.location_id
    join part on part.id = c.part_id
    join change_reason r on r.code = c.reason_code
    left join lot on lot.id = c.lot_id
    where ${withinScopes(read, sql`c.site_id`)} and ${where}
    order by (c.state = 'requested') desc, c.requested_at desc, c.number desc
    limit ${page.limit} offset ${page.offset}`);
  const changes = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    requestedAt: iso(row.requestedAt),
    decidedAt: isoOrNull(row.decidedAt),
  }));
  return { total: rows[0]?.total ?? 0, changes };
}
