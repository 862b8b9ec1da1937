/**
 * Writes a small file so that it is either absent or complete, and so that of two writers at the same
 * moment the first wins and both read the same. Knows nothing of the content.
 */
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';
import { syncFolder } from './folders.ts';
import { newSignature } from './process-signature.ts';

/** The text of a file, or null if there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes `text` (readable by its owner only) unless the file exists; returns what the file now holds. */
export function writeOnce(file: string, text: string): string {
  const draft = `${file}.new${newSignature()}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}
