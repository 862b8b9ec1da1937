/**
 * Reads and writes requests and their lines. A request is locked while a command acts on it, saved
 * with its version checked, and never seen outside the caller's sites.
 */
import { and, asc, eq, sql } from 'drizzle-orm';
import { regionStates, type StoredFlow } from '../../platform/flow.ts';
import { columnsOf, regionOf } from '../../platform/flow-row.ts';
import { nextNumber } from '../../platform/numbering.ts';
import type { Read, Work } from '../../platform/work.ts';
import { ordersErrors } from '../errors.ts';
import { partsRequest, partsRequestLine } from '../tables.ts';
import { requestFlow } from './request.machine.ts';

export type RequestRow = typeof partsRequest.$inferSelect;
export type RequestLineRow = typeof partsRequestLine.$inferSelect;

/** Where the flow of a request stands after a move. */
export interface RequestPlace {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
}

/** Columns a command may set beside the flow. */
export type RequestChanges = Partial<
  Pick<RequestRow, 'decidedById' | 'decidedByName' | 'decidedAt' | 'decisionReason'>
>;

/** What a request starts with. */
export type NewRequest = Pick<
  RequestRow,
  | 'kind'
  | 'siteId'
  | 'destinationId'
  | 'document'
  | 'documentNumber'
  | 'priority'
  | 'shipTo'
  | 'note'
  | 'valueMinor'
  | 'isValueKnown'
> & {
  /** A calendar day; the whole of it is early enough. */
  readonly neededBy: string | null;
  readonly lines: readonly { readonly partId: string; readonly quantity: number }[];
};

/** The request, locked. @throws orders.unknown-request, version-changed */
export async function lockRequest(
  work: Work,
  requestId: string,
  version: number | null = null,
): Promise<RequestRow> {
  const missing = ordersErrors.error('unknown-request');
  const [row] = await work.db
    .select()
    .from(partsRequest)
    .where(eq(partsRequest.id, requestId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  if (version !== null && version !== row.version) {
    throw ordersErrors.error('version-changed', { number: row.number, state: row.state });
  }
  return row;
}

/** The request without a lock. @throws orders.unknown-request */
export async function getRequestRow(read: Read, requestId: string): Promise<RequestRow> {
  const missing = ordersErrors.error('unknown-request');
  const [row] = await read.db.select().from(partsRequest).where(eq(partsRequest.id, requestId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

/** The lines of a request, by line number. */
export function requestLinesOf(read: Pick<Read, 'db'>, requestId: string) {
  return read.db
    .select()
    .from(partsRequestLine)
    .where(eq(partsRequestLine.requestId, requestId))
    .orderBy(asc(partsRequestLine.line));
}

function placeColumns(work: Work, { stored, isDone }: RequestPlace) {
  const state = regionOf(regionStates(requestFlow, stored), 'top');
  return { ...columnsOf(stored), state, closedAt: isDone ? work.now : null };
}

/** Adds a request where its flow starts, numbered, in the name of the acting person. */
export async function addRequest(
  work: Work,
  { neededBy, lines, ...values }: NewRequest,
  place: RequestPlace,
): Promise<{ row: RequestRow; lines: RequestLineRow[] }> {
  const number = await nextNumber(work.db, { sequence: 'parts_request_number_seq', prefix: 'REQ' });
  const [row] = await work.db
    .insert(partsRequest)
    .values({
      ...values,
      ...placeColumns(work, place),
      id: work.newId(),
      number,
      version: 1,
      neededBy: neededBy === null ? null : new Date(`${neededBy}T23:59:59Z`),
      requestedById: work.actor.id,
      requestedByName: work.actor.name,
      createdAt: work.now,
    })
    .returning();
  if (row === undefined) throw ordersErrors.error('unknown-request');
  const added = await work.db
    .insert(partsRequestLine)
    .values(
      lines.map((line, at) => ({ ...line, id: work.newId(), requestId: row.id, line: at + 1 })),
    )
    .returning();
  return { row, lines: added };
}

/** Writes the new place of a request; the row must still have the version it was read with. */
export async function saveRequest(
  work: Work,
  row: RequestRow,
  place: RequestPlace,
  changes: RequestChanges = {},
): Promise<RequestRow> {
  const [saved] = await work.db
    .update(partsRequest)
    .set({ ...changes, ...placeColumns(work, place), version: sql`${partsRequest.version} + 1` })
    .where(and(eq(partsRequest.id, row.id), eq(partsRequest.version, row.version)))
    .returning();
  if (saved === undefined) {
    throw ordersErrors.error('version-changed', { number: row.number, state: row.state });
  }
  return saved;
}

/** What changes in a line; what is left out stays. */
export interface RequestLineChange {
  readonly lineId: string;
  readonly approved?: number;
  readonly cancelled?: number;
  readonly reason?: string | null;
}

/** Writes changed lines; the checks of the table refuse what does not add up. */
export async function changeRequestLines(
  work: Work,
  changes: readonly RequestLineChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await work.db.execute(sql`
    update parts_request_line l
    set approved = coalesce(c.approved, l.approved), cancelled = coalesce(c.cancelled, l.cancelled),
        reason = coalesce(c.reason, l.reason)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (
      "lineId" uuid, approved bigint, cancelled bigint, reason text)
    where l.id = c."lineId"`);
}
