/**
 * Runs one short program to its end under the server's account and returns what it said. Programs get
 * a bare environment: secrets of this process and PG variables of its user must not reach them.
 */
import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface ProgramResult {
  /** Exit code; null if it was killed or never ran. */
  readonly code: number | null;
  readonly stdout: string;
  /** Its error output, or the reason why it could not be started. */
  readonly stderr: string;
}

/** Settings every child gets: no inherited variables (Windows needs its own to load libraries). */
export function childSetting(account: Account | null) {
  return {
    // The current folder of this process may be closed to the account.
    cwd: '/',
    ...(process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }),
    // spawn wants signed numbers: `nobody` is -2 on macOS and 4294967294 in a file's status.
    ...(account === null ? {} : { uid: account.uid | 0, gid: account.gid | 0 }),
    windowsHide: true,
  };
}

/** Runs a program and waits for its end, at most two minutes. Never throws. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: Account | null,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    const failed = (error: unknown) => resolve({ code: null, stdout, stderr: String(error) });
    try {
      const child = spawn(program, args, {
        ...childSetting(account),
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 120_000,
      });
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('error', failed);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    } catch (error) {
      failed(error);
    }
  });
}
