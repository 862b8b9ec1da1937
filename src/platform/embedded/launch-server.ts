/**
 * Brings up one server process on a free port of loopback. Decides its settings, not whether it may be
 * started; waiting for it is somebody else's room.
 */
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import type { DataPlace } from './data-place.ts';
import { type Programs, programIn } from './find-programs.ts';
import { childSetting, runProgram } from './run-program.ts';
import { openLog } from './server-log.ts';

export interface Launched {
  /** Null on Windows, where the server is a grandchild. */
  readonly pid: number | null;
  /** Where this start's lines begin in the log. */
  readonly logOffset: number;
  /** The reason once the process has ended, else null. */
  readonly ended: () => string | null;
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path may exceed the system's limit, and loopback is enough.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_min_messages: 'warning',
  // Statements may hold personal data or a password; the log keeps the message alone.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** For tests only: everything that costs time to survive a power cut. */
const FORGETFUL: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

function serverArguments(data: string, port: number, durable: boolean): string[] {
  const settings = { ...SETTINGS, ...(durable ? {} : FORGETFUL) };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', data, '-p', String(port), ...pairs];
}

/** A port of loopback that was free a moment ago; the server's own bind decides. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Windows: postgres.exe refuses administrators, pg_ctl drops their rights. Not tried on a real machine. */
async function launchOnWindows(
  programs: Programs,
  file: string,
  [, data = '', ...rest]: string[],
): Promise<string | null> {
  const args = ['start', '-W', '-D', data, '-l', file, '-o', rest.join(' ')];
  const result = await runProgram(programIn(programs, 'pg_ctl'), args, null);
  return result.code === 0 ? null : result.stderr.trim();
}

/**
 * Starts the server of a place. It is detached: Ctrl-C in the terminal and the end of this process do
 * not reach it, so a killed program leaves a sound server which the next start takes over.
 */
export async function launchServer(
  place: DataPlace,
  programs: Programs,
  durable: boolean,
): Promise<Launched> {
  const args = serverArguments(place.data, await freePort(), durable);
  const log = openLog(place.root, place.account);
  let reason: string | null = null;
  const ended = () => reason;
  try {
    if (process.platform === 'win32') {
      reason = await launchOnWindows(programs, log.file, args);
      return { pid: null, logOffset: log.offset, ended };
    }
    const child = spawn(programIn(programs, 'postgres'), args, {
      ...childSetting(place.account),
      detached: true,
      stdio: ['ignore', log.handle, log.handle],
    });
    child.on('error', (error) => {
      reason = error.message;
    });
    child.on('exit', (code, signal) => {
      reason = `ended with ${signal ?? code}`;
    });
    child.unref();
    return { pid: child.pid ?? 0, logOffset: log.offset, ended };
  } finally {
    closeSync(log.handle);
  }
}
