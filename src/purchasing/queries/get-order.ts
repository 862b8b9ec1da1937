/** One purchase order: its lines and whom they are for, what came of it, what may happen to it now. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type PurchaseLineView, type PurchaseView, purchaseView } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { purchaseFlow } from '../purchase.machine.ts';
import { getPurchaseRow } from '../store.ts';
import { iso, selectPurchases } from './order-rows.ts';

type LineRow = Record<string, unknown> & PurchaseLineView;

async function linesOf(read: Read, orderId: string, isSent: boolean): Promise<PurchaseLineView[]> {
  const today = read.now.toISOString().slice(0, 10);
  const rows = await read.db.execute<LineRow>(sql`
    select l.id as "lineId", l.line, l.part_id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh",
           part.unit_of_measure as "unitOfMeasure", part.tracking,
           l.supplier_part_number as "supplierPartNumber", l.quantity, l.received, l.cancelled,
           l.quantity - l.received - l.cancelled as open, l.price_minor as "priceMinor",
           l.sent_price_minor as "sentPriceMinor", l.price_minor * l.quantity as "valueMinor",
           l.expected_on as "expectedOn", l.lead_time_days as "leadTimeDays",
           l.pack_size as "packSize", l.minimum_order as "minimumOrder", l.why,
           (${isSent} and l.received + l.cancelled < l.quantity and l.expected_on is not null
             and l.expected_on < ${today}) as "isOverdue",
           coalesce((
             select jsonb_agg(jsonb_build_object('orderId', so.id, 'orderNumber', so.number,
                                'reason', d.reason, 'quantity', c.quantity)
                              order by so.number nulls last, c.id)
             from purchase_cover c
             left join stock_order_line sl on c.source = 'order-line:' || sl.id
             left join stock_order so on so.id = sl.order_id
             left join purchase_demand d on c.source = 'demand:' || d.id
             where c.line_id = l.id), '[]'::jsonb) as covers
    from purchase_order_line l join part on part.id = l.part_id
    where l.order_id = ${orderId}::uuid
    order by l.line`);
  return [...rows];
}

async function receiptsOf(read: Read, orderId: string): Promise<PurchaseView['receipts']> {
  const rows = await read.db.execute<
    PurchaseView['receipts'][number] & Record<string, unknown>
  >(sql`
    select r.id as "receiptId", r.number, r.received_by_name as "receivedByName",
           r.received_at as "receivedAt",
           (select coalesce(sum(l.quantity), 0)::bigint from receipt_line l
            where l.receipt_id = r.id) as pieces,
           (select count(*)::int from discrepancy d
            where d.receipt_id = r.id and d.state = 'open') as "openDiscrepancies"
    from receipt r where r.document = ${`purchase-order:${orderId}`}
    order by r.received_at, r.number`);
  return [...rows].map((row) => ({ ...row, receivedAt: iso(row.receivedAt) }));
}

async function timelineOf(read: Read, orderId: string): Promise<PurchaseView['timeline']> {
  const rows = await read.db.execute<{ at: string; command: string; actor_name: string }>(sql`
    select at, command, actor_name from activity
    where subject = ${`purchase-order:${orderId}`} order by seq desc limit 200`);
  return [...rows].map((row) => ({
    at: iso(row.at),
    command: row.command,
    actorName: row.actor_name,
  }));
}

export const getPurchaseOrder = defineQuery({
  name: 'purchasing.get-order',
  permission: 'purchasing.view',
  summary:
    'One purchase order with its lines, whom they are for, what came, and what may happen now.',
  input: z.strictObject({ purchaseOrderId: id }),
  output: purchaseView,
  errors: ['purchasing.unknown-purchase-order'],
  run: async (read, { purchaseOrderId }) => {
    const row = await getPurchaseRow(read, purchaseOrderId);
    const one = { order: sql`o.number`, limit: 1, offset: 0 };
    const { orders } = await selectPurchases(read, sql`o.id = ${purchaseOrderId}::uuid`, one);
    const [summary] = orders;
    if (summary === undefined) throw purchasingErrors.error('unknown-purchase-order');
    const { note, supplierReference, sentByName, confirmedAt, cancelReason } = row;
    return purchaseView.parse({
      ...summary,
      ...{ note, supplierReference, sentByName, cancelReason },
      confirmedAt: confirmedAt === null ? null : iso(confirmedAt),
      lines: await linesOf(read, row.id, row.sentAt !== null),
      receipts: await receiptsOf(read, row.id),
      events: offeredEvents(purchaseFlow, storedOf(row)).map((offer) => ({
        event: offer.event,
        allowed: offer.allowed,
        refusal: offer.allowed ? null : offer.refusal,
      })),
      timeline: await timelineOf(read, row.id),
    });
  },
});
