/**
 * Reads and writes returns of parts. A return is locked while a command acts on it and saved with its
 * version checked; who works at neither of its ends does not see it.
 */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Condition, inventoryErrors, type Pile } from '../inventory/index.ts';
import { covers } from '../platform/actor.ts';
import { invariant } from '../platform/errors.ts';
import { regionStates, type StoredFlow, startFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import { partReturnsErrors } from './errors.ts';
import { partReturnFlow } from './return.machine.ts';
import { partReturn, partReturnInspection, partReturnLine } from './tables.ts';

export type PartReturnRow = typeof partReturn.$inferSelect;
export type PartReturnLineRow = typeof partReturnLine.$inferSelect;

/** At which end the caller works: where it leaves, where it comes to, or either. */
export type ReturnEndOf = 'from' | 'to' | 'either';

function mayAct(read: Pick<Read, 'scopes'>, row: PartReturnRow, end: ReturnEndOf): boolean {
  const ends = {
    from: [row.siteId],
    // A party of ours has no site: who sends it there answers for what becomes of it.
    to: [row.toSiteId ?? row.siteId],
    either: [row.siteId, row.toSiteId],
  };
  return ends[end].some((siteId) => siteId !== null && covers(read.scopes, siteId));
}

function stateOf(stored: StoredFlow): string {
  return regionOf(regionStates(partReturnFlow, stored), 'top');
}

/** The return without a lock. @throws part-returns.unknown-return */
export async function getPartReturnRow(read: Read, returnId: string): Promise<PartReturnRow> {
  const [row] = await read.db.select().from(partReturn).where(eq(partReturn.id, returnId));
  if (row === undefined || !mayAct(read, row, 'either')) {
    throw partReturnsErrors.error('unknown-return');
  }
  return row;
}

/** The return, locked before its obligations and piles. @throws part-returns.unknown-return, version-changed */
export async function lockPartReturn(
  work: Work,
  returnId: string,
  how: { readonly end?: ReturnEndOf; readonly version?: number | null } = {},
): Promise<PartReturnRow> {
  const [row] = await work.db
    .select()
    .from(partReturn)
    .where(eq(partReturn.id, returnId))
    .for('no key update');
  if (row === undefined || !mayAct(work, row, how.end ?? 'either')) {
    throw partReturnsErrors.error('unknown-return');
  }
  if ((how.version ?? row.version) !== row.version) {
    throw partReturnsErrors.error('version-changed', { code: row.number, state: row.state });
  }
  work.about(`part-return:${row.id}`);
  return row;
}

/** The return that a shipment carries, locked; null when it carries none. */
export async function lockReturnOfShipment(
  work: Work,
  shipmentId: string,
): Promise<PartReturnRow | null> {
  const [row] = await work.db
    .select()
    .from(partReturn)
    .where(eq(partReturn.shipmentId, shipmentId))
    .for('no key update');
  return row ?? null;
}

/** What a new return says. */
export type NewPartReturn = Pick<
  PartReturnRow,
  'siteId' | 'toSiteId' | 'toPartyId' | 'document' | 'note'
>;

/** Opens a return without lines. */
export async function addPartReturn(work: Work, wish: NewPartReturn): Promise<PartReturnRow> {
  const { stored } = startFlow(partReturnFlow, undefined);
  const series = { sequence: 'part_return_number_seq', prefix: 'RET' };
  const [row] = await work.db
    .insert(partReturn)
    .values({
      ...wish,
      ...columnsOf(stored),
      id: work.newId(),
      number: await nextNumber(work.db, series),
      state: stateOf(stored),
      version: 1,
      createdAt: work.now,
      createdById: work.actor.id,
      createdByName: work.actor.name,
    })
    .returning();
  invariant(row, 'a new return is always added');
  work.about(`part-return:${row.id}`);
  return row;
}

/** Columns a command may set beside the flow. */
export type PartReturnChanges = Partial<
  Pick<PartReturnRow, 'shipmentId' | 'shipmentNumber' | 'sentAt' | 'closedAt' | 'note'>
>;

/** Writes where a locked return stands now. */
export async function savePartReturn(
  work: Work,
  row: PartReturnRow,
  saved: { readonly stored: StoredFlow; readonly changes: PartReturnChanges },
): Promise<PartReturnRow> {
  const { stored, changes } = saved;
  const [written] = await work.db
    .update(partReturn)
    .set({
      ...changes,
      ...columnsOf(stored),
      state: stateOf(stored),
      version: sql`${partReturn.version} + 1`,
    })
    .where(and(eq(partReturn.id, row.id), eq(partReturn.version, row.version)))
    .returning();
  if (written === undefined) {
    throw partReturnsErrors.error('version-changed', { code: row.number, state: row.state });
  }
  return written;
}

/** The lines of a return that were not taken off, in the order they were listed. */
export async function linesOf(read: Read, returnId: string): Promise<PartReturnLineRow[]> {
  return read.db
    .select()
    .from(partReturnLine)
    .where(and(eq(partReturnLine.returnId, returnId), isNull(partReturnLine.removedAt)))
    .orderBy(asc(partReturnLine.createdAt), asc(partReturnLine.id));
}

/** What a new line says. */
export type NewLine = Omit<
  typeof partReturnLine.$inferInsert,
  'createdAt' | 'handed' | 'sent' | 'arrived' | 'lost' | 'inspected' | 'removedAt'
>;

/** Adds lines to a locked return. @throws part-returns.on-another-return */
export async function addLines(work: Work, lines: readonly NewLine[]): Promise<void> {
  work.refuseAs('one_return_per_owed', async () => partReturnsErrors.error('on-another-return'));
  const createdAt = work.now;
  await work.db.insert(partReturnLine).values(lines.map((line) => ({ ...line, createdAt })));
}

/** Changes a line of a locked return. */
export async function changeLine(
  work: Work,
  lineId: string,
  changes: Partial<PartReturnLineRow>,
): Promise<void> {
  await work.db.update(partReturnLine).set(changes).where(eq(partReturnLine.id, lineId));
}

/** The pile a line was listed from. */
export function pileOfLine(line: PartReturnLineRow): Pile {
  const { partId, locationId, ownerId, lotId } = line;
  const condition = line.condition as Condition;
  return { partId, locationId, condition, ownerId, lotId, handlingUnitId: null };
}

/** The number of the open return that lists an obligation; null when none does. */
export async function returnListing(read: Read, owedReturnId: string): Promise<string | null> {
  const [row] = await read.db
    .select({ number: partReturn.number })
    .from(partReturnLine)
    .innerJoin(partReturn, eq(partReturn.id, partReturnLine.returnId))
    .where(and(eq(partReturnLine.owedReturnId, owedReturnId), isNull(partReturnLine.removedAt)));
  return row?.number ?? null;
}

/** Serial numbers of pieces, by id. */
export async function serialNumbersOf(
  read: Read,
  serialIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read.db.execute<{ id: string; serialNumber: string }>(sql`
    select id, serial_number as "serialNumber" from serial_unit
    where id in (select jsonb_array_elements_text(${JSON.stringify(serialIds)}::jsonb)::uuid)`);
  return new Map(rows.map(({ id, serialNumber }) => [id, serialNumber]));
}

/** Keeps what an inspection found. */
export async function addInspection(
  work: Work,
  found: Pick<
    typeof partReturnInspection.$inferInsert,
    'lineId' | 'quantity' | 'found' | 'locationId' | 'entryId' | 'note'
  >,
): Promise<void> {
  await work.db.insert(partReturnInspection).values({
    ...found,
    id: work.newId(),
    inspectedById: work.actor.id,
    inspectedByName: work.actor.name,
    inspectedAt: work.now,
  });
}

/** Places of one site, with who keeps them. @throws inventory.unknown-location */
export async function placesById(
  read: Read,
  ids: readonly string[],
): Promise<Map<string, { siteId: string; custodianId: string | null }>> {
  const rows = await read.db.execute<{
    id: string;
    siteId: string;
    custodianId: string | null;
  }>(sql`
    select id, site_id as "siteId", custodian_id as "custodianId" from location
    where site_id is not null
      and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`);
  const found = new Map(rows.map(({ id, ...place }) => [id, place]));
  for (const id of ids) {
    const place = found.get(id);
    const missing = inventoryErrors.error('unknown-location');
    if (place === undefined) throw missing;
    read.requireScope(place.siteId, missing);
  }
  return found;
}

/** Lines with these shipment lines, of returns already locked. */
export async function linesOnShipment(
  read: Read,
  shipmentLineIds: readonly string[],
): Promise<PartReturnLineRow[]> {
  if (shipmentLineIds.length === 0) return [];
  return read.db
    .select()
    .from(partReturnLine)
    .where(inArray(partReturnLine.shipmentLineId, [...shipmentLineIds]))
    .orderBy(asc(partReturnLine.id));
}
