/** The line to the database breaks in the middle of a command: the caller hears the truth, and may ask again. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket, connect as tcpConnect } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../../src/platform/actor.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { appRole, connect } from '../../src/platform/db/connect.ts';
import { makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { Work } from '../../src/platform/work.ts';
import { mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Adds a site, and lets the test do something between that and the record. */
function addingSite(code: string, between: (work: Work) => Promise<void> = async () => undefined) {
  return defineCommand({
    name: 'test.adding-site',
    permission: null,
    summary: 'Adds a site.',
    input: z.strictObject({}),
    output: z.strictObject({ code: z.string() }),
    errors: [],
    run: async (work) => {
      await work.db.execute(sql`
        insert into site (id, code, name_en, created_at)
        values (${work.newId()}, ${code}, 'x', now())`);
      await between(work);
      work.emit('test.site-added', { code });
      return { code };
    },
  });
}

async function traces(code: string, key: string): Promise<unknown> {
  const [row] = await world.database.owner`
    select (select count(*) from site where code = ${code})::int as sites,
           (select count(*) from request where key = ${key})::int as requests,
           (select count(*) from outbox where data ->> 'code' = ${code})::int as facts`;
  return { ...row };
}

/** A line to the server that can be cut, at once or right after a commit went through. */
async function cuttableLine(target: URL) {
  const lines = new Set<Socket>();
  let cutAfterCommit = false;
  const server = createServer((client) => {
    const upstream = tcpConnect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      lines.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        lines.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let committing = false;
    client.on('data', (sent) => {
      if (cutAfterCommit && /commit/i.test(sent.toString('latin1'))) committing = true;
      upstream.write(sent);
    });
    upstream.on('data', (answer) => {
      // The server has done it; the answer is lost on the way.
      if (committing && /COMMIT/.test(answer.toString('latin1'))) client.destroy();
      else client.write(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as AddressInfo).port;
  const url = new URL(target);
  url.port = String(port);
  return {
    url: url.href,
    loseNextCommit: (yes: boolean) => {
      cutAfterCommit = yes;
    },
    close: async () => {
      for (const socket of lines) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

describe('a lost connection', () => {
  it('in mid-command leaves nothing half written; the key then takes effect once', async () => {
    const [code, key] = [mint('S'), mint('K')];
    const killed = addingSite(code, async (work) => {
      const [me] = await work.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await world.database.owner`select pg_terminate_backend(${me?.pid ?? 0}, 5000)`;
    });
    const call = { actor: systemActor, idempotencyKey: key };
    await expect(world.executor.execute(killed, {}, call)).rejects.toMatchObject({
      code: 'platform.outcome-unknown',
    });
    expect(await traces(code, key)).toEqual({ sites: 0, requests: 0, facts: 0 });
    const again = addingSite(code);
    const first = await world.executor.execute(again, {}, call);
    const second = await world.executor.execute(again, {}, call);
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.output).toEqual(first.output);
    expect(await traces(code, key)).toEqual({ sites: 1, requests: 1, facts: 1 });
  });

  it('after the commit is answered from the key', async () => {
    const line = await cuttableLine(new URL(world.database.url));
    const connection = connect(line.url, { role: appRole, max: 1 });
    const ids = systemIds(world.clock);
    const executor = makeExecutor({ connection, clock: world.clock, ids });
    const [code, key] = [mint('S'), mint('K')];
    const call = { actor: systemActor, idempotencyKey: key };
    line.loseNextCommit(true);
    const adding = addingSite(code, async () => undefined);
    const answer = await executor.execute(adding, {}, call);
    expect(answer).toEqual({ output: { code }, replayed: true });
    expect(await traces(code, key)).toEqual({ sites: 1, requests: 1, facts: 1 });
    await connection.close();
    await line.close();
  });

  it('for good is an unknown outcome, with a key and without', async () => {
    const line = await cuttableLine(new URL(world.database.url));
    const connection = connect(line.url, { role: appRole, max: 1 });
    const ids = systemIds(world.clock);
    const executor = makeExecutor({ connection, clock: world.clock, ids });
    const [code, key] = [mint('S'), mint('K')];
    const cut = addingSite(code, () => line.close());
    const unknown = { code: 'platform.outcome-unknown' };
    const call = { actor: systemActor, idempotencyKey: key };
    await expect(executor.execute(cut, {}, call)).rejects.toMatchObject(unknown);
    await expect(
      executor.execute(addingSite(code), {}, { actor: systemActor }),
    ).rejects.toMatchObject(unknown);
    expect(await traces(code, key)).toEqual({ sites: 0, requests: 0, facts: 0 });
    await connection.close();
  });
});
