/**
 * Reads facts that wait and settles them. One worker at a time tells facts, so that they are told in
 * order; it is the one that holds the lease, which passes on when its holder is silent too long.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { type Fact, limits } from './contract.ts';

const leaseName = 'outbox';

/** A fact that waits, and how often it was tried. */
export interface WaitingFact extends Fact {
  readonly attempts: number;
}

interface Row extends Record<string, unknown> {
  seq: number;
  fact: string;
  data: Record<string, unknown>;
  at: string;
  attempts: number;
}

/** Takes or renews the right to tell facts; false while another worker has it. */
export async function holdOutbox(db: Database, holder: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + limits.leaseMs).toISOString();
  const rows = await db.execute(sql`
    insert into worker_lease as l (name, holder, held_until)
    values (${leaseName}, ${holder}, ${until}::timestamptz)
    on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
    where l.holder = excluded.holder or l.held_until <= ${now.toISOString()}::timestamptz
    returning name`);
  return rows.length > 0;
}

/** Gives the right back, so that another worker need not wait for the lease to end. */
export async function releaseOutbox(db: Database, holder: string): Promise<void> {
  await db.execute(sql`delete from worker_lease where name = ${leaseName} and holder = ${holder}`);
}

/** The facts that are due, in order. */
export async function readFacts(db: Database, now: Date): Promise<WaitingFact[]> {
  const rows = await db.execute<Row>(sql`
    select seq, fact, data, at, attempts from outbox
    where delivered_at is null and failed_at is null
      and (next_try_at is null or next_try_at <= ${now.toISOString()}::timestamptz)
    order by seq limit ${limits.factsAtOnce}::int`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Marks facts told. */
export async function markTold(db: Database, seqs: readonly number[], now: Date): Promise<void> {
  if (seqs.length === 0) return;
  await db.execute(sql`
    update outbox set delivered_at = ${now.toISOString()}::timestamptz, last_error = null
    where seq in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(seqs)}::jsonb))`);
}

/** Puts a fact off until `again`, or leaves it aside for good when that is null. */
export async function putOffFact(
  db: Database,
  seq: number,
  outcome: { readonly now: Date; readonly again: Date | null; readonly complaint: string },
): Promise<void> {
  const again = outcome.again?.toISOString() ?? null;
  const failedAt = outcome.again === null ? outcome.now.toISOString() : null;
  await db.execute(sql`
    update outbox set attempts = attempts + 1, next_try_at = ${again}::timestamptz,
                      failed_at = ${failedAt}::timestamptz, last_error = ${outcome.complaint}
    where seq = ${seq}::bigint and delivered_at is null`);
}
