/** The rows from which counts are shown in lists and headings; within the caller's sites. */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { CountSummary } from '../contract.ts';

type Row = Record<string, unknown> & CountSummary & { total: number };

/** A moment as the contracts write it. */
export function iso(moment: string | Date): string {
  return new Date(moment).toISOString();
}

/** A moment that may not have come yet. */
export function isoOrNull(moment: string | Date | null): string | null {
  return moment === null ? null : iso(moment);
}

/** Counts that meet the condition, newest first. */
export async function selectCounts(
  read: Read,
  where: SQL,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; counts: CountSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select c.id as "countId", c.number, c.site_id as "siteId", site.code as "siteCode", c.kind,
           c.note, c.state, bins.bins, bins.done as "binsDone", bins.left as "binsLeft", lines.doubts as "toRecount",
           lines.waiting as "toApprove", c.created_at as "createdAt",
           c.created_by_name as "createdByName", c.closed_at as "closedAt",
           count(*) over () as total
    from stock_count c
    join site on site.id = c.site_id
    cross join lateral (
      select count(*)::int as bins,
             (count(*) filter (where b.state in ('done', 'closed')))::int as done,
             (count(*) filter (where b.state in ('waiting', 'counting')))::int as left
      from count_bin b where b.count_id = c.id) bins
    cross join lateral (
      select (count(*) filter (where l.state = 'to-recount'))::int as doubts,
             (count(*) filter (where l.state = 'to-approve'))::int as waiting
      from count_line l where l.count_id = c.id) lines
    where ${withinScopes(read, sql`c.site_id`)} and ${where}
    order by c.created_at desc, c.number desc
    limit ${page.limit} offset ${page.offset}`);
  const counts = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    createdAt: iso(row.createdAt),
    closedAt: isoOrNull(row.closedAt),
  }));
  return { total: rows[0]?.total ?? 0, counts };
}
