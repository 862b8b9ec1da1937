/** Reads and writes the rows of defective returns; what is owed is decided by who calls. */
import { eq, sql } from 'drizzle-orm';
import { nextNumber } from '../../platform/numbering.ts';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { reverseEntry } from '../ledger/reverse-entry.ts';
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
}

/** Records that the acting person owes a defective part back. Returns its number. */
export async function oweDefectiveReturn(work: Work, owed: OwedPart): Promise<string> {
  const series = { sequence: 'defective_return_number_seq', prefix: 'DR' };
  const number = await nextNumber(work.db, series);
  await work.db.insert(defectiveReturn).values({
    ...owed,
    id: work.newId(),
    number,
    owedById: work.actor.id,
    owedByName: work.actor.name,
    state: 'owed',
    createdAt: work.now,
  });
  work.emit('inventory.defective-return-owed', { number, partId: owed.partId });
  return number;
}

/** The return, locked for this transaction. @throws inventory.unknown-return */
export async function lockReturn(work: Work, returnId: string): Promise<ReturnRow> {
  const missing = inventoryErrors.error('unknown-return');
  const [row] = await work.db
    .select()
    .from(defectiveReturn)
    .where(eq(defectiveReturn.id, returnId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  return row;
}

/** Where the removal put the part: the pile of the removal entry. */
export async function pileOfRemoval(read: Read, entryId: string) {
  const rows = await read.db.execute<{
    location_id: string;
    owner_id: string;
    serial_id: string | null;
  }>(sql`
    select b.location_id, b.owner_id, m.serial_id from movement m
    join bucket b on b.id = m.to_bucket_id where m.entry_id = ${entryId}::uuid order by m.line`);
  return rows[0] ?? null;
}

/** Marks a return as come back. */
export async function closeReturn(work: Work, returnId: string, entryId: string): Promise<void> {
  await work.db
    .update(defectiveReturn)
    .set({ state: 'returned', closingEntryId: entryId, closedAt: work.now })
    .where(eq(defectiveReturn.id, returnId));
}

/**
 * Takes back what was owed because of `sourceId`, if anything: the removal is reversed.
 * @throws inventory.return-already-closed when the part has come back already
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
  if (row.state === 'returned') {
    throw inventoryErrors.error('return-already-closed', { number: row.number });
  }
  const entryId = await reverseEntry(work, row.removalEntryId, reason);
  await work.db
    .update(defectiveReturn)
    .set({ state: 'cancelled', closingEntryId: entryId, closedAt: work.now })
    .where(eq(defectiveReturn.id, row.id));
}
