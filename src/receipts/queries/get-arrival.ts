/** One shipment as who receives it needs it: expected, received and missing by line and by box. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { covers } from '../../platform/actor.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type ArrivalDetail, type ArrivalLine, arrivalDetail } from '../contract.ts';
import { receiptsErrors } from '../errors.ts';

const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());

interface Head extends Record<string, unknown> {
  shipmentId: string;
  number: string;
  state: string;
  siteId: string | null;
  siteCode: string | null;
  fromSiteId: string;
  fromSiteCode: string;
  carrier: string | null;
  trackingNumber: string | null;
  promisedAt: string | null;
  shippedAt: string | null;
}

async function headOf(read: Read, shipmentId: string): Promise<Head> {
  const rows = await read.db.execute<Head>(sql`
    select s.id as "shipmentId", s.number, s.state, s.to_site_id as "siteId",
           site.code as "siteCode", s.from_site_id as "fromSiteId", origin.code as "fromSiteCode",
           s.carrier, s.tracking_number as "trackingNumber", s.promised_at as "promisedAt",
           s.shipped_at as "shippedAt"
    from shipment s
    join site origin on origin.id = s.from_site_id
    left join site on site.id = s.to_site_id
    where s.id = ${shipmentId}::uuid and s.shipped_at is not null`);
  const [row] = rows;
  if (row === undefined) throw receiptsErrors.error('unknown-arrival');
  return row;
}

async function linesOf(read: Read, shipmentId: string): Promise<ArrivalLine[]> {
  const rows = await read.db.execute<ArrivalLine & Record<string, unknown>>(sql`
    select line.id as "shipmentLineId", part.id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh", part.tracking,
           part.unit_of_measure as "unitOfMeasure", piece.serial_number as "serialNumber",
           lot.lot_number as "lotNumber", line.condition, line.handling_unit_id as "boxId",
           box.number as "boxNumber", line.shipped as expected, line.received, line.lost,
           line.shipped - line.received - line.lost as missing, o.number as "orderNumber",
           goal.code as "destinationCode"
    from shipment_line line
    join shipment s on s.id = line.shipment_id
    join part on part.id = line.part_id
    left join serial_unit piece on piece.id = line.serial_id
    left join lot on lot.id = line.lot_id
    left join handling_unit box on box.id = line.handling_unit_id
    left join location goal on goal.id = coalesce(line.destination_id, s.to_location_id)
    left join allocation a on a.id = line.allocation_id
    left join stock_order_line wanted on wanted.id = a.order_line_id
    left join stock_order o on o.id = wanted.order_id
    where line.shipment_id = ${shipmentId}::uuid and line.shipped > 0
    order by box.number nulls last, part.part_number, piece.serial_number, line.id
    limit 2000`);
  return [...rows];
}

async function receiptsOf(read: Read, shipmentId: string): Promise<ArrivalDetail['receipts']> {
  const rows = await read.db.execute<{
    id: string;
    number: string;
    receivedByName: string;
    receivedAt: string;
  }>(sql`
    select id, number, received_by_name as "receivedByName", received_at as "receivedAt"
    from receipt where document = ${`shipment:${shipmentId}`} order by number limit 200`);
  return rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() }));
}

function boxesOf(lines: readonly ArrivalLine[]): ArrivalDetail['boxes'] {
  const boxes = new Map<string, ArrivalDetail['boxes'][number]>();
  for (const { boxId, boxNumber, expected, missing } of lines) {
    if (boxId === null || boxNumber === null) continue;
    const known = boxes.get(boxId) ?? { boxId, boxNumber, expected: 0, missing: 0 };
    const sums = { expected: known.expected + expected, missing: known.missing + missing };
    boxes.set(boxId, { ...known, ...sums });
  }
  return [...boxes.values()];
}

export const getArrival = defineQuery({
  name: 'receipts.get-arrival',
  permission: 'receipts.view',
  summary: 'One shipment with expected, received and missing by line and by box.',
  input: z.strictObject({ shipmentId: id }),
  output: arrivalDetail,
  errors: ['receipts.unknown-arrival'],
  run: async (read, { shipmentId }) => {
    const { fromSiteId, promisedAt, shippedAt, ...head } = await headOf(read, shipmentId);
    const isAt = (siteId: string | null) => siteId !== null && covers(read.scopes, siteId);
    const isForReader = isAt(head.siteId);
    // Whoever holds a box that is for somebody else sees where it belongs, not what is in it.
    const maySee = isForReader || isAt(fromSiteId);
    const lines = maySee ? await linesOf(read, shipmentId) : [];
    const isComing = head.state === 'in-transit' || head.state === 'partly-received';
    return {
      ...head,
      promisedAt: iso(promisedAt),
      shippedAt: iso(shippedAt),
      isOverdue: isComing && promisedAt !== null && new Date(promisedAt) < read.now,
      isForReader,
      lines,
      boxes: boxesOf(lines),
      receipts: maySee ? await receiptsOf(read, shipmentId) : [],
    };
  },
});
