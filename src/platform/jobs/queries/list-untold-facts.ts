/**
 * Facts that could not be told yet, or were left aside, with the last complaint.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../query.ts';

interface Row extends Record<string, unknown> {
  seq: number;
  fact: string;
  at: string;
  attempts: number;
  failed_at: string | null;
  last_error: string | null;
}

export const listUntoldFacts = defineQuery({
  name: 'jobs.list-untold-facts',
  permission: 'jobs.view',
  summary: 'Lists facts that a handler refused, oldest first.',
  input: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
  output: z.strictObject({
    facts: z.array(
      z.strictObject({
        seq: z.int(),
        fact: z.string(),
        at: z.iso.datetime(),
        attempts: z.int(),
        /** True when it is not tried any more. */
        leftAside: z.boolean(),
        lastError: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
  async run(read, { limit }) {
    const rows = await read.db.execute<Row>(sql`
      select seq, fact, at, attempts, failed_at, last_error from outbox
      where delivered_at is null and attempts > 0 order by seq limit ${limit}::int`);
    const facts = rows.map((row) => ({
      seq: row.seq,
      fact: row.fact,
      at: new Date(row.at).toISOString(),
      attempts: row.attempts,
      leftAside: row.failed_at !== null,
      lastError: row.last_error,
    }));
    return { facts };
  },
});
