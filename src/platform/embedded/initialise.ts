/**
 * Makes a new database with initdb: in a draft folder first, which becomes the data folder by one
 * rename, so that a start killed half-way leaves nothing that looks like data.
 */
import {
  closeSync,
  fchownSync,
  lchownSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DataPlace } from './data-place.ts';
import { errorCode } from './error-code.ts';
import { embeddedErrors } from './errors.ts';
import { type Programs, programIn } from './find-programs.ts';
import { sweepLeftovers, syncFolder } from './folders.ts';
import { OWNER } from './owner-password.ts';
import { newSignature } from './process-signature.ts';
import { runProgram } from './run-program.ts';

const DRAFT = 'pgdata.new';

function initdbArguments(draft: string, passwords: string, durable: boolean): string[] {
  return [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    `--pwfile=${passwords}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Code point order, the same on every machine and every version of its libraries.
    '--locale=C',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function writePassword(file: string, password: string, place: DataPlace): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${password}\n`);
    if (place.account !== null) fchownSync(handle, place.account.uid, place.account.gid);
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes the database of a place which has none. Of two at once the first to finish wins; both end with
 * the same data, since both were given the same password.
 * @throws embedded.initdb-failed
 */
export async function initialise(
  place: DataPlace,
  programs: Programs,
  password: string,
  durable: boolean,
): Promise<void> {
  sweepLeftovers(place.home, `${DRAFT}.`);
  const draft = join(place.home, `${DRAFT}${newSignature()}`);
  const passwords = join(place.home, `${DRAFT}.password${newSignature()}`);
  try {
    mkdirSync(draft, 0o700);
    if (place.account !== null) lchownSync(draft, place.account.uid, place.account.gid);
    writePassword(passwords, password, place);
    const result = await runProgram(
      programIn(programs, 'initdb'),
      initdbArguments(draft, passwords, durable),
      place.account,
    );
    if (result.code !== 0) {
      throw embeddedErrors.error('initdb-failed', { reason: result.stderr.trim().slice(-1000) });
    }
    renameSync(draft, place.data);
    syncFolder(place.home);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
  } finally {
    rmSync(passwords, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}
