/**
 * What is promised to orders and waits in the bins of a site, in walking order. Reads only; what is
 * taken is decided on locked allocations.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';

/** More promises of the scanned parts than this are never looked at in one command. */
const rowsMax = 2000;

/** One promise to be picked. */
export interface PickRow extends Record<string, unknown> {
  readonly allocationId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly priority: number;
  readonly neededBy: string | Date | null;
  readonly destinationId: string;
  readonly destinationCode: string;
  readonly destinationKind: string;
  readonly toSiteId: string;
  readonly toSiteCode: string;
  readonly shipTo: string | null;
  readonly locationId: string;
  readonly locationCode: string;
  readonly partId: string;
  readonly partNumber: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly tracking: 'none' | 'lot' | 'serial';
  readonly unitOfMeasure: string;
  readonly condition: string;
  readonly quantity: number;
  readonly lotId: string | null;
  readonly lotNumber: string | null;
  readonly serialId: string | null;
  readonly serialNumber: string | null;
  readonly total: number;
}

/**
 * Promises in the bins of a site that meet a condition on `a` (allocation) and `o` (order), bin after
 * bin as one walks, within a bin part by part, the urgent first.
 */
export async function selectPicks(
  read: Read,
  siteId: string,
  how: { readonly where: SQL; readonly limit: number; readonly offset: number },
): Promise<PickRow[]> {
  const rows = await read.db.execute<PickRow>(sql`
    select a.id as "allocationId", o.id as "orderId", o.number as "orderNumber", o.priority,
           o.needed_by as "neededBy", o.destination_id as "destinationId", d.code as "destinationCode",
           d.kind as "destinationKind",
           o.site_id as "toSiteId", ts.code as "toSiteCode", o.ship_to as "shipTo",
           bin.id as "locationId", bin.code as "locationCode",
           p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
           p.name_zh as "nameZh", p.tracking, p.unit_of_measure as "unitOfMeasure", b.condition,
           a.quantity, b.lot_id as "lotId", lot.lot_number as "lotNumber", r.serial_id as "serialId",
           s.serial_number as "serialNumber", count(*) over () as total
    from allocation a
    join stock_order_line ol on ol.id = a.order_line_id
    join stock_order o on o.id = ol.order_id
    join location d on d.id = o.destination_id
    join site ts on ts.id = o.site_id
    join reservation r on r.id = a.reservation_id
    join bucket b on b.id = r.bucket_id
    join location bin on bin.id = b.location_id
    join part p on p.id = b.part_id
    left join lot on lot.id = b.lot_id
    left join serial_unit s on s.id = r.serial_id
    where a.state = 'held' and a.site_id = ${siteId}::uuid and ${how.where}
    order by bin.pick_sequence nulls last, bin.code, p.part_number, b.lot_id, o.priority,
             o.needed_by nulls last, a.created_at, a.id
    limit ${how.limit} offset ${how.offset}`);
  return [...rows];
}

/** Promises of some parts in the bins of a site, of one order or of all. */
export function picksOfParts(
  read: Read,
  siteId: string,
  of: { readonly partIds: readonly string[]; readonly orderId: string | null },
): Promise<PickRow[]> {
  const ofOrder = of.orderId === null ? sql`true` : sql`o.id = ${of.orderId}::uuid`;
  const where = sql`${ofOrder} and a.part_id in (
    select jsonb_array_elements_text(${JSON.stringify(of.partIds)}::jsonb)::uuid)`;
  return selectPicks(read, siteId, { where, limit: rowsMax, offset: 0 });
}

/** One promise at a site, or null when it is not waiting there. */
export async function pickOfAllocation(
  read: Read,
  siteId: string,
  allocationId: string,
): Promise<PickRow | null> {
  const where = sql`a.id = ${allocationId}::uuid`;
  return (await selectPicks(read, siteId, { where, limit: 1, offset: 0 }))[0] ?? null;
}
