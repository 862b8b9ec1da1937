/** A constraint that a command declares a lost race is tried again, and only so often. */

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../../src/platform/actor.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let runs = 0;
beforeAll(async () => {
  world = await openWorld();
  await world.database.owner.unsafe(
    'create table raced (n int constraint raced_once unique); insert into raced values (1); grant all on raced to benchstock_app',
  );
});
afterAll(() => world.close());

const race = (lost: number, isDeclared: boolean) =>
  defineCommand({
    name: 'test.race',
    permission: null,
    summary: 'Meets a taken number so many times.',
    input: z.strictObject({}),
    output: z.strictObject({ runs: z.int() }),
    errors: [],
    run: async (work) => {
      runs += 1;
      if (isDeclared) work.retryOn('raced_once');
      if (runs <= lost) await work.db.execute(sql`insert into raced values (1)`);
      return { runs };
    },
  });

it('is tried again when declared', async () => {
  runs = 0;
  const { output } = await world.executor.execute(race(2, true), {}, { actor: systemActor });
  expect(output).toEqual({ runs: 3 });
});

it('is a defect when not declared, or when it never ends', async () => {
  runs = 0;
  await expect(
    world.executor.execute(race(1, false), {}, { actor: systemActor }),
  ).rejects.toMatchObject({ cause: { constraint_name: 'raced_once' } });
  expect(runs).toBe(1);
  runs = 0;
  await expect(
    world.executor.execute(race(99, true), {}, { actor: systemActor }),
  ).rejects.toThrow();
  expect(runs).toBe(4);
});
