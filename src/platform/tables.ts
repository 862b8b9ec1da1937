/**
 * What the floor remembers: which request keys took effect, who did what, which facts still have to
 * be told, which jobs wait. Activity is append-only like the ledger; the migration takes the rights
 * to change it away from the application's role.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** A moment with its zone, read and written as Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The columns of a stored flow: which machine made the snapshot, and the row's own version. */
export const flowColumns = {
  machine: text('machine').notNull(),
  machineVersion: integer('machine_version').notNull(),
  machineHash: text('machine_hash').notNull(),
  snapshot: jsonb('snapshot').notNull(),
  version: integer('version').notNull(),
};

/** One row per idempotency key that took effect, with the answer to replay. */
export const request = pgTable(
  'request',
  {
    key: text('key').primaryKey(),
    actorId: uuid('actor_id').notNull(),
    command: text('command').notNull(),
    inputHash: text('input_hash').notNull(),
    output: jsonb('output').notNull(),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [index('request_recorded_at').on(t.recordedAt)],
);

/** One row per command that took effect: who, what, when, on what, and what he overruled. */
export const activity = pgTable(
  'activity',
  {
    id: uuid('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    command: text('command').notNull(),
    subject: text('subject'),
    input: jsonb('input').notNull(),
    acknowledged: jsonb('acknowledged'),
    requestId: text('request_id'),
  },
  (t) => [index('activity_subject').on(t.subject, t.seq), uniqueIndex('activity_seq').on(t.seq)],
);

/**
 * Facts written with the business change and told afterwards. A fact that its handlers refused often
 * enough is left aside (`failed_at`) with the last complaint, so that it never holds up the others.
 */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    fact: text('fact').notNull(),
    data: jsonb('data').notNull(),
    at: moment('at').notNull(),
    deliveredAt: moment('delivered_at'),
    attempts: integer('attempts').notNull().default(0),
    nextTryAt: moment('next_try_at'),
    failedAt: moment('failed_at'),
    lastError: text('last_error'),
  },
  (t) => [index('outbox_waiting').on(t.seq).where(sql`${t.deliveredAt} is null`)],
);

/** Work to do at or after a moment; taken once, taken over when its worker died. */
export const job = pgTable(
  'job',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    data: jsonb('data').notNull(),
    runAt: moment('run_at').notNull(),
    uniqueKey: text('unique_key'),
    attempts: integer('attempts').notNull().default(0),
    lockedUntil: moment('locked_until'),
    doneAt: moment('done_at'),
    cancelledAt: moment('cancelled_at'),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('job_unique_key')
      .on(t.uniqueKey)
      .where(sql`${t.doneAt} is null and ${t.cancelledAt} is null`),
    index('job_waiting').on(t.runAt).where(sql`${t.doneAt} is null and ${t.cancelledAt} is null`),
  ],
);
