/**
 * Reads and writes lines. A line is locked while a command acts on it, saved with its version
 * checked, and never seen outside the caller's sites.
 */
import { and, eq, sql } from 'drizzle-orm';
import { regionStates, type StoredFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import { rmaErrors } from './errors.ts';
import { rmaLineFlow } from './rma-line.machine.ts';
import { rma, rmaLine } from './tables.ts';

export type LineRow = typeof rmaLine.$inferSelect;
export type RmaRow = typeof rma.$inferSelect;

/** Columns a command may set beside the flow. */
export type LineChanges = Partial<
  Pick<
    LineRow,
    | 'serialUnitId'
    | 'arrivedSerial'
    | 'arrivedUnitId'
    | 'accessories'
    | 'chargeMinor'
    | 'chargeCurrency'
    | 'chargeReference'
    | 'receivedAt'
    | 'promisedOn'
  >
>;

/** The line, locked. @throws rma.line-not-found, rma.version-changed */
export async function lockLine(
  work: Work,
  lineId: string,
  version: number | null = null,
): Promise<LineRow> {
  const missing = rmaErrors.error('line-not-found');
  const [row] = await work.db
    .select()
    .from(rmaLine)
    .where(eq(rmaLine.id, lineId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  if (version !== null && version !== row.version) {
    throw rmaErrors.error('version-changed', { code: row.code, state: stateText(row) });
  }
  return row;
}

/** The line without a lock. @throws rma.line-not-found */
export async function getLine(read: Read, lineId: string): Promise<LineRow> {
  const missing = rmaErrors.error('line-not-found');
  const [row] = await read.db.select().from(rmaLine).where(eq(rmaLine.id, lineId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

/** The header of a line. */
export async function getRma(read: Read, rmaId: string): Promise<RmaRow> {
  const [row] = await read.db.select().from(rma).where(eq(rma.id, rmaId));
  if (row === undefined) throw rmaErrors.error('rma-not-found');
  return row;
}

/** The region columns of a stored flow. */
function regionColumns(stored: StoredFlow) {
  const regions = regionStates(rmaLineFlow, stored);
  return {
    top: regionOf(regions, 'top'),
    inbound: regionOf(regions, 'inbound'),
    remedy: regionOf(regions, 'remedy'),
    outbound: regionOf(regions, 'outbound'),
    money: regionOf(regions, 'money'),
    hold: regionOf(regions, 'hold'),
  };
}

/** The line's regions in one text, for a refusal. */
function stateText(row: Pick<LineRow, 'top' | 'inbound' | 'remedy' | 'outbound'>): string {
  return [row.top, row.inbound, row.remedy, row.outbound].join(' / ');
}

/** Writes the line's new place; the row must still have the version it was read with. */
export async function saveLine(
  work: Work,
  row: LineRow,
  place: { readonly stored: StoredFlow; readonly isDone: boolean },
  changes: LineChanges = {},
): Promise<LineRow> {
  const [saved] = await work.db
    .update(rmaLine)
    .set({
      ...changes,
      ...columnsOf(place.stored),
      ...regionColumns(place.stored),
      version: sql`${rmaLine.version} + 1`,
      closedAt: place.isDone ? work.now : null,
    })
    .where(and(eq(rmaLine.id, row.id), eq(rmaLine.version, row.version)))
    .returning();
  if (saved === undefined) throw rmaErrors.error('version-changed', { code: row.code });
  return saved;
}

/** Adds the header of a return, numbered, in the name of the acting person. */
export async function addRma(
  work: Work,
  values: Omit<typeof rma.$inferInsert, 'id' | 'number' | 'createdAt' | 'createdByName'>,
): Promise<{ id: string; number: string }> {
  const number = await nextNumber(work.db, { sequence: 'rma_number_seq', prefix: 'RMA' });
  const named = { id: work.newId(), number };
  const made = { createdAt: work.now, createdByName: work.actor.name };
  await work.db.insert(rma).values({ ...values, ...named, ...made });
  return named;
}

/** Adds a line where its flow starts and answers its id. */
export async function addLine(
  work: Work,
  values: Pick<
    typeof rmaLine.$inferInsert,
    | 'rmaId'
    | 'lineNumber'
    | 'code'
    | 'siteId'
    | 'serialUnitId'
    | 'faultDescription'
    | 'accessories'
    | 'coverage'
    | 'validUntil'
  >,
  stored: StoredFlow,
): Promise<string> {
  const lineId = work.newId();
  const flow = { ...columnsOf(stored), ...regionColumns(stored), version: 1 };
  await work.db.insert(rmaLine).values({ ...values, ...flow, id: lineId });
  return lineId;
}
