/** Facts: told in order, at least once, many at a time, and one that nobody can take stops none. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '../../../src/platform/actor.ts';
import { type Fact, type FactHandler, listUntoldFacts } from '../../../src/platform/jobs/index.ts';
import { holdOutbox } from '../../../src/platform/jobs/outbox.store.ts';
import { type JobsWorld, makeJobsWorld, takeNote } from './jobs-fixture.ts';

let world: JobsWorld;
beforeAll(async () => {
  world = await makeJobsWorld();
});
afterAll(() => world.database.close());
beforeEach(() => world.clear());

const numbers = (facts: readonly Fact[]) => facts.map((fact) => Number(fact.data.n));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
const moved = (ns: readonly number[]) => ns.map((n) => ({ fact: 'test.moved', n }));

function recorder(name: string, facts: readonly string[], refuses: ReadonlySet<number>) {
  const heard: number[][] = [];
  const handler: FactHandler = {
    name,
    facts,
    handle: async (told) => {
      heard.push(numbers(told));
      if (numbers(told).some((n) => refuses.has(n))) throw new Error('cannot take it');
    },
  };
  return { handler, heard };
}

test('450 facts are told in order, at most 200 at a time', async () => {
  await world.plan({ facts: moved(range(0, 450)) });
  const { handler, heard } = recorder('all', ['test.moved'], new Set());
  expect((await world.worker({}, [handler]).drain()).factsTold).toBe(450);
  expect(heard.map((batch) => batch.length)).toEqual([200, 200, 50]);
  expect(heard.flat()).toEqual(range(0, 450));
});

test('each handler hears what it asked for; a fact nobody wants is done with', async () => {
  await world.plan({
    facts: [
      { fact: 'test.a', n: 1 },
      { fact: 'test.b', n: 2 },
      { fact: 'test.nobody', n: 3 },
      { fact: 'test.a', n: 4 },
    ],
  });
  const a = recorder('a', ['test.a'], new Set());
  const both = recorder('both', ['test.a', 'test.b'], new Set());
  expect((await world.worker({}, [a.handler, both.handler]).drain()).factsTold).toBe(4);
  expect(a.heard).toEqual([[1, 4]]);
  expect(both.heard).toEqual([[1, 2, 4]]);
});

test('whichever facts are refused, all others are told, and exactly those are left aside', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(11), { maxLength: 5 }), async (poison) => {
      await world.clear();
      await world.plan({ facts: moved(range(0, 12)) });
      const { handler, heard } = recorder('some', ['test.moved'], new Set(poison));
      const worker = world.worker({}, [handler]);
      const first = await worker.drain();
      expect(first).toMatchObject({ factsTold: 12 - poison.length, factsFailed: poison.length });
      for (let attempt = 1; attempt < 8; attempt += 1) {
        world.later(4 ** attempt);
        expect((await worker.drain()).factsFailed).toBe(poison.length);
      }
      const callsBefore = heard.length;
      world.later(10_000_000);
      await worker.drain();
      expect(heard).toHaveLength(callsBefore);
      const answer = await world.executor.ask(listUntoldFacts, {}, { actor: systemActor });
      expect(answer.facts.map((fact) => [fact.attempts, fact.leftAside])).toEqual(
        poison.map(() => [8, true]),
      );
    }),
    { numRuns: 8 },
  );
});

test('a command run once for a fact has one effect although the fact is told again', async () => {
  await world.plan({ facts: moved([1, 2, 3]) });
  let fail = true;
  const handler: FactHandler = {
    name: 'noting',
    facts: ['test.moved'],
    handle: async (facts, { once }) => {
      for (const fact of facts) await once(fact)(takeNote, { text: `n${fact.data.n}` });
      if (fail) throw new Error('after the effects');
    },
  };
  const worker = world.worker({}, [handler]);
  expect((await worker.drain()).factsFailed).toBe(3);
  fail = false;
  world.later(4);
  expect((await worker.drain()).factsTold).toBe(3);
  expect(await world.notes()).toEqual(['n1', 'n2', 'n3']);
});

test('two workers at once tell every fact once and in order', async () => {
  await world.plan({ facts: moved(range(0, 500)) });
  const { handler, heard } = recorder('all', ['test.moved'], new Set());
  const workers = [world.worker({}, [handler]), world.worker({}, [handler])];
  await Promise.all(workers.map((worker) => worker.drain()));
  await workers[0]?.drain();
  expect(heard.flat()).toEqual(range(0, 500));
});

test('a teller that died is followed by another when its lease has ended', async () => {
  await world.plan({ facts: moved([7]) });
  await holdOutbox(world.database.connection.db, 'dead', world.clock.now());
  const { handler, heard } = recorder('all', ['test.moved'], new Set());
  const worker = world.worker({}, [handler]);
  world.later(29);
  expect((await worker.drain()).factsTold).toBe(0);
  world.later(1);
  expect((await worker.drain()).factsTold).toBe(1);
  expect(heard).toEqual([[7]]);
});

test('a fact makes a job and the job is done in the same drain', async () => {
  await world.plan({ facts: moved([1]) });
  const handler: FactHandler = {
    name: 'to-job',
    facts: ['test.moved'],
    handle: async () => {
      await world.plan({ jobs: [{ kind: 'note', text: 'from a fact' }] });
    },
  };
  const worker = world.worker(
    {
      note: async (job, { run }) => void (await run(takeNote, { text: String(job.data.text) })),
    },
    [handler],
  );
  expect(await worker.drain()).toMatchObject({ factsTold: 1, jobsDone: 1 });
  expect(await world.notes()).toEqual(['from a fact']);
});
