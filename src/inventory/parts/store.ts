/**
 * Reads and writes the rows of the part master. Columns and conflicts; what a part may be is said by
 * the contract, what an import means by the import rules.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { part, partBarcode } from './tables.ts';

export type PartRow = typeof part.$inferSelect;
export type NewPart = typeof part.$inferInsert;

/** The part, or inventory.unknown-part. */
export async function getPartRow(db: Database, partId: string): Promise<PartRow> {
  const [row] = await db.select().from(part).where(eq(part.id, partId));
  if (row === undefined) throw inventoryErrors.error('unknown-part');
  return row;
}

/** How a part is tracked. @throws inventory.unknown-part */
export async function trackingOf(read: Read, partId: string): Promise<PartRow['tracking']> {
  const [row] = await read.rows<Pick<PartRow, 'tracking'>>(statement`
    select tracking from part where id = ${partId}::uuid`);
  if (row === undefined) throw inventoryErrors.error('unknown-part');
  return row.tracking;
}

/** Ids of the parts with these numbers. */
export async function partIdsByNumber(
  db: Database,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await db.execute<{ part_number: string; id: string }>(sql`
    select part_number, id from part where part_number in (
      select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`);
  return new Map([...rows].map((row) => [row.part_number, row.id]));
}

/** Adds a part with its further codes. */
export async function insertPart(
  db: Database,
  row: NewPart,
  barcodes: readonly string[],
): Promise<void> {
  await db.insert(part).values(row);
  if (barcodes.length === 0) return;
  await db.insert(partBarcode).values(barcodes.map((code) => ({ code, partId: row.id })));
}

/** The further codes of parts, by part id. */
export async function barcodesOf(
  db: Database,
  partIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (partIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(partBarcode)
    .where(inArray(partBarcode.partId, [...partIds]))
    .orderBy(partBarcode.code);
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.partId, [...(found.get(row.partId) ?? []), row.code]);
  return found;
}

/**
 * The part, locked; nobody else changes its master data meanwhile. `recounting` also keeps new piles
 * of it from being opened.
 * @throws inventory.unknown-part, inventory.changed-meanwhile
 */
export async function lockPart(
  work: Work,
  partId: string,
  { version = null, recounting = false }: { version?: number | null; recounting?: boolean } = {},
): Promise<PartRow> {
  const [row] = await work.db
    .select()
    .from(part)
    .where(eq(part.id, partId))
    .for(recounting ? 'update' : 'no key update');
  if (row === undefined) throw inventoryErrors.error('unknown-part');
  if (version !== null && version !== row.version) throw inventoryErrors.error('changed-meanwhile');
  return row;
}

/** Changes columns of a part and counts the change. */
export async function updatePart(
  work: Work,
  partId: string,
  values: Partial<Omit<NewPart, 'id' | 'version'>>,
): Promise<void> {
  await work.db
    .update(part)
    .set({ ...values, updatedAt: work.now, version: sql`${part.version} + 1` })
    .where(eq(part.id, partId));
}

/** Whether stock of the part ever moved or a piece of it is known. */
export async function hasMoved(db: Database, partId: string): Promise<boolean> {
  const [row] = await db.execute<{ moved: boolean }>(sql`
    select exists (select from bucket where part_id = ${partId}::uuid)
        or exists (select from serial_unit where part_id = ${partId}::uuid) as moved`);
  return row?.moved === true;
}

/**
 * Makes sure that parts may still be asked for; nobody retires them before this work is done.
 * @throws inventory.unknown-part, inventory.part-retired
 */
export async function requireOrderable(work: Work, partIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(partIds)];
  const rows = await work.db.execute<{ part_number: string; is_retired: boolean }>(sql`
    select part_number, retired_at is not null as is_retired from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)::uuid)
    order by id
    for share`);
  if (rows.length < wanted.length) throw inventoryErrors.error('unknown-part');
  const retired = rows.find((row) => row.is_retired);
  if (retired === undefined) return;
  throw inventoryErrors.error('part-retired', { partNumber: retired.part_number });
}

/** Number of the part each of these codes belongs to. */
export async function ownersOfCodes(
  read: Pick<Read, 'db'>,
  codes: readonly string[],
): Promise<{ readonly code: string; readonly partNumber: string }[]> {
  if (codes.length === 0) return [];
  return read.db
    .select({ code: partBarcode.code, partNumber: part.partNumber })
    .from(partBarcode)
    .innerJoin(part, eq(part.id, partBarcode.partId))
    .where(inArray(partBarcode.code, [...codes]))
    .orderBy(partBarcode.code);
}

/** Adds a further code to a part. */
export async function insertBarcode(work: Work, partId: string, code: string): Promise<void> {
  await work.db.insert(partBarcode).values({ code, partId });
}

/** Takes a further code from a part; whether it had it. */
export async function deleteBarcode(work: Work, partId: string, code: string): Promise<boolean> {
  const gone = await work.db
    .delete(partBarcode)
    .where(and(eq(partBarcode.partId, partId), eq(partBarcode.code, code)))
    .returning({ code: partBarcode.code });
  return gone.length > 0;
}

/** Numbers of parts, by id. */
export async function partNumbersOf(
  db: Database,
  partIds: readonly string[],
): Promise<Map<string, string>> {
  if (partIds.length === 0) return new Map();
  const rows = await db
    .select({ id: part.id, partNumber: part.partNumber })
    .from(part)
    .where(inArray(part.id, [...new Set(partIds)]));
  return new Map(rows.map((row) => [row.id, row.partNumber]));
}
