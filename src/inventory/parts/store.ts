/**
 * Reads and writes the rows of the part master. Columns and conflicts; what a part may be is said by
 * the contract, what an import means by the import rules.
 */
import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
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
    .where(inArray(partBarcode.partId, [...partIds]));
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.partId, [...(found.get(row.partId) ?? []), row.code]);
  return found;
}
