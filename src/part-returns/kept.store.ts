/** Reads who people are and how they are reminded; writes the latter. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import { returnChasing } from './tables.ts';

/** The name of a person; null when there is none. */
export async function personName(read: Read, personId: string): Promise<string | null> {
  const rows = await read.db.execute<{ name: string }>(sql`
    select display_name as name from person where id = ${personId}::uuid`);
  return rows[0]?.name ?? null;
}

/** How people of a site are reminded. */
export interface Chasing {
  readonly dueDays: number;
  readonly daysBefore: number;
  readonly everyDays: number;
  readonly escalateAfterDays: number;
  readonly escalateToId: string | null;
  readonly escalateToName: string | null;
}

/** The rule of a site; the general one where it has none of its own. */
export async function chasingOf(read: Read, siteId: string | null): Promise<Chasing> {
  const rows = await read.db.execute<Record<string, unknown> & Chasing>(sql`
    select due_days as "dueDays", days_before as "daysBefore", every_days as "everyDays",
           escalate_after_days as "escalateAfterDays", escalate_to_id as "escalateToId",
           escalate_to_name as "escalateToName"
    from return_chasing
    where site_id is null or site_id = ${siteId}::uuid
    order by site_id nulls last limit 1`);
  const [row] = rows;
  const nobody = { escalateToId: null, escalateToName: null };
  return row ?? { dueDays: 14, daysBefore: 3, everyDays: 7, escalateAfterDays: 14, ...nobody };
}

/** Writes the rule of a site, or the general one. */
export async function writeChasing(
  work: Work,
  siteId: string | null,
  rule: Chasing,
): Promise<void> {
  const values = { ...rule, setByName: work.actor.name, setAt: work.now };
  await work.db
    .insert(returnChasing)
    .values({ id: work.newId(), siteId, ...values })
    .onConflictDoUpdate({ target: returnChasing.siteId, set: values });
}
