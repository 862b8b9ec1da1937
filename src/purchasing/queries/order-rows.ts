/** Purchase orders as lists show them, selected by a condition on `o`. Joins and sums; decides nothing. */
import { type SQL, sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import { type PurchaseSummary, purchaseSummary } from '../contract.ts';

type Row = Record<string, unknown> & PurchaseSummary & { total: number };

/** A moment of a raw row as the contracts say it. */
export function iso(moment: string | Date): string {
  return new Date(moment).toISOString();
}

const isoOrNull = (moment: string | Date | null) => (moment === null ? null : iso(moment));

/** In SQL: something of the order should have come before today. */
export function isLate(read: Pick<Read, 'now'>): SQL {
  const today = read.now.toISOString().slice(0, 10);
  return sql`(o.closed_at is null and o.sent_at is not null and exists (
    select from purchase_order_line l where l.order_id = o.id
      and l.received + l.cancelled < l.quantity and l.expected_on < ${today}))`;
}

/** One page of the orders that satisfy a condition; `total` counts all. */
export async function selectPurchases(
  read: Pick<Read, 'db' | 'now'>,
  where: SQL,
  page: { readonly order: SQL; readonly limit: number; readonly offset: number },
): Promise<{ total: number; orders: PurchaseSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select o.id, o.number, o.state, o.version, o.supplier_id as "supplierId",
           p.code as "supplierCode", p.name_en as "supplierNameEn", p.name_zh as "supplierNameZh",
           o.site_id as "siteId", site.code as "siteCode", o.currency,
           sums.lines as "lineCount", sums.ordered, sums.received, sums.cancelled,
           case when sums.value <= 9007199254740991 then sums.value::bigint end as "totalMinor",
           sums.next_on as "nextOn", ${isLate(read)} as "isOverdue",
           o.created_by_name as "createdByName", o.created_at as "createdAt",
           o.sent_at as "sentAt", o.closed_at as "closedAt", count(*) over () as total
    from purchase_order o
    join party p on p.id = o.supplier_id
    join site on site.id = o.site_id
    cross join lateral (
      select count(*)::int as lines, coalesce(sum(l.quantity), 0)::bigint as ordered,
             coalesce(sum(l.received), 0)::bigint as received,
             coalesce(sum(l.cancelled), 0)::bigint as cancelled,
             case when bool_and(l.price_minor is not null) then sum(l.price_minor::numeric * l.quantity)
             end as value,
             min(l.expected_on) filter (where l.received + l.cancelled < l.quantity) as next_on
      from purchase_order_line l where l.order_id = o.id) sums
    where ${where}
    order by ${page.order}
    limit ${page.limit} offset ${page.offset}`);
  const orders = [...rows].map(({ total: _, ...row }) =>
    purchaseSummary.parse({
      ...row,
      ordered: Number(row.ordered),
      received: Number(row.received),
      cancelled: Number(row.cancelled),
      totalMinor: row.totalMinor === null ? null : Number(row.totalMinor),
      createdAt: iso(row.createdAt),
      sentAt: isoOrNull(row.sentAt),
      closedAt: isoOrNull(row.closedAt),
    }),
  );
  return { total: Number(rows[0]?.total ?? 0), orders };
}
