/**
 * What is written beside every business change, in one database call: the activity row, the request
 * key with its answer, the facts to tell, the jobs to run. It knows the floor's tables only.
 */
import { sql } from 'drizzle-orm';
import type { Actor } from './actor.ts';
import type { Database } from './db/connect.ts';
import type { Collected, ScheduledJob } from './work.ts';

/** What the record of one command is made of. */
export interface CommandRecord {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly command: string;
  readonly input: unknown;
  readonly acknowledged: readonly string[];
  readonly requestId: string | null;
  readonly key: string | null;
  readonly hash: string | null;
  readonly output: unknown;
}

/** Writes activity, key and facts together; breaks `request_pkey` when the key took effect before. */
export async function writeRecord(
  db: Database,
  record: CommandRecord,
  collected: Collected,
): Promise<void> {
  const at = record.at.toISOString();
  const overruled = record.acknowledged.length > 0 ? JSON.stringify(record.acknowledged) : null;
  await db.execute(sql`
    with told as (
      insert into outbox (fact, data, at)
      select f.fact, f.data, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(collected.facts)}::jsonb) as f (fact text, data jsonb)
    ), kept as (
      insert into request (key, actor_id, command, input_hash, output, recorded_at)
      select ${record.key}::text, ${record.actor.id}::uuid, ${record.command}::text, ${record.hash}::text,
             ${JSON.stringify(record.output ?? null)}::jsonb, ${at}::timestamptz
      where ${record.key}::text is not null
    )
    insert into activity (id, at, actor_kind, actor_id, actor_name, command, subject, input,
                          acknowledged, request_id)
    values (${record.id}::uuid, ${at}::timestamptz, ${record.actor.kind}, ${record.actor.id}::uuid,
            ${record.actor.name}, ${record.command}, ${collected.subject},
            ${JSON.stringify(record.input)}::jsonb, ${overruled}::jsonb, ${record.requestId})`);
  for (const key of collected.cancelled) await cancelJob(db, key, at);
  for (const job of collected.jobs) await enqueue(db, job, at);
}

async function cancelJob(db: Database, uniqueKey: string, at: string): Promise<void> {
  await db.execute(sql`
    update job set cancelled_at = ${at}::timestamptz
    where unique_key = ${uniqueKey} and done_at is null and cancelled_at is null`);
}

async function enqueue(db: Database, job: ScheduledJob, at: string): Promise<void> {
  await db.execute(sql`
    insert into job (id, kind, data, run_at, unique_key, created_at)
    values (gen_random_uuid(), ${job.kind}, ${JSON.stringify(job.data)}::jsonb,
            ${job.runAt.toISOString()}::timestamptz, ${job.uniqueKey}, ${at}::timestamptz)
    on conflict (unique_key) where done_at is null and cancelled_at is null
    do update set run_at = excluded.run_at, data = excluded.data`);
}

/** The stored answer of a key, or null when the key never took effect. */
export async function findRequest(
  db: Database,
  key: string,
): Promise<{ actorId: string; hash: string; output: unknown } | null> {
  const rows = await db.execute<{ actor_id: string; input_hash: string; output: unknown }>(
    sql`select actor_id, input_hash, output from request where key = ${key}`,
  );
  const row = rows[0];
  return row ? { actorId: row.actor_id, hash: row.input_hash, output: row.output } : null;
}
