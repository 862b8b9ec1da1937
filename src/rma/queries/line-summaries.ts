/** The rows from which lines are shown in lists and headings; within the caller's sites. */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { LineSummary } from '../contract.ts';

type Row = Record<string, unknown> & LineSummary & { total: number };

/** A moment as the contracts write it. */
export function iso(moment: string | Date): string {
  return new Date(moment).toISOString();
}

/** Lines that meet the condition, newest first. */
export async function selectLines(
  read: Read,
  where: SQL,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; lines: LineSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select l.id as "lineId", l.code, r.number as "rmaNumber", l.site_id as "siteId",
           site.code as "siteCode", c.id as "customerId", c.name_en as "customerNameEn",
           c.name_zh as "customerNameZh", s.serial_number as "serialNumber", part.id as "partId",
           part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
           l.top, l.inbound, l.remedy, l.outbound, l.money, l.hold, j.number as "jobNumber",
           j.state as "jobState", l.received_at as "receivedAt", l.promised_on as "promisedOn",
           l.valid_until as "validUntil", r.created_at as "createdAt", count(*) over () as total
    from rma_line l
    join rma r on r.id = l.rma_id
    join site on site.id = l.site_id
    join party c on c.id = r.customer_id
    join serial_unit s on s.id = l.serial_unit_id
    join part on part.id = s.part_id
    left join lateral (select number, state from repair_job where line_id = l.id
                       order by created_at desc, number desc limit 1) j on true
    where ${withinScopes(read, sql`l.site_id`)} and ${where}
    order by r.created_at desc, l.code desc
    limit ${page.limit} offset ${page.offset}`);
  const lines = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    createdAt: iso(row.createdAt),
    receivedAt: row.receivedAt === null ? null : iso(row.receivedAt),
  }));
  return { total: rows[0]?.total ?? 0, lines };
}
