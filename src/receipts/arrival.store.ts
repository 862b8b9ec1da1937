/**
 * Reads what a shipment still brings, with the numbers people scan, and who has received of it. What
 * it is and where it goes is the business of the shipments; here it is only looked at.
 */
import { sql } from 'drizzle-orm';
import type { Condition, Pile } from '../inventory/index.ts';
import { place, withinScopes } from '../inventory/index.ts';
import type { Read } from '../platform/work.ts';
import type { ExpectedLine } from './match.rules.ts';

/** A line of a shipment on its way here. */
export interface ArrivingLine extends ExpectedLine {
  readonly partNumber: string;
  readonly shipped: number;
  readonly received: number;
  readonly lost: number;
  readonly boxNumber: string | null;
  readonly allocationId: string | null;
  readonly source: string;
  readonly pile: Pile;
  /** The van, bench or bin it is meant for, at the given site; else it comes to the dock. */
  readonly destinationId: string | null;
}

interface Row extends Record<string, unknown> {
  lineId: string;
  partId: string;
  partNumber: string;
  serialNumber: string | null;
  lotNumber: string | null;
  boxId: string | null;
  boxNumber: string | null;
  shipped: number;
  received: number;
  lost: number;
  allocationId: string | null;
  source: string;
  condition: Condition;
  ownerId: string;
  lotId: string | null;
  destinationId: string | null;
}

/** The lines of a shipment that has left, in the order of its list. */
export async function arrivingLines(
  read: Read,
  shipmentId: string,
  siteId: string,
): Promise<ArrivingLine[]> {
  const rows = await read.db.execute<Row>(sql`
    select line.id as "lineId", line.part_id as "partId", part.part_number as "partNumber",
           piece.serial_number as "serialNumber", lot.lot_number as "lotNumber",
           line.handling_unit_id as "boxId", box.number as "boxNumber", line.shipped, line.received,
           line.lost, line.allocation_id as "allocationId", line.source, line.condition,
           line.owner_id as "ownerId", line.lot_id as "lotId",
           case when goal.kind in ('van', 'bench', 'storage') and goal.site_id = ${siteId}::uuid
                     and goal.retired_at is null
             then goal.id end as "destinationId"
    from shipment_line line
    join shipment on shipment.id = line.shipment_id
    join part on part.id = line.part_id
    left join serial_unit piece on piece.id = line.serial_id
    left join lot on lot.id = line.lot_id
    left join handling_unit box on box.id = line.handling_unit_id
    left join location goal on goal.id = coalesce(line.destination_id, shipment.to_location_id)
    where line.shipment_id = ${shipmentId}::uuid and line.shipped > 0
    order by line.created_at, line.id`);
  return rows.map(({ condition, ownerId, lotId, ...row }) => ({
    ...row,
    open: row.shipped - row.received - row.lost,
    pile: {
      partId: row.partId,
      locationId: place.inTransit,
      condition,
      ownerId,
      lotId,
      handlingUnitId: row.boxId,
    },
  }));
}

/** Who received of a shipment last, of the whole or of one box; null when nobody did. */
export async function lastReceiver(
  read: Read,
  shipmentId: string,
  boxId: string | null,
): Promise<{ readonly by: string; readonly at: Date } | null> {
  const rows = await read.db.execute<{ by: string; at: string }>(sql`
    select r.received_by_name as "by", l.received_at as at
    from receipt r join receipt_line l on l.receipt_id = r.id
    where r.document = ${`shipment:${shipmentId}`}
      and (${boxId}::uuid is null or l.handling_unit_id = ${boxId}::uuid)
    order by l.seq desc limit 1`);
  const [row] = rows;
  return row === undefined ? null : { by: row.by, at: new Date(row.at) };
}

/** What was taken in of a document above the expected, by part. */
export async function toleratedOf(read: Read, document: string): Promise<Map<string, number>> {
  const rows = await read.db.execute<{ partId: string; quantity: number }>(sql`
    select d.part_id as "partId", sum(s.quantity)::bigint as quantity
    from discrepancy d
    join discrepancy_settlement s on s.discrepancy_id = d.id and s.outcome = 'tolerate'
    where d.document = ${document} and d.kind = 'over' and d.part_id is not null
    group by d.part_id`);
  return new Map(rows.map((row) => [row.partId, Number(row.quantity)]));
}

/** The site of a dock and its code; null when the site has none. */
export async function dockOf(read: Read, siteId: string): Promise<string | null> {
  const rows = await read.db.execute<{ id: string }>(sql`
    select id from location
    where site_id = ${siteId}::uuid and kind = 'dock' and retired_at is null
    order by code limit 1`);
  return rows[0]?.id ?? null;
}

/** The code of a site, as people say it. */
export async function siteCodeOf(read: Read, siteId: string): Promise<string> {
  const rows = await read.db.execute<{ code: string }>(sql`
    select code from site where id = ${siteId}::uuid`);
  return rows[0]?.code ?? '';
}

/** How much of lines is still on the way, by the source text of the line. */
export async function onTheWayOfLines(
  read: Read,
  lineIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await read.db.execute<{ source: string; open: number }>(sql`
    select 'shipment-line:' || id as source, shipped - received - lost as open from shipment_line
    where id in (select jsonb_array_elements_text(${JSON.stringify(lineIds)}::jsonb)::uuid)`);
  return new Map(rows.map((row) => [row.source, Number(row.open)]));
}

/** Shipments on the way that carry goods of an order, with those promises, for the caller's sites. */
export async function arrivalsOfOrder(
  read: Read,
  orderNumber: string,
): Promise<{ readonly shipmentId: string; readonly allocationIds: readonly string[] }[]> {
  const rows = await read.db.execute<{ shipmentId: string; allocationIds: string[] }>(sql`
    select line.shipment_id as "shipmentId", array_agg(line.allocation_id::text) as "allocationIds"
    from stock_order o
    join stock_order_line wanted on wanted.order_id = o.id
    join allocation a on a.order_line_id = wanted.id
    join shipment_line line on line.allocation_id = a.id
      and line.shipped > line.received + line.lost
    join shipment on shipment.id = line.shipment_id
    where o.number = ${orderNumber} and ${withinScopes(read, sql`shipment.to_site_id`)}
    group by line.shipment_id order by line.shipment_id`);
  return [...rows];
}

/** When a shipment is received by itself; null when nobody said so or nothing is on the way. */
export async function autoReceiveAt(read: Read, shipmentId: string): Promise<Date | null> {
  const rows = await read.db.execute<{ at: string }>(sql`
    select shipment.promised_at as at
    from shipment join lane on lane.id = shipment.lane_id
    where shipment.id = ${shipmentId}::uuid and lane.auto_receive_after = 'lead-time'
      and shipment.promised_at is not null
      and shipment.state in ('in-transit', 'partly-received')`);
  const [row] = rows;
  return row === undefined ? null : new Date(row.at);
}

/** The shipment a document names and whose goods are on board; null for any other document. */
export async function aboardOf(
  read: Read,
  document: string | null,
): Promise<{ readonly shipmentId: string; readonly allocationIds: readonly string[] } | null> {
  if (document === null || !document.startsWith('shipment:')) return null;
  const shipmentId = document.slice('shipment:'.length);
  const rows = await read.db.execute<{ id: string }>(sql`
    select allocation_id as id from shipment_line
    where shipment_id = ${shipmentId}::uuid and allocation_id is not null`);
  return { shipmentId, allocationIds: rows.map((row) => row.id) };
}
