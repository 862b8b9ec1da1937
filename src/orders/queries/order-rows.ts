/** The columns every list of orders shows: who wants what where, and how far its pieces have come. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import type { OrderSummary } from '../contract.ts';

type Row = Record<string, unknown> & OrderSummary & { total: number };

/** An instant as the desks take it. */
export function iso(moment: unknown): string {
  return new Date(String(moment)).toISOString();
}

const isoOrNull = (moment: unknown) => (moment === null ? null : iso(moment));

/** Orders that satisfy a condition on `o`, the urgent ones first. */
export async function selectOrders(
  read: Read,
  where: ReturnType<typeof sql>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; orders: OrderSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    with page as (
      select o.*, count(*) over () as total from stock_order o
      where ${where}
      order by o.closed_at is not null, o.priority, o.needed_by nulls last, o.created_at desc, o.id
      limit ${limit} offset ${offset}
    )
    select o.id as "orderId", o.number, o.kind, o.state, o.request_id as "requestId",
           r.number as "requestNumber", o.site_id as "siteId", site.code as "siteCode",
           o.destination_id as "destinationId", place.code as "destinationCode",
           o.document_number as "documentNumber", o.priority, o.needed_by as "neededBy",
           o.requested_by_name as "requestedByName", o.created_at as "createdAt",
           o.closed_at as "closedAt", sums.*, o.total
    from page o
    join site on site.id = o.site_id
    join location place on place.id = o.destination_id
    left join parts_request r on r.id = o.request_id
    cross join lateral (
      select count(*)::int as lines, sum(l.quantity)::bigint as quantity,
             sum(l.quantity - l.cancelled - l.allocated - l.picked - l.shipped)::bigint as waiting,
             sum(l.allocated)::bigint as allocated, sum(l.picked)::bigint as picked,
             sum(l.shipped - l.received)::bigint as "inTransit", sum(l.received)::bigint as received,
             sum(l.cancelled)::bigint as cancelled, sum(l.lost)::bigint as lost
      from stock_order_line l where l.order_id = o.id) sums
    order by o.closed_at is not null, o.priority, o.needed_by nulls last, o.created_at desc, o.id`);
  const orders = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    quantity: Number(row.quantity),
    waiting: Number(row.waiting),
    allocated: Number(row.allocated),
    picked: Number(row.picked),
    inTransit: Number(row.inTransit),
    received: Number(row.received),
    cancelled: Number(row.cancelled),
    lost: Number(row.lost),
    neededBy: isoOrNull(row.neededBy),
    createdAt: iso(row.createdAt),
    closedAt: isoOrNull(row.closedAt),
  }));
  return { total: Number(rows[0]?.total ?? 0), orders };
}
