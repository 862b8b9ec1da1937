/** The rows from which goods of shipments are shown: part, piece, box, order, what became of them. */
import { type SQL, sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import type { ShipmentLineView } from '../contract.ts';

type Row = Record<string, unknown> & ShipmentLineView;

/** Most lines of one shipment that are shown or printed. */
const linesMax = 2000;

/** Lines `l` that meet the condition, box by box, within a box part by part. */
export async function selectLineViews(read: Read, where: SQL): Promise<ShipmentLineView[]> {
  const rows = await read.db.execute<Row>(sql`
    select l.id as "lineId", l.source, l.allocation_id as "allocationId", o.number as "orderNumber",
           p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
           p.name_zh as "nameZh", p.unit_of_measure as "unitOfMeasure", p.tracking, l.condition,
           l.quantity, su.serial_number as "serialNumber", lot.lot_number as "lotNumber",
           hu.number as "boxNumber", l.is_unboxed as "isUnboxed",
           (l.handling_unit_id is not null or l.is_unboxed) as "isPacked",
           pf.code as "pickedFromCode", d.code as "destinationCode", l.shipped, l.received, l.lost,
           l.shipped - l.received - l.lost as "onTheWay"
    from shipment_line l
    join part p on p.id = l.part_id
    left join serial_unit su on su.id = l.serial_id
    left join lot on lot.id = l.lot_id
    left join handling_unit hu on hu.id = l.handling_unit_id
    left join location pf on pf.id = l.picked_from_id
    left join location d on d.id = l.destination_id
    left join allocation a on a.id = l.allocation_id
    left join stock_order_line ol on ol.id = a.order_line_id
    left join stock_order o on o.id = ol.order_id
    where l.removed_at is null and ${where}
    order by hu.number nulls first, p.part_number, su.serial_number, l.created_at, l.id
    limit ${linesMax}`);
  return [...rows].map((row) => ({ ...row }));
}
