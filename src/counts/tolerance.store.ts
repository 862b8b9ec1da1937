/** Reads and writes how far a blind count may be off, by site and for all others. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import { countTolerance } from './tables.ts';
import type { Tolerance } from './verdict.rules.ts';

/** The tolerance that holds at a site: its own before the one of all others. */
export async function toleranceAt(read: Pick<Read, 'db'>, siteId: string): Promise<Tolerance> {
  const rows = await read.db.execute<Record<string, unknown> & Tolerance>(sql`
    select pieces, percent, value_minor as "valueMinor" from count_tolerance
    where site_id = ${siteId}::uuid or site_id is null
    order by site_id nulls last limit 1`);
  return rows[0] ?? { pieces: 0, percent: 0, valueMinor: 0 };
}

/** Sets the tolerance of a site, or of all that have none of their own. */
export async function putTolerance(
  work: Work,
  siteId: string | null,
  tolerance: Tolerance,
): Promise<void> {
  const set = { ...tolerance, updatedAt: work.now, updatedByName: work.actor.name };
  await work.db
    .insert(countTolerance)
    .values({ id: work.newId(), siteId, ...set })
    .onConflictDoUpdate({ target: countTolerance.siteId, set });
}
