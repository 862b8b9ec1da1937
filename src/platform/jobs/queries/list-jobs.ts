/**
 * What waits, runs or has failed, for whoever looks after the installation. Shows no data of a job:
 * what it is about can be read where it belongs.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../query.ts';
import { limits } from '../contract.ts';

const states = ['waiting', 'running', 'failed', 'cancelled', 'done'] as const;

interface Row extends Record<string, unknown> {
  id: string;
  kind: string;
  state: (typeof states)[number];
  run_at: string;
  attempts: number;
  last_error: string | null;
  created_at: string;
}

const moment = (text: string) => new Date(text).toISOString();

export const listJobs = defineQuery({
  name: 'jobs.list',
  permission: 'jobs.view',
  summary: 'Lists jobs in a state, the one due last first.',
  input: z.strictObject({
    state: z.enum(states).default('failed'),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    jobs: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.string(),
        state: z.enum(states),
        runAt: z.iso.datetime(),
        attempts: z.int(),
        lastError: z.string().nullable(),
        createdAt: z.iso.datetime(),
      }),
    ),
  }),
  errors: [],
  async run(read, { state, limit }) {
    const now = sql`${read.now.toISOString()}::timestamptz`;
    const rows = await read.db.execute<Row>(sql`
      select * from (
        select id, kind, run_at, attempts, last_error, created_at,
          case when done_at is not null then 'done'
               when cancelled_at is not null then 'cancelled'
               when locked_until > ${now} then 'running'
               when attempts >= ${limits.triesMax}::int then 'failed'
               else 'waiting' end as state
        from job
      ) seen
      where state = ${state} order by run_at desc, id limit ${limit}::int`);
    const jobs = rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      runAt: moment(row.run_at),
      attempts: row.attempts,
      lastError: row.last_error,
      createdAt: moment(row.created_at),
    }));
    return { jobs };
  },
});
