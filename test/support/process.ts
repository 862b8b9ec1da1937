/**
 * Runs the built product as its users do: a child process, a data folder of its own, a free port. It
 * waits for what the process says and answers, and can end it gently or by force.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { homeOf } from '../../src/platform/embedded/data-place.ts';
import { readPidFile } from '../../src/platform/embedded/pid-file.ts';
import { removeEmbedded } from '../../src/platform/embedded/remove-embedded.ts';

const project = resolve(import.meta.dirname, '../..');

/** The longest a start may take, the build included. */
const startMs = 120_000;

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** A data folder for one test; `removeDataFolder` takes it and its server away. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'benchstock-e2e-'));
  // The database may run under another account than this process.
  chmodSync(folder, 0o755);
  return folder;
}

export async function removeDataFolder(dataDir: string): Promise<void> {
  await removeEmbedded(join(dataDir, 'database'));
  await removeEmbedded(dataDir);
}

/** The process id of the private database of a data folder; null when none was ever started. */
export function databasePid(dataDir: string): number | null {
  const home = homeOf(join(dataDir, 'database'));
  const data = join(home, 'pgdata');
  return existsSync(data) ? (readPidFile(data)?.pid ?? null) : null;
}

/** Whether a process with this id lives; one that waits for its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Looks again until it holds. @throws Error after the given time */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  ms = 30_000,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not in ${ms} ms: ${what}`);
    await new Promise((again) => setTimeout(again, 20));
  }
}

export interface RunOptions {
  readonly dataDir: string;
  readonly port?: number;
  /** Words after the program's name, as `verify` or `--demo`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Words for node itself, as `--cpu-prof`. */
  readonly nodeArgs?: readonly string[];
}

/** A child process and all it has said. */
export interface Run {
  readonly pid: number;
  output(): string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  signal(name: NodeJS.Signals): void;
}

/** Starts `npm start -- …` without npm between. */
export function run({ dataDir, port = 0, args = [], env = {}, nodeArgs = [] }: RunOptions): Run {
  const child: ChildProcess = spawn(
    process.execPath,
    [...nodeArgs, join(project, 'scripts/start.mjs'), ...args],
    {
      cwd: project,
      env: {
        ...process.env,
        DATABASE_URL: undefined,
        NODE_OPTIONS: undefined,
        DATA_DIR: dataDir,
        PORT: String(port),
        LOG_LEVEL: 'warn',
        REQUESTS_PER_MINUTE: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  const ended = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
  return {
    pid: child.pid ?? 0,
    output: () => said.join(''),
    ended,
    signal: (name) => {
      child.kill(name);
    },
  };
}

/** A product that answers. */
export interface Product extends Run {
  readonly origin: string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | string>;
  /** kill -9 */
  kill(): Promise<void>;
}

async function answersReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).status === 200;
  } catch {
    return false;
  }
}

/** Starts the product and waits until it is ready. @throws Error with its words when it ends instead */
export async function startProduct(options: RunOptions): Promise<Product> {
  const port = options.port ?? (await freePort());
  const started = run({ ...options, port });
  const origin = `http://127.0.0.1:${port}`;
  let end: number | string | null = null;
  void started.ended.then((code) => {
    end = code;
  });
  const isUp = async () => {
    if (end !== null) throw new Error(`ended with ${end}:\n${started.output()}`);
    return started.output().includes('Benchstock is ready') && (await answersReady(origin));
  };
  try {
    await until('the product is ready', isUp, startMs);
  } catch (error) {
    started.signal('SIGKILL');
    throw error;
  }
  return {
    ...started,
    origin,
    stop: () => {
      started.signal('SIGINT');
      return started.ended;
    },
    kill: async () => {
      started.signal('SIGKILL');
      await started.ended;
    },
  };
}

/** The one-time link for the first administrator that the start printed; null when it printed none. */
export function printedLink(output: string): string | null {
  return /https?:\/\/\S+\/set-(?:up|password)\?token=\S+/.exec(output)?.[0] ?? null;
}
