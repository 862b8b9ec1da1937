/** Reads and writes the installed base: who has which unit under which warranty. */
import { eq, sql } from 'drizzle-orm';
import { isoDay } from '../../platform/clock.ts';
import type { Read, Work } from '../../platform/work.ts';
import { installedUnit } from './tables.ts';

export type InstalledRow = typeof installedUnit.$inferSelect;

/** What is known of a unit's installation, or null. */
export async function findInstalled(
  read: Read,
  serialUnitId: string,
): Promise<InstalledRow | null> {
  const [row] = await read.db
    .select()
    .from(installedUnit)
    .where(eq(installedUnit.serialUnitId, serialUnitId));
  return row ?? null;
}

/** Adds a unit to the installed base. */
export async function addInstalled(
  work: Work,
  unit: Omit<InstalledRow, 'createdAt' | 'lastRepairedOn'>,
): Promise<void> {
  await work.db
    .insert(installedUnit)
    .values({ ...unit, lastRepairedOn: null, createdAt: work.now })
    .onConflictDoNothing();
}

/** The repair warranty starts when a repaired unit is sent back: only if its job has passed. */
export async function markRepaired(
  work: Work,
  serialUnitId: string,
  lineId: string,
): Promise<void> {
  await work.db.execute(sql`
    update installed_unit set last_repaired_on = ${isoDay(work.now)}
    where serial_unit_id = ${serialUnitId}::uuid and exists (
      select from repair_job j where j.line_id = ${lineId}::uuid and j.finished_at is not null)`);
}
