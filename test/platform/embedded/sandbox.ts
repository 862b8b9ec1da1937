/**
 * A folder for one test with everything it may leave behind: servers, programs, data kept elsewhere.
 * Also the few rough things the tests do to processes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { processState } from '../../../src/platform/embedded/process-state.ts';
import { removeEmbedded } from '../../../src/platform/embedded/remove-embedded.ts';
import type { EmbeddedOptions } from '../../../src/platform/embedded/start-embedded.ts';

export const isRoot = process.getuid?.() === 0;
const PROJECT = resolve(import.meta.dirname, '../../..');

export interface Launcher {
  readonly child: ChildProcess;
  readonly answer: {
    readonly url: string;
    readonly pid: number;
    readonly adopted: boolean;
    readonly version: string;
    readonly lines: readonly string[];
    readonly error?: string;
  };
}

export interface Sandbox {
  readonly folder: string;
  /** Options for the data root `data` of this sandbox, which is removed at the end. */
  readonly options: (data?: string) => EmbeddedOptions & { readonly dataRoot: string };
  /** Starts the launcher as a program of its own. */
  readonly launch: (options: object, ids?: { uid: number; gid: number }) => Promise<Launcher>;
  readonly clear: () => Promise<void>;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the launcher ended without a word');
}

export function makeSandbox(): Sandbox {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchstock-embedded-')));
  chmodSync(folder, 0o755);
  const roots = new Set<string>();
  const children: ChildProcess[] = [];
  return {
    folder,
    options: (data = 'data') => {
      roots.add(join(folder, data));
      return { dataRoot: join(folder, data), cacheRoot: join(folder, 'cache'), durable: false };
    },
    launch: async (options, ids = undefined) => {
      const script = join(import.meta.dirname, 'launcher-process.ts');
      const args = ['--import', 'tsx', script, JSON.stringify(options)];
      const stdio: ['pipe', 'pipe', 'inherit'] = ['pipe', 'pipe', 'inherit'];
      const child = spawn(process.execPath, args, { cwd: PROJECT, stdio, ...ids });
      children.push(child);
      return { child, answer: JSON.parse(await firstLine(child)) };
    },
    clear: async () => {
      for (const child of children) child.kill('SIGKILL');
      for (const root of roots) if (existsSync(root)) await removeEmbedded(root);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one query over a fresh connection. */
export async function query(url: string, text: string): Promise<postgres.Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Waits until a condition holds; fails after ten seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((next) => setImmediate(next));
  }
}

/** Kills a process without mercy and waits until it runs no more (it may remain a zombie). */
export async function killHard(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(() => processState(pid) !== 'alive');
}

/** The path of the server's lock file, and its text. */
export function lockFile(data: string): { readonly path: string; readonly text: string } {
  const path = join(data, 'pgdata', 'postmaster.pid');
  return { path, text: readFileSync(path, 'utf8') };
}
