/** The product as a process: first start, later starts, the ways it ends, and what survives them. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import {
  databasePid,
  freePort,
  isAlive,
  makeDataFolder,
  type Product,
  printedLink,
  removeDataFolder,
  run,
  startProduct,
  until,
} from '../support/process.ts';
import { expectNothingLost, makeGround, postUntilKilled } from './crash-load.ts';
import { administrator, clientOf, setUp, useLink } from './first-administrator.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const dataDir = makeDataFolder();
const running = new Set<Product>();

async function start(): Promise<Product> {
  const product = await startProduct({ dataDir });
  running.add(product);
  return product;
}

afterAll(async () => {
  for (const product of running) product.signal('SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended));
  await removeDataFolder(dataDir);
});

describe('an installation, from its first start on', () => {
  let product: Product;
  let api: ApiClient;
  let link: string;
  beforeAll(async () => {
    product = await start();
  });

  it('tells its address and a link that works once', async () => {
    expect(product.output()).toMatch(/Benchstock is ready after [\d.]+ s at http:\/\//);
    ({ link, api } = await setUp(product));
    expect(link.startsWith(product.origin)).toBe(true);
    expect((await api('/me')).body).toMatchObject({
      name: expect.stringContaining(administrator.displayName),
    });
    const second = await useLink(product.origin, link, 'second');
    expect(second.status).not.toBe(303);
    expect((await api('/setup')).body).toMatchObject({ hasAnybody: true });
  });

  it('ends at Ctrl-C with 0, and its database with it', async () => {
    const pid = databasePid(dataDir);
    expect(pid).not.toBeNull();
    expect(await product.stop()).toBe(0);
    expect(databasePid(dataDir)).toBeNull();
    await until('the database has ended', () => !isAlive(pid ?? 0));
  });

  it('starts again with everything in place and no second link', async () => {
    product = await start();
    expect(printedLink(product.output())).toBeNull();
    ({ api } = await clientOf(product.origin, administrator));
    expect((await api('/me')).body).toMatchObject({
      name: expect.stringContaining(administrator.displayName),
    });
  });

  it('says plainly that the port is in use, and disturbs nobody', async () => {
    const port = Number(new URL(product.origin).port);
    const second = run({ dataDir, port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('the port is in use');
    expect(second.output()).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect((await fetch(`${product.origin}/readyz`)).status).toBe(200);
  });

  it('loses nothing acknowledged when the process is killed in mid-load', async () => {
    const ground = await makeGround(api, '1');
    const kill = () => product.kill();
    const posted = await postUntilKilled(api, ground, { writers: 6, after: 60, kill });
    expect(posted.acknowledged.size).toBeGreaterThanOrEqual(60);
    product = await start();
    ({ api } = await clientOf(product.origin, administrator));
    await expectNothingLost(api, ground, posted);
  });

  it('loses nothing acknowledged when the database is killed with it', async () => {
    const ground = await makeGround(api, '2');
    const pid = databasePid(dataDir) ?? 0;
    expect(isAlive(pid)).toBe(true);
    const kill = async () => {
      // The whole group: no back end ends in good order.
      process.kill(-pid, 'SIGKILL');
      await product.kill();
    };
    const posted = await postUntilKilled(api, ground, { writers: 6, after: 60, kill });
    expect(posted.acknowledged.size).toBeGreaterThanOrEqual(60);
    product = await start();
    ({ api } = await clientOf(product.origin, administrator));
    await expectNothingLost(api, ground, posted);
  });

  it('verifies clean after all that', async () => {
    expect(await product.stop()).toBe(0);
    const verified = run({ dataDir, args: ['verify'] });
    expect(await verified.ended).toBe(0);
    expect(verified.output()).toContain('The ledger is clean.');
  });
});

describe('an installation with a database of its own', () => {
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  const otherDir = makeDataFolder();
  const onServer = async (statement: string) => {
    const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => undefined });
    await admin.unsafe(statement);
    await admin.end();
  };
  beforeAll(() => onServer(`create database ${name}`));
  afterAll(async () => {
    await onServer(`drop database if exists ${name} with (force)`);
    await removeDataFolder(otherDir);
  });

  it('starts nothing embedded', async () => {
    const address = new URL(inject('serverUrl'));
    address.pathname = `/${name}`;
    const env = { DATABASE_URL: address.href };
    const product = await startProduct({ dataDir: otherDir, port: await freePort(), env });
    running.add(product);
    expect(product.output()).toContain('PostgreSQL of DATABASE_URL');
    expect(product.output()).not.toContain(address.password);
    expect(existsSync(join(otherDir, 'database'))).toBe(false);
    expect(await product.stop()).toBe(0);
  });

  it('says plainly when the database does not answer', async () => {
    const port = await freePort();
    const env = { DATABASE_URL: `postgres://nobody:secret-word@127.0.0.1:${port}/none` };
    const failed = run({ dataDir: otherDir, env });
    expect(await failed.ended).toBe(1);
    expect(failed.output()).toContain('Benchstock cannot start');
    expect(failed.output()).not.toContain('secret-word');
  });
});
