/**
 * What must be true of shipments, orders and the ledger together, asked of the database by the owner:
 * every line lies where it says, is held as it says, and its order counts it at the same stage.
 */
import type { Sql } from 'postgres';
import { expect } from 'vitest';

const laws: Readonly<Record<string, string>> = {
  'a line that has not left is held where it lies': `
    select l.id from shipment_line l
    left join reservation r on r.id = l.reservation_id
    left join bucket b on b.id = r.bucket_id
    where l.shipped = 0 and l.removed_at is null and (
      r.id is null or r.quantity - r.consumed - r.released <> l.quantity
      or b.part_id <> l.part_id or b.location_id <> l.location_id
      or b.handling_unit_id is distinct from l.handling_unit_id
      or r.serial_id is distinct from l.serial_id)`,
  'what is on the way lies in transit, box by box': `
    with told as (
      select part_id, handling_unit_id, sum(shipped - received - lost) as n
      from shipment_line group by 1, 2),
    there as (
      select b.part_id, b.handling_unit_id, sum(b.on_hand) as n
      from bucket b join location t on t.id = b.location_id and t.kind = 'in-transit'
      group by 1, 2)
    select * from told full join there
      on told.part_id = there.part_id
      and told.handling_unit_id is not distinct from there.handling_unit_id
    where coalesce(told.n, 0) <> coalesce(there.n, 0)`,
  'a picked promise lies in a shipment that is being packed': `
    select a.id from allocation a
    left join shipment_line l on l.allocation_id = a.id and l.removed_at is null and l.shipped = 0
    left join shipment s on s.id = l.shipment_id and s.state = 'packing'
    where a.state = 'picked'
    group by a.id having coalesce(sum(l.quantity) filter (where s.id is not null), 0) <> a.quantity`,
  'a sent promise has as much on the way and received as its lines, but for what came broken': `
    select a.id from allocation a
    join shipment_line l on l.allocation_id = a.id and l.shipped > 0
    left join lateral (
      select sum(d.quantity) as pieces from discrepancy d
      where d.source = 'shipment-line:' || l.id and d.kind in ('damaged', 'expired')
    ) broken on true
    group by a.id
    having sum(l.shipped - l.received - l.lost) <> a.quantity - a.received - a.lost
        or sum(l.received - coalesce(broken.pieces, 0)) <> a.received`,
  'the stages of an order line are those of its promises': `
    select ol.id from stock_order_line ol
    left join allocation a on a.order_line_id = ol.id
    group by ol.id
    having ol.allocated <> coalesce(sum(a.covers) filter (where a.state = 'held'), 0)
        or ol.picked <> coalesce(sum(a.covers) filter (where a.state = 'picked'), 0)`,
  'a box lies in one shipment': `
    select handling_unit_id from shipment_box where released_at is null
    group by 1 having count(*) > 1`,
  'every line of a shipment on the road has left, none of one being packed': `
    select l.id from shipment_line l join shipment s on s.id = l.shipment_id
    where l.removed_at is null
      and (l.shipped > 0) is distinct from (s.state not in ('packing', 'cancelled'))`,
};

/** Fails with the law that is broken. */
export async function expectShipmentsAgree(owner: Sql): Promise<void> {
  for (const [law, question] of Object.entries(laws)) {
    expect([law, ...(await owner.unsafe(question))]).toEqual([law]);
  }
}
