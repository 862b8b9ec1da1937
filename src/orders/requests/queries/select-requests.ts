/** Requests as lists show them, selected by a condition. Joins and formats; decides nothing. */
import { type SQL, sql } from 'drizzle-orm';
import type { Read } from '../../../platform/work.ts';
import type { RequestSummary } from '../contract.ts';

type Row = Record<string, unknown> &
  Omit<RequestSummary, 'neededBy' | 'createdAt'> & {
    neededBy: string | null;
    createdAt: string;
    total: number;
  };

/** A moment of a raw row as the contracts say it. */
export function iso(moment: string | Date): string {
  return new Date(moment).toISOString();
}

/** Requests that satisfy a condition on `r`, one page of them; `total` counts all. */
export async function selectRequests(
  read: Pick<Read, 'db'>,
  where: SQL,
  page: { readonly order: SQL; readonly limit: number; readonly offset: number },
): Promise<{ total: number; requests: RequestSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select r.id, r.number, r.kind, r.state, r.site_id as "siteId", site.code as "siteCode",
           r.destination_id as "destinationId", location.code as "destinationCode",
           r.document_number as "documentNumber", r.priority, r.needed_by as "neededBy",
           r.requested_by_id as "requestedById", r.requested_by_name as "requestedByName",
           r.created_at as "createdAt", r.value_minor as "valueMinor",
           r.is_value_known as "isValueKnown", asked.currency, asked.lines as "lineCount",
           asked.pieces as "pieceCount", asked.numbers as "partNumbers",
           count(*) over () as total
    from parts_request r
    join site on site.id = r.site_id
    join location on location.id = r.destination_id
    cross join lateral (
      select count(*) as lines, sum(l.quantity)::bigint as pieces,
             case when count(distinct part.currency) = 1 then min(part.currency) end as currency,
             (array_agg(part.part_number order by l.line))[1:3] as numbers
      from parts_request_line l join part on part.id = l.part_id
      where l.request_id = r.id) asked
    where ${where}
    order by ${page.order}
    limit ${page.limit} offset ${page.offset}`);
  const requests = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    neededBy: row.neededBy === null ? null : iso(row.neededBy),
    createdAt: iso(row.createdAt),
  }));
  return { total: rows[0]?.total ?? 0, requests };
}

/** In SQL: what waits longest and is wanted soonest first. */
export const mostUrgentFirst = sql`r.priority, r.needed_by nulls last, r.created_at, r.number`;
export const newestFirst = sql`r.created_at desc, r.number desc`;

/** In SQL: asked by the reader, or for a van of his. */
export function isOwn(read: Pick<Read, 'actor'>): SQL {
  return sql`(r.requested_by_id = ${read.actor.id} or r.destination_id in (
    select id from location where custodian_id = ${read.actor.id}))`;
}

export const isOpen = sql`r.state in ('submitted', 'approved', 'partly-approved')`;
