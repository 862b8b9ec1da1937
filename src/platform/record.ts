/**
 * What is written beside every business change, in one database call: the activity row, the request
 * key with its answer, the facts to tell, the jobs to run. It knows the floor's tables only.
 */
import { sql } from 'drizzle-orm';
import type { Actor } from './actor.ts';
import type { Database } from './db/connect.ts';
import type { Send } from './db/transact.ts';
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

// Plain text with numbered places: sent with every command, so it is not built anew each time.
const recordStatement = `
  with told as (
    insert into outbox (fact, data, at)
    select f.fact, f.data, $2::timestamptz
    from jsonb_to_recordset($10::jsonb) as f (fact text, data jsonb)
  ), kept as (
    insert into request (key, actor_id, command, input_hash, output, recorded_at)
    select $11::text, $4::uuid, $6::text, $12::text, $13::jsonb, $2::timestamptz
    where $11::text is not null
  )
  insert into activity (id, at, actor_kind, actor_id, actor_name, command, subject, input,
                        acknowledged, request_id)
  values ($1::uuid, $2::timestamptz, $3, $4::uuid, $5, $6::text, $7, $8::jsonb, $9::jsonb, $14)`;

const cancelStatement = `
  update job set cancelled_at = $2::timestamptz
  where unique_key = $1 and done_at is null and cancelled_at is null`;

const enqueueStatement = `
  insert into job (id, kind, data, run_at, unique_key, created_at)
  values (gen_random_uuid(), $1, $2::jsonb, $3::timestamptz, $4, $5::timestamptz)
  on conflict (unique_key) where done_at is null and cancelled_at is null
  do update set run_at = excluded.run_at, data = excluded.data`;

function jobArgs(job: ScheduledJob, at: string): unknown[] {
  return [job.kind, JSON.stringify(job.data), job.runAt.toISOString(), job.uniqueKey, at];
}

/**
 * Sends what writes activity, key and facts together, then the jobs; all at once, in this order.
 * Breaks `request_pkey` when the key took effect before.
 */
export function writeRecord(
  send: Send,
  record: CommandRecord,
  collected: Collected,
): Promise<unknown>[] {
  const { actor, acknowledged } = record;
  const at = record.at.toISOString();
  const recorded = send(recordStatement, [
    record.id,
    at,
    actor.kind,
    actor.id,
    actor.name,
    record.command,
    collected.subject,
    JSON.stringify(record.input),
    acknowledged.length > 0 ? JSON.stringify(acknowledged) : null,
    JSON.stringify(collected.facts),
    record.key,
    record.hash,
    JSON.stringify(record.output ?? null),
    record.requestId,
  ]);
  return [
    recorded,
    ...collected.cancelled.map((key) => send(cancelStatement, [key, at])),
    ...collected.jobs.map((job) => send(enqueueStatement, jobArgs(job, at))),
  ];
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
