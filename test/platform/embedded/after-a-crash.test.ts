/** The private database after kills, stale files and two starts at once: nothing lost, nothing shared. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processState } from '../../../src/platform/embedded/process-state.ts';
import { startEmbedded } from '../../../src/platform/embedded/start-embedded.ts';
import { killHard, lockFile, makeSandbox, query, type Sandbox, until } from './sandbox.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = makeSandbox();
});
afterEach(() => sandbox.clear());

/** The account that owns the data, so that a stand-in process looks like the server to PostgreSQL. */
function ownerOf(dataRoot: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(join(dataRoot, 'pgdata'));
  return { uid, gid };
}

/** Inserts from eight connections until one fails; returns the numbers whose commit was acknowledged. */
async function insertUntilCut(url: string, first: number, enough: () => void): Promise<number[]> {
  const sql = postgres(url, { max: 8, onnotice: () => {} });
  const acknowledged: number[] = [];
  let next = first;
  const writer = async () => {
    for (;;) {
      const id = next++;
      await sql`insert into work (id) values (${id})`;
      acknowledged.push(id);
      if (acknowledged.length === 150) enough();
    }
  };
  await Promise.allSettled(Array.from({ length: 8 }, writer));
  await sql.end({ timeout: 0 });
  return acknowledged;
}

describe('after a crash', () => {
  it('loses nothing that was acknowledged when the server is killed in mid-load', async () => {
    const options = { ...sandbox.options(), durable: true };
    const all: number[] = [];
    for (const round of [0, 1, 2]) {
      const server = await startEmbedded(options);
      expect(server.adopted).toBe(false);
      await query(server.url, 'create table if not exists work (id integer primary key)');
      // The whole group, so that no backend ends in good order.
      const kill = () => process.kill(-server.pid, 'SIGKILL');
      all.push(...(await insertUntilCut(server.url, round * 1_000_000, kill)));
      await until(() => processState(server.pid) !== 'alive');
    }
    const last = await startEmbedded(options);
    const rows = await query(last.url, 'select id from work');
    const kept = new Set(rows.map((row) => row.id));
    expect(all.length).toBeGreaterThanOrEqual(450);
    expect(all.filter((id) => !kept.has(id))).toEqual([]);
    await last.stop();
  });

  it('adopts the server of a killed program, and stops it in the end', async () => {
    const options = sandbox.options();
    const { child, answer } = await sandbox.launch(options);
    await killHard(child.pid ?? 0);
    expect(processState(answer.pid)).toBe('alive');
    const heir = await startEmbedded(options);
    expect(heir).toMatchObject({ adopted: true, pid: answer.pid, url: answer.url });
    await heir.stop();
    expect(processState(answer.pid)).not.toBe('alive');
  });

  it('starts again when program and server were both killed', async () => {
    const options = { ...sandbox.options(), durable: true };
    const { child, answer } = await sandbox.launch(options);
    await query(answer.url, 'create table kept as select 1 as one');
    await killHard(child.pid ?? 0);
    await killHard(answer.pid);
    const heir = await startEmbedded(options);
    expect(heir.adopted).toBe(false);
    expect(await query(heir.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await heir.stop();
  });

  it('does not take a stranger with the old process id for the server', async () => {
    const options = sandbox.options();
    const server = await startEmbedded(options);
    const { text, path } = lockFile(options.dataRoot);
    await server.stop();
    const stranger = spawn('sleep', ['60'], ownerOf(options.dataRoot));
    writeFileSync(path, text.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 });
    const heir = await startEmbedded(options);
    expect(heir.adopted).toBe(false);
    expect(processState(stranger.pid ?? 0)).toBe('alive');
    await heir.stop();
    expect(processState(stranger.pid ?? 0)).toBe('alive');
    stranger.kill();
  });

  it.skipIf(process.platform !== 'linux')(
    'takes a dead server not yet reaped for dead',
    async () => {
      const options = sandbox.options();
      const server = await startEmbedded(options);
      const { text, path } = lockFile(options.dataRoot);
      await server.stop();
      // The shell's child ends, and the program that replaced the shell never asks for it.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60 >&-'], {
        ...ownerOf(options.dataRoot),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const pid = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (line: Buffer) => resolve(Number(line.toString())));
      });
      await until(() => processState(pid) === 'zombie');
      writeFileSync(path, text.replace(/^\d+/, String(pid)), { mode: 0o600 });
      const heir = await startEmbedded(options);
      expect(processState(pid)).toBe('zombie');
      expect(heir.adopted).toBe(false);
      await heir.stop();
      parent.kill();
    },
  );

  it('survives an empty lock file', async () => {
    const options = sandbox.options();
    await (await startEmbedded(options)).stop();
    writeFileSync(join(options.dataRoot, 'pgdata', 'postmaster.pid'), '', { mode: 0o600 });
    const heir = await startEmbedded(options);
    expect(heir.adopted).toBe(false);
    await heir.stop();
  });

  it('begins anew when it was killed while it made the data', async () => {
    const options = sandbox.options();
    const attempt = sandbox.launch(options).catch(() => null);
    const drafts = () => {
      try {
        return readdirSync(options.dataRoot).filter((name) => name.startsWith('pgdata.new'));
      } catch {
        return [];
      }
    };
    await until(() => drafts().length >= 2);
    const draft = drafts().find((name) => !name.includes('password')) ?? '';
    const half = join(options.dataRoot, draft, 'global');
    await until(() => statSync(half, { throwIfNoEntry: false }) !== undefined);
    await killHard(Number(/\.(\d+)\.\d+\.[0-9a-f]+$/.exec(draft)?.[1]));
    await attempt;
    expect(readdirSync(options.dataRoot)).not.toContain('pgdata');
    const server = await startEmbedded(options);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(drafts()).toEqual([]);
    await server.stop();
  });

  it('refuses a data folder that is no database rather than replacing it', async () => {
    const options = sandbox.options();
    await (await startEmbedded(options)).stop();
    rmSync(join(options.dataRoot, 'pgdata', 'PG_VERSION'));
    await expect(startEmbedded(options)).rejects.toMatchObject({ code: 'embedded.data-damaged' });
  });
});

describe('two starts at once', () => {
  it('share one server, also when there is no data yet', async () => {
    const options = sandbox.options();
    const [one, two] = await Promise.all([sandbox.launch(options), sandbox.launch(options)]);
    expect(two.answer.pid).toBe(one.answer.pid);
    expect(two.answer.url).toBe(one.answer.url);
    expect([one.answer.adopted, two.answer.adopted].sort()).toEqual([false, true]);
    one.child.stdin?.end();
    await until(() => one.child.exitCode !== null);
    expect(await query(two.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    two.child.stdin?.end();
    await until(() => two.child.exitCode !== null);
    expect(processState(one.answer.pid)).not.toBe('alive');
  });

  it('within one process share one server', async () => {
    const options = sandbox.options();
    const servers = await Promise.all([1, 2, 3].map(() => startEmbedded(options)));
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
    await Promise.all(servers.map((server) => server.stop()));
    expect(processState(servers[0]?.pid ?? 0)).not.toBe('alive');
  });
});
