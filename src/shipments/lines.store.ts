/**
 * Reads and writes the lines of shipments: which pile they lie in, the hold on it, what arrived and
 * what is lost. It moves nothing: the ledger is posted by whoever calls it.
 */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Condition, Pile } from '../inventory/index.ts';
import { place } from '../inventory/index.ts';
import type { Read, Work } from '../platform/work.ts';
import { shipmentLine } from './tables.ts';

export type LineRow = typeof shipmentLine.$inferSelect;

/** The pile a line lies in until it leaves. */
export function pileOfLine(line: LineRow): Pile {
  const { partId, locationId, ownerId, lotId, handlingUnitId } = line;
  const condition = line.condition as Condition;
  return { partId, locationId, condition, ownerId, lotId, handlingUnitId };
}

/** The pile a line is in while it is on the road: the same goods in the same box. */
export function pileOnTheWay(line: LineRow): Pile {
  return { ...pileOfLine(line), locationId: place.inTransit };
}

/** Lines that are in the shipment, in the order they came. */
export async function linesOf(read: Read, shipmentId: string): Promise<LineRow[]> {
  return read.db
    .select()
    .from(shipmentLine)
    .where(and(eq(shipmentLine.shipmentId, shipmentId), isNull(shipmentLine.removedAt)))
    .orderBy(asc(shipmentLine.createdAt), asc(shipmentLine.id));
}

/** What a new line says. */
export type NewLine = Omit<
  typeof shipmentLine.$inferInsert,
  'id' | 'createdAt' | 'received' | 'lost' | 'removedAt'
>;

/** A new line that says the same as another, of which nothing has arrived or got lost. */
export function likeLine(line: LineRow): NewLine {
  const { id: _id, createdAt: _at, removedAt: _gone, received: _in, lost: _lost, ...same } = line;
  return same;
}

/** Adds lines and answers them in the order given. */
export async function addLines(work: Work, lines: readonly NewLine[]): Promise<LineRow[]> {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => ({ ...line, id: work.newId(), createdAt: work.now }));
  const added = await work.db.insert(shipmentLine).values(rows).returning();
  const byId = new Map(added.map((row) => [row.id, row]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Columns that change while a line is packed, sent and received. */
export type LineChanges = Partial<
  Pick<
    LineRow,
    | 'shipmentId'
    | 'source'
    | 'allocationId'
    | 'quantity'
    | 'locationId'
    | 'handlingUnitId'
    | 'isUnboxed'
    | 'reservationId'
    | 'shipped'
    | 'received'
    | 'lost'
    | 'removedAt'
  >
>;

/** Writes what became of a line whose shipment is locked. */
export async function changeLine(work: Work, lineId: string, changes: LineChanges): Promise<void> {
  await work.db.update(shipmentLine).set(changes).where(eq(shipmentLine.id, lineId));
}

/** Everything of the shipment has left: nothing is held any more. */
export async function stampShipped(work: Work, shipmentId: string): Promise<void> {
  await work.db
    .update(shipmentLine)
    .set({ shipped: sql`${shipmentLine.quantity}`, reservationId: null })
    .where(and(eq(shipmentLine.shipmentId, shipmentId), isNull(shipmentLine.removedAt)));
}
