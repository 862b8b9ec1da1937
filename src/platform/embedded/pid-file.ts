/**
 * Reads the lock file which PostgreSQL keeps in its data folder, judges whether its server lives, and
 * puts away a file that would make PostgreSQL refuse to start without reason.
 */
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { newSignature } from './process-signature.ts';
import { processState, servesData } from './process-state.ts';
import { readIfThere } from './write-once.ts';

export interface PidFile {
  readonly text: string;
  /** 0 when the file is empty or garbage. */
  readonly pid: number;
  readonly port: number;
  /** True once the server has its port and accepts connections. */
  readonly isReady: boolean;
}

export type PidFileVerdict = 'absent' | 'dead' | 'misleading' | 'unreadable' | 'alive';

function pidPath(data: string): string {
  return join(data, 'postmaster.pid');
}

/** The lock file, or null if there is none. Lines: pid, folder, start, port, sockets, address, memory, status. */
export function readPidFile(data: string): PidFile | null {
  const text = readIfThere(pidPath(data));
  if (text === null) return null;
  const lines = text.split('\n');
  return {
    text,
    pid: Number(/^\d+$/.exec(lines[0] ?? '') ?? 0),
    port: Number(/^\d+$/.exec(lines[3] ?? '') ?? 0),
    isReady: lines[7]?.trim() === 'ready',
  };
}

/**
 * What the file is worth. `dead`: PostgreSQL sees that itself and starts. `misleading`: the id is that
 * of a process not yet reaped, or of a stranger, which PostgreSQL takes for a living server.
 */
export function judgePidFile(file: PidFile | null, data: string): PidFileVerdict {
  if (file === null) return 'absent';
  if (file.pid === 0) return 'unreadable';
  const state = processState(file.pid);
  if (state === 'gone') return 'dead';
  return state === 'alive' && servesData(file.pid, data) ? 'alive' : 'misleading';
}

/**
 * Puts away exactly the file that was judged. It is moved before it is compared, so that the file of a
 * server which another start brought up meanwhile goes back in its place.
 */
export function discardPidFile(data: string, judged: PidFile): void {
  const path = pidPath(data);
  const away = `${path}.old${newSignature()}`;
  try {
    renameSync(path, away);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    if (readFileSync(away, 'utf8') !== judged.text) linkSync(away, path);
  } finally {
    rmSync(away, { force: true });
  }
}
