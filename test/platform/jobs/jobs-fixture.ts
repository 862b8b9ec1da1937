/** A worker's world: a database, an executor, and a command whose effects can be counted. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { systemActor } from '../../../src/platform/actor.ts';
import { defineCommand } from '../../../src/platform/command.ts';
import { type Executor, makeExecutor } from '../../../src/platform/execute.ts';
import { systemIds } from '../../../src/platform/ids.ts';
import {
  type FactHandler,
  type JobHandler,
  makeWorker,
  type Worker,
} from '../../../src/platform/jobs/index.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

/** Leaves one row in `note` each time it takes effect. */
export const takeNote = defineCommand({
  name: 'test.take-note',
  permission: 'test.note',
  summary: 'Leaves a note.',
  input: z.strictObject({ text: z.string() }),
  output: z.strictObject({ text: z.string() }),
  errors: [],
  async run(work, input) {
    await work.db.execute(sql`insert into note (text) values (${input.text})`);
    return input;
  },
});

/** Emits facts and schedules jobs, as any command of the product would. */
const plan = defineCommand({
  name: 'test.plan',
  permission: 'test.note',
  summary: 'Makes facts and jobs.',
  input: z.strictObject({
    facts: z.array(z.strictObject({ fact: z.string(), n: z.int() })).default([]),
    jobs: z
      .array(
        z.strictObject({
          kind: z.string(),
          text: z.string(),
          inSeconds: z.int().default(0),
          uniqueKey: z.string().nullable().default(null),
        }),
      )
      .default([]),
    cancel: z.array(z.string()).default([]),
  }),
  output: z.strictObject({}),
  errors: [],
  async run(work, input) {
    for (const { fact, n } of input.facts) work.emit(fact, { n });
    for (const { kind, text, inSeconds, uniqueKey } of input.jobs) {
      const runAt = new Date(work.now.getTime() + inSeconds * 1000);
      work.schedule({ kind, data: { text }, runAt, uniqueKey });
    }
    for (const key of input.cancel) work.unschedule(key);
    return {};
  },
});

export interface JobsWorld {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly executor: Executor;
  readonly complaints: string[];
  later(seconds: number): void;
  worker(handlers: Record<string, JobHandler>, factHandlers?: readonly FactHandler[]): Worker;
  plan(input: z.input<typeof plan.input>): Promise<void>;
  notes(): Promise<string[]>;
  clear(): Promise<void>;
}

export async function makeJobsWorld(): Promise<JobsWorld> {
  const database = await openTestDatabase();
  await database.owner`create table note (text text not null)`;
  await database.owner`grant select, insert on note to benchstock_app`;
  const clock = testClock();
  const { connection, owner } = database;
  const ids = systemIds(clock);
  const executor = makeExecutor({ connection, clock, ids });
  const complaints: string[] = [];
  const tell = (_data: object, message: string) => {
    complaints.push(message);
  };
  const log = { warn: tell, error: tell };
  return {
    database,
    clock,
    executor,
    complaints,
    later: (seconds) => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString()),
    worker: (handlers, factHandlers = []) =>
      makeWorker({ connection, executor, clock, ids, handlers, factHandlers, log }),
    plan: async (input) => {
      await executor.execute(plan, input, { actor: systemActor });
    },
    notes: async () => {
      const rows = await owner<{ text: string }[]>`select text from note order by text`;
      return rows.map((row) => row.text);
    },
    clear: async () => {
      complaints.length = 0;
      await owner`delete from note`;
      await owner`delete from job`;
      await owner`delete from outbox`;
      await owner`delete from worker_lease`;
      await owner`delete from request`;
    },
  };
}

/** The job handler that leaves the note its data asks for. */
export const noteJob: JobHandler = async (job, { run }) => {
  await run(takeNote, { text: String(job.data.text) });
};
