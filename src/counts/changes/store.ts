/**
 * Reads and writes stock changes, what they are about, their proofs and the reasons. A change is locked
 * while it is decided on and never seen outside the caller's sites.
 */
import { createHash } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import { type Condition, ourCompany, type Pile } from '../../inventory/index.ts';
import { regionStates, type StoredFlow } from '../../platform/flow.ts';
import { columnsOf, regionOf } from '../../platform/flow-row.ts';
import { nextNumber } from '../../platform/numbering.ts';
import type { Read, Work } from '../../platform/work.ts';
import { countsErrors } from '../errors.ts';
import { stockChangeFlow } from './stock-change.machine.ts';
import type { ChangeKind } from './stock-change.vocabulary.ts';
import { changeProof, changeReason, stockChange, stockChangePiece } from './tables.ts';

export type ChangeRow = typeof stockChange.$inferSelect;
export type ChangePieceRow = typeof stockChangePiece.$inferSelect;

const prefixes = { adjustment: 'ADJ', scrap: 'SCR' } as const satisfies Record<ChangeKind, string>;

/** The next number of a kind. */
export function changeNumber(work: Work, kind: ChangeKind): Promise<string> {
  const series = { sequence: 'stock_change_number_seq', prefix: prefixes[kind] };
  return nextNumber(work.db, series);
}

/** A reason in use that fits the kind. @throws counts.unknown-reason, counts.reason-does-not-fit */
export async function requireReason(read: Read, code: string, kind: ChangeKind): Promise<void> {
  const [row] = await read.db.select().from(changeReason).where(eq(changeReason.code, code));
  if (row === undefined || !row.isActive) throw countsErrors.error('unknown-reason', { code });
  if (row.kind !== kind) throw countsErrors.error('reason-does-not-fit', { code });
}

/** Adds or changes a reason. @throws counts.reason-taken when the code is of the other kind */
export async function putReason(
  work: Work,
  reason: typeof changeReason.$inferInsert,
): Promise<void> {
  const { code, kind, nameEn, nameZh, isActive } = reason;
  const rows = await work.db
    .insert(changeReason)
    .values(reason)
    .onConflictDoUpdate({
      target: changeReason.code,
      set: { nameEn, nameZh, isActive },
      setWhere: eq(changeReason.kind, kind),
    })
    .returning();
  if (rows.length === 0) throw countsErrors.error('reason-taken', { code });
}

/** Adds a change where its flow starts, in the name of the acting person. */
export async function addChange(
  work: Work,
  values: Omit<
    typeof stockChange.$inferInsert,
    | 'state'
    | 'ownerId'
    | 'requestedAt'
    | 'requestedById'
    | 'requestedByName'
    | 'version'
    | keyof ReturnType<typeof columnsOf>
  >,
  stored: StoredFlow,
): Promise<ChangeRow> {
  const { id: requestedById, name: requestedByName } = work.actor;
  const [row] = await work.db
    .insert(stockChange)
    .values({
      ...values,
      ...columnsOf(stored),
      ...{ ownerId: ourCompany, requestedAt: work.now, requestedById, requestedByName },
      state: regionOf(regionStates(stockChangeFlow, stored), 'top'),
      version: 1,
    })
    .returning();
  if (row === undefined) throw countsErrors.error('unknown-change');
  return row;
}

/** What a change is about: the whole quantity, or one row a piece. */
export async function addChangePieces(
  work: Work,
  pieces: readonly (typeof stockChangePiece.$inferInsert)[],
): Promise<void> {
  await work.db.insert(stockChangePiece).values([...pieces]);
}

/** The rows of what a change is about. */
export function changePieces(read: Pick<Read, 'db'>, changeId: string): Promise<ChangePieceRow[]> {
  return read.db
    .select()
    .from(stockChangePiece)
    .where(eq(stockChangePiece.changeId, changeId))
    .orderBy(asc(stockChangePiece.serialNumber));
}

/** Notes which hold keeps a piece. */
export async function noteHold(work: Work, pieceId: string, holdId: string): Promise<void> {
  await work.db.update(stockChangePiece).set({ holdId }).where(eq(stockChangePiece.id, pieceId));
}

/** The change, locked. @throws counts.unknown-change, counts.version-changed */
export async function lockChange(
  work: Work,
  changeId: string,
  of: { readonly kind: ChangeKind; readonly version: number | null },
): Promise<ChangeRow> {
  const missing = countsErrors.error('unknown-change');
  const [row] = await work.db
    .select()
    .from(stockChange)
    .where(and(eq(stockChange.id, changeId), eq(stockChange.kind, of.kind)))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  if (of.version !== null && of.version !== row.version) {
    throw countsErrors.error('version-changed', { state: row.state });
  }
  return row;
}

/** The change without a lock. @throws counts.unknown-change */
export async function getChangeRow(read: Read, changeId: string): Promise<ChangeRow> {
  const missing = countsErrors.error('unknown-change');
  const [row] = await read.db.select().from(stockChange).where(eq(stockChange.id, changeId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

/** Columns a decision sets beside the flow. */
export type ChangeChanges = Partial<
  Pick<
    ChangeRow,
    'decidedAt' | 'decidedById' | 'decidedByName' | 'decisionNote' | 'entryId' | 'valueMinor'
  >
>;

/** Writes where the change now stands. */
export async function saveChange(
  work: Work,
  row: ChangeRow,
  stored: StoredFlow,
  changes: ChangeChanges,
): Promise<ChangeRow> {
  const [saved] = await work.db
    .update(stockChange)
    .set({
      ...changes,
      ...columnsOf(stored),
      state: regionOf(regionStates(stockChangeFlow, stored), 'top'),
      version: sql`${stockChange.version} + 1`,
    })
    .where(and(eq(stockChange.id, row.id), eq(stockChange.version, row.version)))
    .returning();
  if (saved === undefined) throw countsErrors.error('version-changed', { state: row.state });
  return saved;
}

/** The pile a change is about. */
export function pileOfChange(row: ChangeRow): Pile {
  const { partId, locationId, lotId, ownerId } = row;
  // The column refers to the conditions, which are these words.
  const condition = row.condition as Condition;
  return { partId, locationId, lotId, condition, ownerId, handlingUnitId: null };
}

/** Adds a proof whose type was read from its bytes. */
export async function addProof(
  work: Work,
  proof: Pick<typeof changeProof.$inferInsert, 'changeId' | 'fileName' | 'mediaType' | 'content'>,
): Promise<void> {
  const sha256 = createHash('sha256').update(proof.content).digest('hex');
  const by = { addedAt: work.now, addedByName: work.actor.name };
  await work.db.insert(changeProof).values({ ...proof, ...by, id: work.newId(), sha256 });
}

/** A proof with its bytes, within the caller's sites. @throws counts.unknown-proof */
export async function getProofRow(read: Read, proofId: string) {
  const missing = countsErrors.error('unknown-proof');
  const [row] = await read.db
    .select({ proof: changeProof, siteId: stockChange.siteId })
    .from(changeProof)
    .innerJoin(stockChange, eq(stockChange.id, changeProof.changeId))
    .where(eq(changeProof.id, proofId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row.proof;
}
