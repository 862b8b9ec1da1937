/**
 * Reads and writes receipts and their lines. A receipt is what one person took in from one document
 * on one day; it is only ever added to. It knows columns, and no reason.
 */
import { and, eq, sql } from 'drizzle-orm';
import {
  type Condition,
  inventoryErrors,
  ourCompany,
  type Pile,
  place,
} from '../inventory/index.ts';
import { isoDay } from '../platform/clock.ts';
import { invariant } from '../platform/errors.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import { receiptsErrors } from './errors.ts';
import type { Tolerance } from './incoming.rules.ts';
import { receipt, receiptLine, receivingRule } from './tables.ts';

export type ReceiptRow = typeof receipt.$inferSelect;

/** By what paper goods come in. */
export const receiptKinds = [
  'shipment',
  'purchase',
  'return',
  'customer',
  'technician',
  'manual',
] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** The head of a receipt, as who receives says it. */
export interface ReceiptHead {
  readonly siteId: string;
  readonly kind: ReceiptKind;
  /** Opaque reference of the paper, e.g. `shipment:<id>`; null: goods without paper. */
  readonly document: string | null;
  readonly documentNumber: string | null;
  readonly sender?: string | null;
  readonly note?: string | null;
}

/** The receipt. @throws receipts.unknown-receipt */
export async function getReceiptRow(read: Read, receiptId: string): Promise<ReceiptRow> {
  const missing = receiptsErrors.error('unknown-receipt');
  const [row] = await read.db.select().from(receipt).where(eq(receipt.id, receiptId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

async function ofToday(work: Work, head: ReceiptHead): Promise<ReceiptRow | null> {
  if (head.document === null) return null;
  const [row] = await work.db
    .select()
    .from(receipt)
    .where(
      and(
        eq(receipt.document, head.document),
        eq(receipt.siteId, head.siteId),
        eq(receipt.receivedById, work.actor.id),
        eq(receipt.receivedOn, isoDay(work.now)),
      ),
    );
  return row ?? null;
}

/** The receipt this person writes for this document today, begun if it is his first. */
export async function openReceipt(work: Work, head: ReceiptHead): Promise<ReceiptRow> {
  const known = await ofToday(work, head);
  if (known !== null) return known;
  const series = { sequence: 'receipt_number_seq', prefix: 'RCV' };
  const [made] = await work.db
    .insert(receipt)
    .values({
      ...head,
      id: work.newId(),
      number: await nextNumber(work.db, series),
      receivedById: work.actor.id,
      receivedByName: work.actor.name,
      receivedOn: isoDay(work.now),
      receivedAt: work.now,
    })
    .onConflictDoNothing()
    .returning();
  const row = made ?? (await ofToday(work, head));
  invariant(row, 'a receipt that could not be added is there');
  return row;
}

/** Adds what was posted to a receipt, and answers the ids in the order given. */
export async function addReceiptLines(
  work: Work,
  lines: readonly Omit<typeof receiptLine.$inferInsert, 'id' | 'receivedAt' | 'seq'>[],
): Promise<string[]> {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => ({ ...line, id: work.newId(), receivedAt: work.now }));
  await work.db.insert(receiptLine).values(rows);
  return rows.map(({ id }) => id);
}

/** What a site asks of what comes in; nothing above what is expected unless somebody set it. */
export interface ReceivingRule extends Tolerance {
  readonly minimumShelfLifeDays: number;
}

/** The rule of a site. */
export async function ruleOfSite(read: Read, siteId: string): Promise<ReceivingRule> {
  const [row] = await read.db.select().from(receivingRule).where(eq(receivingRule.siteId, siteId));
  const { overPercent = 0, overPieces = 0, minimumShelfLifeDays = 0 } = row ?? {};
  return { overPercent, overPieces, minimumShelfLifeDays };
}

/** Sets the rule of a site. */
export async function writeRule(work: Work, siteId: string, rule: ReceivingRule): Promise<void> {
  const values = { ...rule, setByName: work.actor.name, setAt: work.now };
  await work.db
    .insert(receivingRule)
    .values({ siteId, ...values })
    .onConflictDoUpdate({ target: receivingRule.siteId, set: values });
}

/** How the parts are counted, by id. @throws inventory.unknown-part */
export async function trackingOf(
  read: Read,
  partIds: readonly string[],
): Promise<Map<string, { readonly tracking: string; readonly partNumber: string }>> {
  const ids = [...new Set(partIds)];
  const rows = await read.db.execute<{ id: string; tracking: string; partNumber: string }>(sql`
    select id, tracking, part_number as "partNumber" from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`);
  if (rows.length !== ids.length) throw inventoryErrors.error('unknown-part');
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** The last day of use of lots, by id; null where nobody knows it. */
export async function expiriesOf(
  read: Read,
  lotIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (lotIds.length === 0) return new Map();
  const rows = await read.db.execute<{ id: string; expiresOn: string | null }>(sql`
    select id, expires_on as "expiresOn" from lot
    where id in (select jsonb_array_elements_text(${JSON.stringify(lotIds)}::jsonb)::uuid)`);
  return new Map(rows.map((row) => [row.id, row.expiresOn]));
}

/** Numbers of orders by id. */
export async function orderNumbers(
  read: Read,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await read.db.execute<{ id: string; number: string }>(sql`
    select id, number from stock_order
    where id in (select jsonb_array_elements_text(${JSON.stringify(orderIds)}::jsonb)::uuid)`);
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** The fullest pile of each part that is ours and lies at customers, by part. */
export async function pilesAtCustomers(
  read: Read,
  partIds: readonly string[],
): Promise<Map<string, { readonly pile: Pile; readonly onHand: number }>> {
  const rows = await read.db.execute<
    { partId: string; condition: Condition; lotId: string | null; onHand: number } & Record<
      string,
      unknown
    >
  >(sql`
    select distinct on (part_id) part_id as "partId", condition, lot_id as "lotId",
           on_hand as "onHand"
    from bucket
    where location_id = ${place.customer}::uuid and owner_id = ${ourCompany}::uuid
      and handling_unit_id is null and on_hand > 0
      and part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
    order by part_id, on_hand desc, id`);
  const rest = { locationId: place.customer, ownerId: ourCompany, handlingUnitId: null };
  return new Map(
    rows.map(({ onHand, ...named }) => [named.partId, { pile: { ...named, ...rest }, onHand }]),
  );
}
