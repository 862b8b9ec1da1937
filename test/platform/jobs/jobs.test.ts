/** Jobs: each has one effect, whoever dies, and none that fails is lost or in the way. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '../../../src/platform/actor.ts';
import { DomainError } from '../../../src/platform/errors.ts';
import { listJobs } from '../../../src/platform/jobs/index.ts';
import { finishJob, renewJob, takeJobs } from '../../../src/platform/jobs/job.store.ts';
import { type JobsWorld, makeJobsWorld, noteJob, takeNote } from './jobs-fixture.ts';

let world: JobsWorld;
beforeAll(async () => {
  world = await makeJobsWorld();
});
afterAll(() => world.database.close());
beforeEach(() => world.clear());

const want = { kinds: ['note'], atMost: 100 };
const take = () => takeJobs(world.database.connection.db, world.clock.now(), want);

async function listed(state: 'waiting' | 'running' | 'failed' | 'cancelled' | 'done') {
  const answer = await world.executor.ask(listJobs, { state }, { actor: systemActor });
  return answer.jobs;
}

test('two workers at once do 500 jobs, each once', async () => {
  const texts = Array.from({ length: 500 }, (_, n) => `n${String(n).padStart(3, '0')}`);
  await world.plan({ jobs: texts.map((text) => ({ kind: 'note', text })) });
  const calls: string[] = [];
  const workers = [1, 2].map(() =>
    world.worker({
      note: async (job, tools) => {
        calls.push(job.id);
        await noteJob(job, tools);
      },
    }),
  );
  const [first, second] = await Promise.all(workers.map((worker) => worker.drain()));
  expect((first?.jobsDone ?? 0) + (second?.jobsDone ?? 0)).toBe(500);
  expect(Math.min(first?.jobsDone ?? 0, second?.jobsDone ?? 0)).toBeGreaterThan(0);
  expect(new Set(calls).size).toBe(calls.length);
  expect(await world.notes()).toEqual(texts);
});

test('a job waits for its moment', async () => {
  await world.plan({ jobs: [{ kind: 'note', text: 'later', inSeconds: 60 }] });
  const worker = world.worker({ note: noteJob });
  expect((await worker.drain()).jobsDone).toBe(0);
  world.later(59);
  expect((await worker.drain()).jobsDone).toBe(0);
  world.later(1);
  expect((await worker.drain()).jobsDone).toBe(1);
  expect(await world.notes()).toEqual(['later']);
});

test('what a killed worker held is taken over when its lease has ended, with one effect each', async () => {
  const texts = Array.from({ length: 40 }, (_, n) => `k${String(n).padStart(2, '0')}`);
  await world.plan({ jobs: texts.map((text) => ({ kind: 'note', text })) });
  const held = await take();
  expect(held).toHaveLength(40);
  // Half of them had taken effect when the worker died before it could say so.
  for (const job of held.slice(0, 20)) {
    const call = { actor: systemActor, idempotencyKey: `job:${job.id}` };
    await world.executor.execute(takeNote, { text: String(job.data.text) }, call);
  }
  const worker = world.worker({ note: noteJob });
  world.later(29);
  expect((await worker.drain()).jobsDone).toBe(0);
  expect(await listed('running')).toHaveLength(40);
  world.later(1);
  expect((await worker.drain()).jobsDone).toBe(40);
  expect(await world.notes()).toEqual(texts);
  expect(await listed('done')).toHaveLength(40);
});

test('a worker that wakes up after its lease cannot settle what another one took over', async () => {
  await world.plan({ jobs: [{ kind: 'note', text: 'fence' }] });
  const [slow] = await take();
  world.later(31);
  const [quick] = await take();
  if (slow === undefined || quick === undefined) throw new Error('both must hold it');
  const { db } = world.database.connection;
  expect(await renewJob(db, slow, world.clock.now())).toBe(false);
  expect(await finishJob(db, slow, world.clock.now())).toBe(false);
  expect(await renewJob(db, quick, world.clock.now())).toBe(true);
  expect(await finishJob(db, quick, world.clock.now())).toBe(true);
});

test('a renewed lease keeps others away', async () => {
  await world.plan({ jobs: [{ kind: 'note', text: 'long' }] });
  const [held] = await take();
  if (held === undefined) throw new Error('must be held');
  world.later(20);
  await renewJob(world.database.connection.db, held, world.clock.now());
  world.later(20);
  expect(await take()).toEqual([]);
});

test('a failing job is tried eight times, ever later, and is then left failed for all to see', async () => {
  await world.plan({
    jobs: [
      { kind: 'note', text: 'bad' },
      { kind: 'note', text: 'good' },
    ],
  });
  const attempts: number[] = [];
  const worker = world.worker({
    note: async (job, tools) => {
      if (job.data.text === 'good') return noteJob(job, tools);
      attempts.push(job.attempt);
      throw new DomainError('test.never', 'refused');
    },
  });
  await worker.drain();
  for (let attempt = 1; attempt < 8; attempt += 1) {
    world.later(4 ** attempt - 1);
    expect((await worker.drain()).jobsFailed).toBe(0);
    world.later(1);
    expect((await worker.drain()).jobsFailed).toBe(1);
  }
  world.later(10_000_000);
  expect(await worker.drain()).toEqual({
    jobsDone: 0,
    jobsFailed: 0,
    factsTold: 0,
    factsFailed: 0,
  });
  expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await world.notes()).toEqual(['good']);
  const failed = await listed('failed');
  expect(failed).toMatchObject([{ kind: 'note', attempts: 8, lastError: 'test.never' }]);
  expect(world.complaints.filter((message) => message === 'a job failed for good')).toHaveLength(1);
});

test('a handler that fails after its effect has one effect in the end', async () => {
  await world.plan({ jobs: [{ kind: 'note', text: 'once' }] });
  let tries = 0;
  const worker = world.worker({
    note: async (job, tools) => {
      tries += 1;
      await noteJob(job, tools);
      if (tries === 1) throw new Error('after the effect');
    },
  });
  await worker.drain();
  world.later(4);
  await worker.drain();
  expect(tries).toBe(2);
  expect(await world.notes()).toEqual(['once']);
});

test('no value of a statement reaches last_error', async () => {
  await world.plan({ jobs: [{ kind: 'note', text: 'x' }] });
  const worker = world.worker({
    note: async (_job, { run }) => {
      await run(takeNote, { text: 'hush\u0000hush' });
    },
  });
  await worker.drain();
  const [job] = await listed('waiting');
  expect(job?.lastError).toContain('22021');
  expect(job?.lastError).not.toContain('hush');
});

test('a key scheduled again before it ran moves the job', async () => {
  const one = { kind: 'note', uniqueKey: 'k' };
  await world.plan({ jobs: [{ ...one, text: 'first', inSeconds: 10 }] });
  await world.plan({ jobs: [{ ...one, text: 'second', inSeconds: 60 }] });
  const worker = world.worker({ note: noteJob });
  world.later(10);
  expect((await worker.drain()).jobsDone).toBe(0);
  world.later(50);
  expect((await worker.drain()).jobsDone).toBe(1);
  expect(await world.notes()).toEqual(['second']);
});

test('a key scheduled while its job runs makes it run once more', async () => {
  const one = { kind: 'note', uniqueKey: 'k' };
  await world.plan({ jobs: [{ ...one, text: 'first' }] });
  const worker = world.worker({
    note: async (job, tools) => {
      if (job.data.text === 'first') await world.plan({ jobs: [{ ...one, text: 'second' }] });
      await noteJob(job, tools);
    },
  });
  expect((await worker.drain()).jobsDone).toBe(2);
  expect(await world.notes()).toEqual(['first', 'second']);
});

test('a failed try gives way to a job scheduled meanwhile under its key', async () => {
  const one = { kind: 'note', uniqueKey: 'k' };
  await world.plan({ jobs: [{ ...one, text: 'first' }] });
  const worker = world.worker({
    note: async (job, tools) => {
      if (job.data.text !== 'first') return noteJob(job, tools);
      await world.plan({ jobs: [{ ...one, text: 'second', inSeconds: 5 }] });
      throw new Error('try again');
    },
  });
  await worker.drain();
  expect(await listed('cancelled')).toHaveLength(1);
  world.later(5);
  await worker.drain();
  expect(await world.notes()).toEqual(['second']);
});

test('a job that failed for good does not keep its key', async () => {
  const one = { kind: 'note', uniqueKey: 'k' };
  await world.plan({ jobs: [{ ...one, text: 'bad' }] });
  const failing = world.worker({
    note: async () => {
      throw new Error('never');
    },
  });
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await failing.drain();
    world.later(4 ** attempt);
  }
  await world.plan({ jobs: [{ ...one, text: 'fresh' }] });
  expect((await world.worker({ note: noteJob }).drain()).jobsDone).toBe(1);
  expect(await world.notes()).toEqual(['fresh']);
});

test('a cancelled job does not run, also between two tries', async () => {
  const one = { kind: 'note', uniqueKey: 'k' };
  await world.plan({ jobs: [{ ...one, text: 'x' }] });
  const failing = world.worker({
    note: async () => {
      throw new Error('first try');
    },
  });
  await failing.drain();
  await world.plan({ cancel: ['k'] });
  world.later(100);
  expect((await world.worker({ note: noteJob }).drain()).jobsDone).toBe(0);
  expect(await world.notes()).toEqual([]);
});

test('kinds without a handler are left for another process', async () => {
  await world.plan({ jobs: [{ kind: 'elsewhere', text: 'x' }] });
  expect((await world.worker({ note: noteJob }).drain()).jobsDone).toBe(0);
  expect(await listed('waiting')).toMatchObject([{ kind: 'elsewhere', attempts: 0 }]);
});

test('a started worker does what it is nudged to, and finishes what it holds when stopped', async () => {
  let letGo = () => {};
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const mayEnd = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const worker = world.worker({
    note: async (job, tools) => {
      begun();
      await mayEnd;
      await noteJob(job, tools);
    },
  });
  worker.start();
  await world.plan({ jobs: [{ kind: 'note', text: 'held' }] });
  worker.nudge();
  await hasBegun;
  const stopped = worker.stop();
  expect(await world.notes()).toEqual([]);
  letGo();
  await stopped;
  expect(await world.notes()).toEqual(['held']);
  expect(await listed('done')).toHaveLength(1);
});
