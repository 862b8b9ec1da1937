/** The private database starts, is found again, and says plainly when it cannot. */
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processState } from '../../../src/platform/embedded/process-state.ts';
import { startEmbedded } from '../../../src/platform/embedded/start-embedded.ts';
import { makeSandbox, query, type Sandbox } from './sandbox.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = makeSandbox();
});
afterEach(() => sandbox.clear());

describe('a private database', () => {
  it('keeps its data from one start to the next', async () => {
    const options = sandbox.options();
    const first = await startEmbedded(options);
    await query(first.url, 'create table kept as select 7 as answer');
    await first.stop();
    expect(processState(first.pid)).not.toBe('alive');
    const second = await startEmbedded(options);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 7 }]);
    await second.stop();
  });

  it('is set up as promised', async () => {
    const server = await startEmbedded({ ...sandbox.options(), durable: true });
    const names = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'listen_addresses',
      'unix_socket_directories',
      'max_connections',
      'shared_buffers',
      'server_encoding',
      'TimeZone',
      'lc_messages',
    ];
    const columns = names.map((name) => `current_setting('${name}') as "${name}"`);
    const [row] = await query(
      server.url,
      `select ${columns.join(', ')}, current_user as owner,
              (select datcollate from pg_database where datname = 'template1') as collation`,
    );
    expect(row).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
      shared_buffers: '128MB',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      lc_messages: 'C',
      owner: 'benchstock_owner',
      collation: 'C',
    });
    await server.stop();
  });

  it('lets nobody in without the password and shows it nowhere', async () => {
    const options = sandbox.options();
    const lines: string[] = [];
    const server = await startEmbedded({ ...options, log: (line) => lines.push(line) });
    const { password, username } = new URL(server.url);
    expect(password.length).toBeGreaterThanOrEqual(32);
    const stranger = postgres(server.url, { password: 'guess', max: 1 });
    await expect(stranger`select 1`).rejects.toMatchObject({ code: '28P01' });
    await stranger.end({ timeout: 1 });
    await query(server.url, `alter role ${username} password '${password}'`);
    await expect(query(server.url, `select '${password}' from nowhere`)).rejects.toThrow();

    expect(statSync(join(options.dataRoot, 'owner-password')).mode & 0o777).toBe(0o600);
    expect(readdirSync(options.dataRoot).sort()).toEqual([
      'owner-password',
      'pgdata',
      'postgres.log',
      'users',
    ]);
    expect(readFileSync(join(options.dataRoot, 'postgres.log'), 'utf8')).not.toContain(password);
    expect(lines.join('\n')).not.toContain(password);
    if (process.platform === 'linux') {
      expect(readFileSync(`/proc/${server.pid}/cmdline`, 'utf8')).not.toContain(password);
      expect(readFileSync(`/proc/${server.pid}/environ`, 'utf8')).not.toContain(password);
    }
    await server.stop();
  });

  it('puts a large log aside', async () => {
    const options = sandbox.options();
    await (await startEmbedded(options)).stop();
    const log = join(options.dataRoot, 'postgres.log');
    truncateSync(log, 10 * 1024 * 1024 + 1);
    await (await startEmbedded(options)).stop();
    expect(statSync(log).size).toBeLessThan(10_000);
    expect(statSync(`${log}.1`).size).toBe(10 * 1024 * 1024 + 1);
  });

  it('runs until its last user has left', async () => {
    const options = sandbox.options();
    const first = await startEmbedded(options);
    const second = await startEmbedded(options);
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
    await first.stop();
    await first.stop();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(processState(first.pid)).not.toBe('alive');
  });

  it('does not run data to be kept on a server without durability', async () => {
    const options = sandbox.options();
    const server = await startEmbedded(options);
    const durable = startEmbedded({ ...options, durable: true });
    await expect(durable).rejects.toMatchObject({ code: 'embedded.not-durable' });
    await server.stop();
    expect(processState(server.pid)).not.toBe('alive');
  });

  it('carries the last words of a server that cannot start', async () => {
    const options = sandbox.options();
    await (await startEmbedded(options)).stop();
    writeFileSync(join(options.dataRoot, 'pgdata', 'postgresql.conf'), 'nonsense_setting = 1\n');
    await expect(startEmbedded(options)).rejects.toMatchObject({
      code: 'embedded.server-ended',
      params: { logTail: expect.stringContaining('nonsense_setting') },
    });
  });

  it('says when the password of existing data is gone or wrong', async () => {
    const options = sandbox.options();
    await (await startEmbedded(options)).stop();
    const file = join(options.dataRoot, 'owner-password');
    writeFileSync(file, 'another');
    await expect(startEmbedded(options)).rejects.toMatchObject({ code: 'embedded.password-wrong' });
    writeFileSync(file, '');
    await expect(startEmbedded(options)).rejects.toMatchObject({ code: 'embedded.password-lost' });
  });
});
