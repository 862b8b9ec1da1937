/** Reads and writes the rows of defective returns; what is owed is decided by who calls. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { invariant } from '../../platform/errors.ts';
import {
  advance,
  allowedEvents,
  regionStates,
  type StoredFlow,
  startFlow,
} from '../../platform/flow.ts';
import { columnsOf, regionOf, storedOf } from '../../platform/flow-row.ts';
import { nextNumber } from '../../platform/numbering.ts';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { reverseEntry } from '../ledger/reverse-entry.ts';
import { owedFlow } from './owed.machine.ts';
import { isOwed } from './owed.rules.ts';
import type { OwedEvent } from './owed.vocabulary.ts';
import { defectiveReturn } from './tables.ts';

export type ReturnRow = typeof defectiveReturn.$inferSelect;

/** What has to come back, from whom, until when. */
export interface OwedPart {
  readonly siteId: string;
  readonly partId: string;
  readonly quantity: number;
  readonly document: string;
  /** What in the document made it, for taking it back. */
  readonly sourceId: string;
  readonly faultCode: string | null;
  readonly dueOn: string;
  readonly removalEntryId: string;
  /** Who owes it, if not the acting person. */
  readonly owedBy?: { readonly id: string; readonly name: string };
}

function placeOf(stored: StoredFlow) {
  return { ...columnsOf(stored), state: regionOf(regionStates(owedFlow, stored), 'top') };
}

/** Records that a defective part is owed back. Returns its number. */
export async function oweDefectiveReturn(work: Work, owed: OwedPart): Promise<string> {
  const { owedBy = work.actor, ...values } = owed;
  const series = { sequence: 'defective_return_number_seq', prefix: 'DR' };
  const number = await nextNumber(work.db, series);
  const returnId = work.newId();
  await work.db.insert(defectiveReturn).values({
    ...values,
    ...placeOf(startFlow(owedFlow, undefined).stored),
    version: 1,
    id: returnId,
    number,
    owedById: owedBy.id,
    owedByName: owedBy.name,
    createdAt: work.now,
  });
  work.emit('inventory.defective-return-owed', { returnId, number, partId: owed.partId });
  return number;
}

/** The return, locked for this transaction. @throws inventory.unknown-return */
export async function lockReturn(work: Work, returnId: string): Promise<ReturnRow> {
  const missing = inventoryErrors.error('unknown-return');
  const [row] = await lockReturns(work, [returnId]);
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  return row;
}

/** Those of the returns that exist, locked in id order. */
export async function lockReturns(work: Work, ids: readonly string[]): Promise<ReturnRow[]> {
  if (ids.length === 0) return [];
  return work.db
    .select()
    .from(defectiveReturn)
    .where(inArray(defectiveReturn.id, [...ids]))
    .orderBy(asc(defectiveReturn.id))
    .for('no key update');
}

/** Columns that may be set beside the flow. */
export type ReturnChanges = Partial<
  Pick<
    ReturnRow,
    | 'closingEntryId'
    | 'closedAt'
    | 'returnedAt'
    | 'creditMinor'
    | 'creditCurrency'
    | 'creditReference'
    | 'closingReason'
    | 'closedByName'
  >
>;

/**
 * Moves a locked obligation by one event and writes what is known beside it.
 * @throws inventory.event-not-allowed {state}
 */
export async function sendToOwed(
  work: Work,
  row: ReturnRow,
  event: OwedEvent,
  changes: ReturnChanges = {},
): Promise<ReturnRow> {
  const { stored } = advance(owedFlow, storedOf(row), event);
  const [saved] = await work.db
    .update(defectiveReturn)
    .set({ ...changes, ...placeOf(stored), version: sql`${defectiveReturn.version} + 1` })
    .where(and(eq(defectiveReturn.id, row.id), eq(defectiveReturn.version, row.version)))
    .returning();
  invariant(saved, 'a locked obligation keeps its version');
  work.emit('inventory.defective-return-moved', { returnId: row.id, event: event.type });
  return saved;
}

/** Whether an event is possible for the obligation now. */
export function mayMove(row: ReturnRow, type: OwedEvent['type']): boolean {
  return allowedEvents(owedFlow, storedOf(row)).some((one) => one.event === type && one.allowed);
}

/** Where the removal put the part: the pile of the removal entry. */
export async function pileOfRemoval(read: Read, entryId: string) {
  const rows = await read.db.execute<{
    location_id: string;
    owner_id: string;
    lot_id: string | null;
    serial_id: string | null;
  }>(sql`
    select b.location_id, b.owner_id, b.lot_id, m.serial_id from movement m
    join bucket b on b.id = m.to_bucket_id where m.entry_id = ${entryId}::uuid order by m.line`);
  return rows[0] ?? null;
}

/**
 * Takes back what was owed because of `sourceId`, if anything: the removal is reversed.
 * @throws inventory.return-already-closed when the part has left or come back already
 */
export async function cancelOwedReturn(
  work: Work,
  sourceId: string,
  reason: string,
): Promise<void> {
  const [row] = await work.db
    .select()
    .from(defectiveReturn)
    .where(eq(defectiveReturn.sourceId, sourceId))
    .for('no key update');
  if (row === undefined || row.state === 'cancelled') return;
  if (!isOwed(row)) throw inventoryErrors.error('return-already-closed', { number: row.number });
  const entryId = await reverseEntry(work, row.removalEntryId, reason);
  const closed = { closingEntryId: entryId, closedAt: work.now, closingReason: reason };
  await sendToOwed(work, row, { type: 'cancel' }, closed);
}
