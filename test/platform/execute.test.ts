/** What the executor promises for every command: rights, parsing, one record, new tries, honest ends. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLocation, createPart, createSite, stockOnHand } from '../../src/inventory/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { Work } from '../../src/platform/work.ts';
import { actorWith, mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A command that runs the given story. */
function telling(run: (work: Work) => Promise<void>, permission: string | null = null) {
  return defineCommand({
    name: 'test.story',
    permission,
    summary: 'Runs a story of the test.',
    input: z.strictObject({ note: z.string().default('') }),
    output: z.strictObject({}),
    errors: [],
    run: async (work) => {
      await run(work);
      return {};
    },
  });
}

const newSite = () => ({ code: mint('S'), nameEn: 'Site', nameZh: null });

async function rowsLeft(): Promise<Record<string, number>> {
  const [row] = await world.database.owner<Record<string, number>[]>`
    select (select count(*) from activity)::int as activity,
           (select count(*) from request)::int as request,
           (select count(*) from outbox)::int as outbox,
           (select count(*) from job)::int as job, (select count(*) from site)::int as site`;
  return { ...row };
}

describe('before anything runs', () => {
  it('refuses who has no right to it, and who has it elsewhere', async () => {
    const before = await rowsLeft();
    await expect(world.run(createSite, newSite(), actorWith([]))).rejects.toMatchObject({
      code: 'platform.not-permitted',
      category: 'forbidden',
    });
    const { siteId } = await world.site();
    const elsewhere = actorWith(['location.create', 'stock.view'], ['another']);
    const location = { siteId, code: mint('L'), kind: 'storage' as const };
    await expect(world.run(createLocation, location, elsewhere)).rejects.toBeInstanceOf(
      DomainError,
    );
    await expect(world.ask(stockOnHand, {}, actorWith([]))).rejects.toMatchObject({
      code: 'platform.not-permitted',
    });
    expect(await rowsLeft()).toEqual({
      ...before,
      site: (before.site ?? 0) + 1,
      activity: (before.activity ?? 0) + 1,
    });
  });

  it('names every wrong field by its pointer', async () => {
    const wrong = { partNumber: '', tracking: 'maybe', surplus: 1, barcodes: [''] };
    const attempt = world.run(createPart, wrong as never);
    const refusal: unknown = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ code: 'platform.invalid-input' });
    const pointers = refusal instanceof DomainError ? refusal.issues.map((i) => i.pointer) : [];
    expect(pointers).toEqual(
      expect.arrayContaining(['/partNumber', '/tracking', '/surplus', '/barcodes/0']),
    );
  });

  it.each(['', 'with blank', 'x'.repeat(129), 'schlüssel'])('refuses the key %j', async (key) => {
    const call = { actor: systemActor, idempotencyKey: key };
    await expect(world.executor.execute(createSite, newSite(), call)).rejects.toMatchObject({
      code: 'platform.key-malformed',
    });
  });
});

describe('the record', () => {
  const secretive = defineCommand({
    name: 'test.secretive',
    permission: null,
    summary: 'Takes and gives a secret.',
    input: z.strictObject({ login: z.string(), password: z.string() }),
    output: z.strictObject({ token: z.string().nullable() }),
    errors: [],
    secrets: ['password'],
    secretOutput: ['token'],
    run: async (work) => {
      work.about('person:1');
      work.emit('test.told', { what: 'a fact' });
      work.schedule({ kind: 'test', data: { a: 1 }, runAt: work.now, uniqueKey: mint('J') });
      return { token: work.newSecret(16) };
    },
  });

  it('says who did what when, tells the fact, and keeps no secret anywhere', async () => {
    const actor = actorWith([]);
    const secret = mint('SECRET');
    const input = { login: 'ann', password: secret };
    const call = { actor, idempotencyKey: mint('K'), requestId: mint('R') };
    const first = await world.executor.execute(secretive, input, call);
    const rows = await world.database.owner`
      select * from activity where request_id = ${call.requestId}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor_id: actor.id,
      actor_name: actor.name,
      actor_kind: 'user',
      command: 'test.secretive',
      subject: 'person:1',
      at: world.clock.now(),
      input: { login: 'ann', password: '(not recorded)' },
      acknowledged: null,
    });
    const again = await world.executor.execute(secretive, input, call);
    expect(again).toEqual({ output: { token: null }, replayed: true });
    const everything = await world.database.owner<{ text: string }[]>`
      select (select jsonb_agg(to_jsonb(a)) from activity a)::text
          || (select jsonb_agg(to_jsonb(r)) from request r)::text
          || (select jsonb_agg(to_jsonb(o)) from outbox o)::text
          || (select jsonb_agg(to_jsonb(j)) from job j)::text as text`;
    expect(everything[0]?.text).toContain('a fact');
    expect(everything[0]?.text).not.toContain(secret);
    expect(everything[0]?.text).not.toContain(first.output.token ?? '?');
  });

  it('is written in the transaction of the change', async () => {
    const key = mint('K');
    const adding = telling(async (work) => {
      await work.db.execute(sql`
        insert into site (id, code, name_en, created_at)
        values (${work.newId()}, ${key}, 'x', now())`);
      work.about(key);
      work.emit('test.added', { key });
      work.schedule({ kind: 'test', data: {}, runAt: work.now, uniqueKey: key });
    });
    await world.executor.execute(adding, {}, { actor: systemActor, idempotencyKey: key });
    const written = await world.database.owner`
      select xmin from site where code = ${key}
      union all select xmin from request where key = ${key}
      union all select xmin from outbox where data ->> 'key' = ${key}
      union all select xmin from job where unique_key = ${key}
      union all select xmin from activity where subject = ${key}`;
    expect(written).toHaveLength(5);
    expect(new Set(written.map((row) => row.xmin)).size).toBe(1);
  });

  it('that fails takes the change back', async () => {
    const key = mint('K');
    const call = { actor: systemActor, idempotencyKey: key };
    await world.executor.execute(createSite, newSite(), call);
    const late = newSite();
    await expect(world.executor.execute(createSite, late, call)).rejects.toMatchObject({
      code: 'platform.key-reused',
    });
    const kept = await world.database.owner`select from site where code = ${late.code}`;
    expect(kept).toHaveLength(0);
  });

  it('is refused when the story hides a failure of the database', async () => {
    const before = await rowsLeft();
    const hiding = telling(async (work) => {
      await work.db.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(world.run(hiding, {})).rejects.toThrow();
    expect(await rowsLeft()).toEqual(before);
  });

  it('is written with the change or not at all', async () => {
    const before = await rowsLeft();
    const failing = telling(async (work) => {
      work.emit('test.never-happened', {});
      await work.db.execute(sql`
        insert into site (id, code, name_en, created_at)
        values (${work.newId()}, ${mint('GONE')}, 'x', now())`);
      throw new Error('the story breaks');
    });
    const call = { actor: systemActor, idempotencyKey: mint('K') };
    await expect(world.executor.execute(failing, {}, call)).rejects.toThrow('the story breaks');
    expect(await rowsLeft()).toEqual(before);
  });

  it('of a preview is nothing, though the answer is there', async () => {
    const before = await rowsLeft();
    const call = { actor: systemActor, idempotencyKey: mint('K'), preview: true };
    const { output } = await world.executor.execute(createSite, newSite(), call);
    expect(output.siteId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await rowsLeft()).toEqual(before);
  });
});

describe('a failure of the database', () => {
  const counted = () => {
    const retries: string[] = [];
    const executor = makeExecutor({
      connection: world.database.connection,
      clock: world.clock,
      ids: systemIds(world.clock),
      onRetry: (command) => retries.push(command),
    });
    return { retries, executor };
  };

  it('is tried again when two commands wait for each other, and both finish', async () => {
    const codes = [mint('A'), mint('B')];
    for (const code of codes) await world.run(createSite, { ...newSite(), code });
    let arrived = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const crossing = (first: string, second: string) =>
      telling(async (work) => {
        const touch = (code: string) =>
          work.db.execute(sql`update site set name_zh = ${first} where code = ${code}`);
        await touch(first);
        arrived += 1;
        if (arrived >= 2) open();
        await both;
        await touch(second);
      });
    const [a = '', b = ''] = codes;
    const { retries, executor } = counted();
    const call = { actor: systemActor };
    await Promise.all([
      executor.execute(crossing(a, b), {}, call),
      executor.execute(crossing(b, a), {}, call),
    ]);
    expect(retries).toHaveLength(1);
  });

  it.each(['40001', '40P01'])('%s without end is busy, after a few tries', async (code) => {
    let tries = 0;
    const stubborn = telling(async (work) => {
      tries += 1;
      await work.db.execute(
        sql.raw(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`),
      );
    });
    await expect(world.run(stubborn, {})).rejects.toMatchObject({
      code: 'platform.busy-try-again',
    });
    expect(tries).toBe(4);
  });

  it('is busy when a lock takes too long', async () => {
    const slow = telling(async (work) => {
      await work.db.execute(sql`select set_config('statement_timeout', '50', true)`);
      await work.db.execute(sql`select pg_sleep(5)`);
    });
    await expect(world.run(slow, {})).rejects.toMatchObject({ code: 'platform.busy-try-again' });
  });

  it('is a defect when nobody said what the constraint means', async () => {
    const { code } = await world.site();
    const clash = telling(async (work) => {
      await work.db.execute(sql`
        insert into site (id, code, name_en, created_at)
        values (${work.newId()}, ${code}, 'x', now())`);
    });
    const refusal: unknown = await world.run(clash, {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).not.toBeInstanceOf(DomainError);
  });
});
