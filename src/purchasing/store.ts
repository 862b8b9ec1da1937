/**
 * Reads and writes purchase orders. An order is locked while anything of it changes, its lines
 * included, saved with its version checked, and never seen outside the caller's sites.
 */
import { and, eq, sql } from 'drizzle-orm';
import { regionStates, type StoredFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import { purchasingErrors } from './errors.ts';
import { purchaseFlow } from './purchase.machine.ts';
import { purchaseOrder } from './tables.ts';

export type PurchaseRow = typeof purchaseOrder.$inferSelect;

/** Where the flow of an order stands after a move. */
export interface PurchasePlace {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
}

/** Columns a command may set beside the flow. */
export type PurchaseChanges = Partial<
  Pick<
    PurchaseRow,
    | 'note'
    | 'sheet'
    | 'supplierReference'
    | 'sentAt'
    | 'sentByName'
    | 'confirmedAt'
    | 'cancelReason'
  >
>;

/** The order, locked. @throws purchasing.unknown-purchase-order, version-changed */
export async function lockPurchase(
  work: Work,
  purchaseOrderId: string,
  version: number | null = null,
): Promise<PurchaseRow> {
  const missing = purchasingErrors.error('unknown-purchase-order');
  const [row] = await work.db
    .select()
    .from(purchaseOrder)
    .where(eq(purchaseOrder.id, purchaseOrderId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  requireVersion(row, version);
  return row;
}

/** Passes when the sender saw the order as it is. @throws purchasing.version-changed */
export function requireVersion(row: PurchaseRow, version: number | null): void {
  if (version === null || version === row.version) return;
  throw purchasingErrors.error('version-changed', { number: row.number, state: row.state });
}

/** The order without a lock. @throws purchasing.unknown-purchase-order */
export async function getPurchaseRow(read: Read, purchaseOrderId: string): Promise<PurchaseRow> {
  const missing = purchasingErrors.error('unknown-purchase-order');
  const [row] = await read.db
    .select()
    .from(purchaseOrder)
    .where(eq(purchaseOrder.id, purchaseOrderId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

function placeColumns(work: Work, { stored, isDone }: PurchasePlace) {
  const state = regionOf(regionStates(purchaseFlow, stored), 'top');
  return { ...columnsOf(stored), state, closedAt: isDone ? work.now : null };
}

/** Adds an order where its flow starts, numbered, in the name of the acting person. */
export async function addPurchase(
  work: Work,
  values: Pick<PurchaseRow, 'supplierId' | 'siteId' | 'currency'>,
  stored: StoredFlow,
): Promise<PurchaseRow> {
  const number = await nextNumber(work.db, { sequence: 'purchase_order_number_seq', prefix: 'PO' });
  const [row] = await work.db
    .insert(purchaseOrder)
    .values({
      ...values,
      ...placeColumns(work, { stored, isDone: false }),
      id: work.newId(),
      number,
      version: 1,
      createdById: work.actor.id,
      createdByName: work.actor.name,
      createdAt: work.now,
    })
    .returning();
  if (row === undefined) throw purchasingErrors.error('unknown-purchase-order');
  return row;
}

/** Writes the new place of an order; the row must still have the version it was read with. */
export async function savePurchase(
  work: Work,
  row: PurchaseRow,
  place: PurchasePlace,
  changes: PurchaseChanges = {},
): Promise<PurchaseRow> {
  const [saved] = await work.db
    .update(purchaseOrder)
    .set({ ...changes, ...placeColumns(work, place), version: sql`${purchaseOrder.version} + 1` })
    .where(and(eq(purchaseOrder.id, row.id), eq(purchaseOrder.version, row.version)))
    .returning();
  if (saved === undefined) {
    throw purchasingErrors.error('version-changed', { number: row.number, state: row.state });
  }
  return saved;
}

/** Lets one person at a time group demand, so that nothing is bought twice. */
export async function oneBuyerAtATime(work: Work): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('purchase-demand', 0))`);
}
