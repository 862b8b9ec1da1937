/**
 * Reads and writes counted lines, and adds what was seen at each scan. What was seen is never changed;
 * a line repeats the pass that counts.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Condition, Pile } from '../inventory/index.ts';
import { regionStates, type StoredFlow, startFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { countLineFlow } from './count-line.machine.ts';
import { countsErrors } from './errors.ts';
import { countLine, countPiece, countScan } from './tables.ts';
import type { PieceOutcome } from './verdict.rules.ts';

export type LineRow = typeof countLine.$inferSelect;
export type PieceRow = typeof countPiece.$inferSelect;

/** Columns a command may set beside the flow of a line. */
export type LineChanges = Partial<
  Pick<
    LineRow,
    | 'pass'
    | 'counted'
    | 'firstOnHand'
    | 'seenOnHand'
    | 'seenVersion'
    | 'difference'
    | 'valueMinor'
    | 'hasMoved'
    | 'countedById'
    | 'countedByName'
    | 'countedAt'
    | 'decidedById'
    | 'decidedByName'
    | 'decidedAt'
    | 'decisionNote'
    | 'entryId'
  >
>;

/** What is written while a pass goes on: the verdict of an earlier one holds no longer. */
export const notJudged = { difference: null, valueMinor: null, hasMoved: false } as const;

/** Lines of a bin, locked in id order. */
export function lockLinesOfBin(work: Work, binId: string): Promise<LineRow[]> {
  return work.db
    .select()
    .from(countLine)
    .where(eq(countLine.binId, binId))
    .orderBy(asc(countLine.id))
    .for('no key update');
}

/** Lines of a count, locked in id order; only the named ones unless none is named. */
export async function lockLines(
  work: Work,
  countId: string,
  lineIds: readonly string[],
): Promise<LineRow[]> {
  const named = lineIds.length === 0 ? undefined : inArray(countLine.id, [...lineIds]);
  const rows = await work.db
    .select()
    .from(countLine)
    .where(and(eq(countLine.countId, countId), named))
    .orderBy(asc(countLine.id))
    .for('no key update');
  if (named !== undefined && rows.length !== new Set(lineIds).size) {
    throw countsErrors.error('unknown-line');
  }
  return rows;
}

/** What a new line is about. */
export interface NewLine {
  readonly countId: string;
  readonly binId: string;
  readonly pass: number;
  /** The pile; without an id for all pieces of a serialised part. */
  readonly pile: Pile;
  readonly bucketId: string | null;
}

/** Adds a line where its flow starts, with nothing counted yet. */
export async function addLine(work: Work, line: NewLine): Promise<LineRow> {
  const { stored } = startFlow(countLineFlow, undefined);
  const { countId, binId, pass, pile, bucketId } = line;
  const { partId, locationId, lotId, condition, ownerId } = pile;
  const [row] = await work.db
    .insert(countLine)
    .values({
      id: work.newId(),
      ...{ countId, binId, pass, partId, locationId, lotId, condition, ownerId, bucketId },
      ...columnsOf(stored),
      state: regionOf(regionStates(countLineFlow, stored), 'top'),
      version: 1,
      ...{ counted: 0, firstOnHand: 0, seenOnHand: 0, seenVersion: 0 },
      ...{ countedById: work.actor.id, countedByName: work.actor.name, countedAt: work.now },
    })
    .returning();
  if (row === undefined) throw countsErrors.error('unknown-line');
  return row;
}

/** Writes a line's place and what was counted. */
export async function saveLine(
  work: Work,
  row: LineRow,
  changes: LineChanges,
  stored?: StoredFlow,
): Promise<LineRow> {
  const flow =
    stored === undefined
      ? {}
      : { ...columnsOf(stored), state: regionOf(regionStates(countLineFlow, stored), 'top') };
  const [saved] = await work.db
    .update(countLine)
    .set({ ...changes, ...flow, version: sql`${countLine.version} + 1` })
    .where(and(eq(countLine.id, row.id), eq(countLine.version, row.version)))
    .returning();
  if (saved === undefined) throw countsErrors.error('version-changed', { state: row.state });
  return saved;
}

/** Adds what one scan of a pile saw. */
export async function addScan(
  work: Work,
  row: Pick<LineRow, 'id' | 'pass'>,
  seen: Pick<typeof countScan.$inferInsert, 'kind' | 'quantity' | 'onHand' | 'version'>,
): Promise<void> {
  const by = { countedById: work.actor.id, countedByName: work.actor.name, at: work.now };
  const { id: lineId, pass } = row;
  await work.db.insert(countScan).values({ id: work.newId(), lineId, pass, ...seen, ...by });
}

/** A serial number as it was scanned or missed. */
export interface NewPiece {
  readonly serialNumber: string;
  readonly serialId: string | null;
  readonly outcome: PieceOutcome;
  readonly seenBucketId: string | null;
}

/** Adds pieces to the present pass of a line. @throws counts.serial-counted-already */
export async function addPieces(
  work: Work,
  row: Pick<LineRow, 'id' | 'pass'>,
  pieces: readonly NewPiece[],
): Promise<void> {
  if (pieces.length === 0) return;
  const [{ serialNumber = '' } = {}] = pieces;
  work.refuseAs('count_piece_once', async () =>
    countsErrors.error('serial-counted-already', { serialNumber }),
  );
  const by = { countedById: work.actor.id, countedByName: work.actor.name, at: work.now };
  const { id: lineId, pass } = row;
  await work.db
    .insert(countPiece)
    .values(pieces.map((piece) => ({ ...piece, id: work.newId(), lineId, pass, ...by })));
}

/** The pieces of a line's present pass. */
export function piecesOf(work: Work, row: Pick<LineRow, 'id' | 'pass'>): Promise<PieceRow[]> {
  return work.db
    .select()
    .from(countPiece)
    .where(and(eq(countPiece.lineId, row.id), eq(countPiece.pass, row.pass)))
    .orderBy(asc(countPiece.serialNumber));
}

/** Everybody who counted any of these lines, in whatever pass. */
export async function countersOf(
  work: Work,
  lineIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = JSON.stringify(lineIds);
  const rows = await work.db.execute<{ id: string }>(sql`
    with line as (select jsonb_array_elements_text(${ids}::jsonb)::uuid as id)
    select counted_by_id as id from count_scan where line_id in (select id from line)
    union select counted_by_id from count_piece where line_id in (select id from line)
    union select counted_by_id from count_line where id in (select id from line)`);
  return new Set([...rows].map((row) => row.id));
}

/** The pile of a line in the place where it was counted. */
export function pileOfLine(row: LineRow): Pile {
  const { partId, locationId, lotId, ownerId } = row;
  // The column refers to the conditions, which are these words.
  const condition = row.condition as Condition;
  return { partId, locationId, lotId, condition, ownerId, handlingUnitId: null };
}

/** Whether anything was scanned in the present pass of a bin. */
export async function wasScanned(
  work: Work,
  bin: { readonly id: string; readonly pass: number },
): Promise<boolean> {
  const rows = await work.db.execute(sql`
    select 1 from count_line where bin_id = ${bin.id}::uuid and pass = ${bin.pass} limit 1`);
  return rows.length > 0;
}

/** The line of a pile, or of all pieces of a serialised part, in a bin; null before its first scan. */
export async function findLine(work: Work, binId: string, key: string): Promise<LineRow | null> {
  const [row] = await work.db
    .select()
    .from(countLine)
    .where(
      and(
        eq(countLine.binId, binId),
        sql`coalesce(${countLine.bucketId}, ${countLine.partId}) = ${key}::uuid`,
      ),
    )
    .for('no key update');
  return row ?? null;
}

/** Pieces that were found somewhere in the count, in a pass that counts. */
export async function piecesFoundInCount(
  work: Work,
  countId: string,
): Promise<ReadonlySet<string>> {
  const rows = await work.db.execute<{ id: string }>(sql`
    select p.serial_id as id from count_piece p
    join count_line l on l.id = p.line_id and l.pass = p.pass
    where l.count_id = ${countId}::uuid and l.state not in ('dismissed', 'cancelled')
      and p.outcome in ('here', 'elsewhere') and p.serial_id is not null`);
  return new Set([...rows].map(({ id }) => id));
}
