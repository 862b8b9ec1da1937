/**
 * Makes folders with the modes we mean, whatever the umask, and judges whether a folder can be
 * trusted to hold programs. Knows nothing of what is kept in them.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { embeddedErrors } from './errors.ts';
import { isSigned, signerLives } from './process-signature.ts';

/**
 * Makes a folder and its missing parents, open to enter for all (0755). Folders that exist keep their
 * mode: whoever closed one meant it.
 * @throws embedded.folder-unwritable
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let level = folder; !existsSync(level); level = dirname(level)) missing.unshift(level);
  for (const level of missing) {
    try {
      mkdirSync(level);
      chmodSync(level, 0o755);
    } catch (error) {
      const reason = errorCode(error) ?? String(error);
      // Another start may have made it meanwhile.
      if (reason !== 'EEXIST') throw embeddedErrors.error('folder-unwritable', { folder, reason });
    }
  }
}

/** Whether nobody but root and this account can put or replace something in a folder. */
export function isTrusted(folder: string): boolean {
  if (process.platform === 'win32') return true;
  const self = process.getuid?.() ?? 0;
  const own = lstatSync(folder);
  if (!own.isDirectory() || own.uid !== self || (own.mode & 0o022) !== 0) return false;
  for (let level = dirname(realpathSync(folder)); ; level = dirname(level)) {
    const status = lstatSync(level);
    const sticky = (status.mode & 0o1000) !== 0;
    if (status.uid !== 0 && status.uid !== self) return false;
    if ((status.mode & 0o002) !== 0 && !sticky) return false;
    if (level === dirname(level)) return true;
  }
}

/** Removes what killed processes left half-done in a folder: signed names that begin with `prefix`. */
export function sweepLeftovers(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !isSigned(name) || signerLives(name)) continue;
    // A child that outlived its killed program may still be writing here; it ends in a moment.
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Forces a folder's list of names to disk, so that a rename in it survives a power cut. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder as a file.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
