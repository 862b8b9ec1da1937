/** Reads returns as lists show them. What is in them is summed up from their lines. */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { ReturnSummary } from '../contract.ts';

/** A moment as text. */
export function iso(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** Returns that leave or come to a site the reader works at. */
export function withinEnds(read: Read): SQL {
  return sql`(${withinScopes(read, sql`r.site_id`)} or ${withinScopes(read, sql`r.to_site_id`)})`;
}

/** Returns for which a condition holds, newest first, with how many there are in all. */
export async function selectReturns(
  read: Read,
  condition: SQL,
  paged: { readonly page: number; readonly limit: number },
): Promise<{ readonly total: number; readonly returns: ReturnSummary[] }> {
  const rows = await read.db.execute<
    Record<string, unknown> & ReturnSummary & { total: number }
  >(sql`
    select r.id as "returnId", r.number, r.state, r.site_id as "siteId", site.code as "siteCode",
           r.to_site_id as "toSiteId", goal.code as "toSiteCode", party.code as "toPartyCode",
           r.document, r.shipment_id as "shipmentId", r.shipment_number as "shipmentNumber",
           coalesce(l.lines, 0) as lines, coalesce(l.pieces, 0) as pieces,
           coalesce(l.defectives, 0) as defectives, coalesce(l.road, 0) as "onTheWay",
           coalesce(l.waiting, 0) as "toInspect", r.created_by_name as "createdByName",
           r.created_at as "createdAt", r.sent_at as "sentAt", r.closed_at as "closedAt",
           count(*) over () as total
    from part_return r
    join site on site.id = r.site_id
    left join site goal on goal.id = r.to_site_id
    left join party on party.id = r.to_party_id
    left join lateral (
      select count(*)::bigint as lines, sum(quantity)::bigint as pieces,
             (sum(quantity) filter (where owed_return_id is not null))::bigint as defectives,
             sum(sent - arrived - lost)::bigint as road,
             sum(handed + arrived - inspected)::bigint as waiting
      from part_return_line
      where return_id = r.id and (removed_at is null or r.state = 'cancelled')
    ) l on true
    where ${condition}
    order by r.created_at desc, r.number desc
    limit ${paged.limit} offset ${(paged.page - 1) * paged.limit}`);
  return {
    total: rows[0]?.total ?? 0,
    returns: rows.map(({ total: _, ...row }) => ({
      ...row,
      defectives: row.defectives ?? 0,
      createdAt: iso(row.createdAt) ?? '',
      sentAt: iso(row.sentAt),
      closedAt: iso(row.closedAt),
    })),
  };
}
