/** What the executor promises for every query: it cannot write, and it sees one moment. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { statement } from '../../src/platform/db/statement.ts';
import { defineQuery } from '../../src/platform/query.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('a query', () => {
  it.each([true, false])('cannot write, of one statement: %s', async (isOneStatement) => {
    const writing = defineQuery({
      isOneStatement,
      name: 'test.writing',
      permission: null,
      summary: 'Tries to write.',
      input: z.strictObject({}),
      output: z.strictObject({}),
      errors: [],
      run: async (read) => {
        await read.db.execute(sql`update site set name_zh = 'written by a query'`);
        return {};
      },
    });
    await world.site();
    await expect(world.ask(writing, {})).rejects.toMatchObject({ cause: { code: '25006' } });
  });

  it('that promised one statement is refused a second', async () => {
    const asking = defineQuery({
      isOneStatement: true,
      name: 'test.asking-twice',
      permission: null,
      summary: 'Asks as often as it likes.',
      input: z.strictObject({ times: z.int() }),
      output: z.strictObject({ answers: z.int() }),
      errors: [],
      run: async (read, { times }) => {
        for (let n = 0; n < times; n += 1) await read.rows(statement`select 1 as one`);
        return { answers: times };
      },
    });
    expect(await world.ask(asking, { times: 1 })).toEqual({ answers: 1 });
    await expect(world.ask(asking, { times: 2 })).rejects.toThrow('of one statement');
  });

  it('sees one moment however many questions it asks', async () => {
    const counting = defineQuery({
      name: 'test.counting',
      permission: null,
      summary: 'Counts twice.',
      input: z.strictObject({}),
      output: z.strictObject({ counts: z.array(z.int()) }),
      errors: [],
      run: async (read) => {
        const count = () =>
          read.db.execute<{ n: number }>(sql`select count(*)::int as n from site`);
        const [before] = await count();
        await world.site();
        const [after] = await count();
        return { counts: [before?.n ?? 0, after?.n ?? 0] };
      },
    });
    const { counts } = await world.ask(counting, {});
    expect(counts[0]).toBe(counts[1]);
  });
});
