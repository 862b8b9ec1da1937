/**
 * The auditor of orders: one question for each promise, whose right answer is no rows. It compares
 * allocations with holds, sums of lines with allocations, and machines with sums; it repairs nothing.
 */
import { sql } from 'drizzle-orm';
import type { Finding } from '../../inventory/index.ts';
import type { Database } from '../../platform/db/connect.ts';

/** One question whose right answer is no rows. */
interface Validator {
  /** The invariant, kebab-case. */
  readonly name: string;
  readonly question: string;
}

// Written as plain text: nothing in them comes from outside. What was picked is held anew in each box
// it is packed into, so its holds are known by their document; what waits in a bin has the one hold.
export const orderValidators: readonly Validator[] = [
  {
    name: 'held-allocations-have-live-holds',
    question: `
      select a.id as allocation, a.state, a.quantity, live.open
      from allocation a
      left join lateral (
        select sum(r.quantity - r.consumed - r.released) as open from reservation r
        where r.document = 'allocation:' || a.id
          and (a.state = 'picked' or r.id = a.reservation_id)) live on true
      where a.state in ('held', 'picked') and coalesce(live.open, 0) <> a.quantity`,
  },
  {
    name: 'holds-for-allocations-have-them',
    question: `
      select r.id as reservation, r.document from reservation r
      left join allocation a on 'allocation:' || a.id = r.document
      where r.document like 'allocation:%' and r.consumed + r.released < r.quantity
        and (a.id is null or a.state not in ('held', 'picked')
          or (a.state = 'held' and a.reservation_id <> r.id))`,
  },
  {
    name: 'held-allocations-lie-where-they-say',
    question: `
      select a.id as allocation, a.location_id, b.location_id as lies_in from allocation a
      join reservation r on r.id = a.reservation_id
      join bucket b on b.id = r.bucket_id
      where a.part_id <> b.part_id or (a.state = 'held' and a.location_id <> b.location_id)`,
  },
  {
    name: 'line-sums-equal-allocations',
    question: `
      select l.id as line, l.allocated, l.picked, l.shipped, l.received, s.*
      from stock_order_line l
      left join lateral (
        select coalesce(sum(covers) filter (where state = 'held'), 0) as held,
               coalesce(sum(covers) filter (where state = 'picked'), 0) as in_packing,
               coalesce(sum(covers) filter (where state in ('shipped', 'received')), 0) as gone
        from allocation a where a.order_line_id = l.id) s on true
      where l.allocated <> s.held or l.picked <> s.in_packing or l.shipped + l.lost <> s.gone`,
  },
  {
    name: 'order-machine-equals-line-sums',
    question: `
      select o.id as order_id, o.snapshot -> 'context' as machine, s.*
      from stock_order o
      cross join lateral (
        select sum(quantity - cancelled - allocated - picked - shipped) as waiting,
               sum(allocated) as held, sum(picked) as picked, sum(shipped - received) as on_the_road,
               sum(received) as received, sum(cancelled) as cancelled
        from stock_order_line l where l.order_id = o.id) s
      where (o.snapshot -> 'context' ->> 'waiting')::bigint <> s.waiting
         or (o.snapshot -> 'context' ->> 'held')::bigint <> s.held
         or (o.snapshot -> 'context' ->> 'picked')::bigint <> s.picked
         or (o.snapshot -> 'context' ->> 'onTheRoad')::bigint <> s.on_the_road
         or (o.snapshot -> 'context' ->> 'received')::bigint <> s.received
         or (o.snapshot -> 'context' ->> 'cancelled')::bigint <> s.cancelled`,
  },
  {
    name: 'ended-orders-have-nothing-outstanding',
    question: `
      select o.id as order_id, o.state, l.id as line from stock_order o
      join stock_order_line l on l.order_id = o.id
      where (o.closed_at is not null) <> (o.state in ('fulfilled', 'closed', 'cancelled'))
         or (o.closed_at is not null and l.cancelled + l.received <> l.quantity)`,
  },
];

/** Asks every validator; an empty list means that orders, promises and holds agree. */
export async function auditOrders(db: Database): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, question } of orderValidators) {
    const rows = await db.execute(sql.raw(`select * from (${question}) q limit 20`));
    for (const row of rows) findings.push({ validator: name, detail: { ...row } });
  }
  return findings;
}
