/**
 * Reads and writes the lines of purchase orders and for whom they were bought. The order is locked by
 * the caller. It knows columns, and no reason.
 */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import type { PurchaseWhy } from './contract.ts';
import { purchaseCover, purchaseOrderLine } from './tables.ts';

export type PurchaseLineRow = typeof purchaseOrderLine.$inferSelect;

/** For whom so many were bought. */
export interface Cover {
  /** `order-line:<id>` or `demand:<id>`. */
  readonly source: string;
  readonly quantity: number;
}

/** What a line is written with. */
export type PurchaseLineValues = Pick<
  PurchaseLineRow,
  | 'supplierPartNumber'
  | 'quantity'
  | 'priceMinor'
  | 'expectedOn'
  | 'leadTimeDays'
  | 'packSize'
  | 'minimumOrder'
> & { readonly why: PurchaseWhy | null };

/** The lines of an order, in their order. */
export function linesOf(read: Pick<Read, 'db'>, orderId: string): Promise<PurchaseLineRow[]> {
  return read.db
    .select()
    .from(purchaseOrderLine)
    .where(eq(purchaseOrderLine.orderId, orderId))
    .orderBy(asc(purchaseOrderLine.line));
}

/** Adds the line of a part to an order, or changes it; answers its id. */
export async function putLine(
  work: Work,
  key: { readonly orderId: string; readonly partId: string },
  values: PurchaseLineValues,
): Promise<string> {
  const [row] = await work.db
    .insert(purchaseOrderLine)
    .values({
      ...values,
      ...key,
      id: work.newId(),
      line: sql`(select coalesce(max(line), 0) + 1 from purchase_order_line
                 where order_id = ${key.orderId}::uuid)`,
    })
    .onConflictDoUpdate({
      target: [purchaseOrderLine.orderId, purchaseOrderLine.partId],
      set: values,
    })
    .returning({ id: purchaseOrderLine.id });
  return row?.id ?? '';
}

/** Writes for whom a line is bought. */
export async function addCovers(
  work: Work,
  lineId: string,
  covers: readonly Cover[],
): Promise<void> {
  if (covers.length === 0) return;
  await work.db
    .insert(purchaseCover)
    .values(covers.map((cover) => ({ ...cover, id: work.newId(), lineId })));
}

/** Takes a line out of a draft; whether there was one. */
export async function dropLine(work: Work, orderId: string, lineId: string): Promise<boolean> {
  const gone = await work.db
    .delete(purchaseOrderLine)
    .where(and(eq(purchaseOrderLine.orderId, orderId), eq(purchaseOrderLine.id, lineId)))
    .returning({ id: purchaseOrderLine.id });
  return gone.length > 0;
}

/** What changes in a line; what is left out stays. */
export interface PurchaseLineChange {
  readonly lineId: string;
  readonly received?: number;
  readonly cancelled?: number;
  readonly priceMinor?: number;
  readonly sentPriceMinor?: number;
  readonly expectedOn?: string;
}

/** Writes changed lines; the checks of the table refuse what does not add up. */
export async function changeLines(
  work: Work,
  changes: readonly PurchaseLineChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await work.db.execute(sql`
    update purchase_order_line l
    set received = coalesce(c.received, l.received), cancelled = coalesce(c.cancelled, l.cancelled),
        price_minor = coalesce(c."priceMinor", l.price_minor),
        sent_price_minor = coalesce(c."sentPriceMinor", l.sent_price_minor),
        expected_on = coalesce(c."expectedOn", l.expected_on)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (
      "lineId" uuid, received bigint, cancelled bigint, "priceMinor" bigint,
      "sentPriceMinor" bigint, "expectedOn" text)
    where l.id = c."lineId"`);
}
