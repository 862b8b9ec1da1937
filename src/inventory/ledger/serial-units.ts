/**
 * Serialised pieces by number: finding, and making the row of one that is seen for the first time.
 * Where a piece is changes only by postings.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import type { Condition, Pile } from './posting.rules.ts';
import { bucket, serialUnit } from './tables.ts';

export type SerialRow = typeof serialUnit.$inferSelect;

/** Pieces with this serial number, of any part. */
export async function findSerials(db: Database, serialNumber: string): Promise<SerialRow[]> {
  return db.select().from(serialUnit).where(eq(serialUnit.serialNumber, serialNumber)).limit(20);
}

/** The piece of this part with this number, or null. */
export async function findSerial(
  db: Database,
  partId: string,
  serialNumber: string,
): Promise<SerialRow | null> {
  const [row] = await db
    .select()
    .from(serialUnit)
    .where(and(eq(serialUnit.partId, partId), eq(serialUnit.serialNumber, serialNumber)));
  return row ?? null;
}

/**
 * Makes the row of a piece that is new to the system.
 * @throws inventory.serial-taken when the part has a piece of that number already
 */
export async function addSerial(work: Work, partId: string, serialNumber: string): Promise<string> {
  work.refuseAs('serial_unit_number', async () =>
    inventoryErrors.error('serial-taken', { serialNumber }),
  );
  const id = work.newId();
  await work.db.insert(serialUnit).values({ id, partId, serialNumber, createdAt: work.now });
  return id;
}

/** The pile a piece is in. @throws inventory.serial-not-here when it never entered the ledger */
export async function pileOfSerial(db: Database, serialId: string): Promise<Pile> {
  const [row] = await db
    .select({
      partId: bucket.partId,
      locationId: bucket.locationId,
      condition: bucket.condition,
      ownerId: bucket.ownerId,
      lotId: bucket.lotId,
      handlingUnitId: bucket.handlingUnitId,
    })
    .from(serialUnit)
    .innerJoin(bucket, eq(bucket.id, serialUnit.bucketId))
    .where(eq(serialUnit.id, serialId));
  if (row === undefined) throw inventoryErrors.error('serial-not-here', { location: null });
  return { ...row, condition: row.condition as Condition };
}

/** Ids of the pieces of a part by number; numbers nobody knows are absent. */
export async function serialIds(
  db: Database,
  partId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.execute<{ id: string; serial_number: string }>(sql`
    select id, serial_number from serial_unit
    where part_id = ${partId}::uuid and serial_number in (
      select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`);
  return new Map([...rows].map((row) => [row.serial_number, row.id]));
}

/** The piece. @throws inventory.unknown-serial */
export async function getSerial(db: Database, serialId: string): Promise<SerialRow> {
  const [row] = await db.select().from(serialUnit).where(eq(serialUnit.id, serialId));
  if (row === undefined) throw inventoryErrors.error('unknown-serial');
  return row;
}
