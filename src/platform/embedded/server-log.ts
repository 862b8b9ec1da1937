/**
 * The server's log file: opened here, written by the server alone, kept from growing for ever by
 * putting it aside at a start. Knows nothing of what the lines mean.
 */
import {
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** Above this size, in bytes, a start begins a new file and keeps one old one. */
const SIZE_MAX = 10 * 1024 * 1024;
const TAIL_BYTES = 4096;

export interface ServerLog {
  readonly file: string;
  /** Open for appending; to be closed by the caller once the server has it. */
  readonly handle: number;
  /** Size at opening: what comes after belongs to this start. */
  readonly offset: number;
}

/** The log file of a data root. */
export function logFile(root: string): string {
  return join(root, 'postgres.log');
}

/** Opens the log of a data root, putting a large one aside. */
export function openLog(root: string, account: Account | null): ServerLog {
  const file = logFile(root);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > SIZE_MAX) renameSync(file, `${file}.1`);
  const handle = openSync(file, 'a', 0o600);
  // Where root lends an account, an ordinary user may be the next to start his own data.
  if (account !== null) fchownSync(handle, account.uid, account.gid);
  return { file, handle, offset: fstatSync(handle).size };
}

/** The last lines written after `offset` bytes, at most 4 KiB; empty without a log. */
export function logTail(file: string, offset: number): string {
  // A server started by hand writes elsewhere.
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const from = Math.max(offset, size - TAIL_BYTES, 0);
    const buffer = Buffer.alloc(Math.max(size - from, 0));
    readSync(handle, buffer, 0, buffer.length, from);
    return buffer.toString('utf8').trim();
  } finally {
    closeSync(handle);
  }
}
