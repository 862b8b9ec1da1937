/**
 * What the operating system knows about a process id: does it live, and is it the server of one data
 * folder. Knows nothing of locks or starts; a process id alone is never proof, since ids are reused.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { errorCode } from './error-code.ts';

export type ProcessState = 'alive' | 'zombie' | 'gone';

/** Fields of /proc/<pid>/stat from the third on; null where there is no such file. */
function statFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself contain brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Whether a process runs, has ended without being reaped, or does not exist. */
export function processState(pid: number): ProcessState {
  if (!Number.isSafeInteger(pid) || pid <= 0) return 'gone';
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists, but belongs to somebody else.
    if (errorCode(error) !== 'EPERM') return 'gone';
  }
  const state = statFields(pid)?.[0];
  return state === 'Z' || state === 'X' ? 'zombie' : 'alive';
}

/** When a process was born, in clock ticks since boot; '0' where the system does not tell. */
export function processBirth(pid: number): string {
  return statFields(pid)?.[19] ?? '0';
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Linux keeps the server's working folder, which PostgreSQL makes its data folder. */
function servesOnLinux(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch (error) {
    // Root in a container without the ptrace capability may not read the link of another account.
    if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') return false;
  }
  try {
    const sameOwner = statSync(`/proc/${pid}`).uid === statSync(data).uid;
    return sameOwner && commandLine(pid).includes(data);
  } catch {
    return false;
  }
}

/**
 * Whether this living process is the PostgreSQL server of the folder `data` (a real path). Windows
 * offers no cheap way to ask, so there a living process counts; the caller asks the server itself.
 */
export function servesData(pid: number, data: string): boolean {
  if (processState(pid) !== 'alive') return false;
  if (process.platform === 'linux') return servesOnLinux(pid, data);
  if (process.platform === 'win32') return true;
  const answer = spawnSync('/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return answer.stdout.includes(`-D ${data} `);
}
