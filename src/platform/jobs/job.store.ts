/**
 * Takes and settles jobs. A job is taken by one statement that skips what others hold; whoever
 * settles it must still be the one who took it last (the number of tries is the fence). A job in hand
 * gives its unique key back, so that scheduling again while it runs makes a new one.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { type Job, limits } from './contract.ts';

/** A job that this worker holds. */
export interface HeldJob extends Job {
  readonly uniqueKey: string | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  kind: string;
  data: Record<string, unknown>;
  run_at: string;
  attempts: number;
  key: string | null;
}

const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
const leaseEnd = (now: Date): SQL => moment(new Date(now.getTime() + limits.leaseMs));

/** Takes up to `atMost` due jobs of these kinds, oldest first, for the length of a lease. */
export async function takeJobs(
  db: Database,
  now: Date,
  want: { readonly kinds: readonly string[]; readonly atMost: number },
): Promise<HeldJob[]> {
  const rows = await db.execute<Row>(sql`
    with due as (
      select id, unique_key from job
      where done_at is null and cancelled_at is null and attempts < ${limits.triesMax}::int
        and run_at <= ${moment(now)} and (locked_until is null or locked_until <= ${moment(now)})
        and kind in (select jsonb_array_elements_text(${JSON.stringify(want.kinds)}::jsonb))
      order by run_at, created_at, id limit ${want.atMost}::int
      for update skip locked
    )
    update job set locked_until = ${leaseEnd(now)}, attempts = job.attempts + 1, unique_key = null
    from due where job.id = due.id
    returning job.id, job.kind, job.data, job.run_at, job.attempts, due.unique_key as key`);
  const held = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    data: row.data,
    runAt: new Date(row.run_at),
    attempt: row.attempts,
    uniqueKey: row.key,
  }));
  return held.sort((a, b) => a.runAt.getTime() - b.runAt.getTime());
}

/** Says that the job is still in hand; false when somebody else has it. */
export async function renewJob(db: Database, held: HeldJob, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    update job set locked_until = ${leaseEnd(now)}
    where id = ${held.id}::uuid and attempts = ${held.attempt}::int and done_at is null
    returning id`);
  return rows.length > 0;
}

/** Marks the job done; false when somebody else has it. */
export async function finishJob(db: Database, held: HeldJob, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    update job set done_at = ${moment(now)}, locked_until = null, last_error = null,
                   unique_key = ${held.uniqueKey}::text
    where id = ${held.id}::uuid and attempts = ${held.attempt}::int and done_at is null
    returning id`);
  return rows.length > 0;
}

/**
 * Puts a failed job back for another try, or leaves it failed when `again` is null. If a job with its
 * key was scheduled meanwhile, that one takes its place and this one is cancelled.
 */
export async function putBackJob(
  db: Database,
  held: HeldJob,
  outcome: { readonly now: Date; readonly again: Date | null; readonly complaint: string },
): Promise<void> {
  const { again, complaint, now } = outcome;
  const key = held.uniqueKey;
  const fence = sql`id = ${held.id}::uuid and attempts = ${held.attempt}::int and done_at is null`;
  if (again === null) {
    await db.execute(sql`
      update job set locked_until = null, last_error = ${complaint} where ${fence}`);
    return;
  }
  const waiting = sql`exists (
    select 1 from job other
    where other.unique_key = ${key}::text and other.done_at is null and other.cancelled_at is null)`;
  await db.execute(sql`
    update job set locked_until = null, last_error = ${complaint}, run_at = ${moment(again)},
                   unique_key = ${key}::text,
                   cancelled_at = case when ${waiting} then ${moment(now)} end
    where ${fence}`);
}
