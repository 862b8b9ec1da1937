/**
 * Decides in which folder the data lies and which account owns it. Normally below the data root; if the
 * server's account cannot work there (a home of root is closed to it), in a state folder of the system,
 * and a small file in the data root remembers which. Knows nothing of programs or servers.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Account } from './account.ts';
import { errorCode } from './error-code.ts';
import { embeddedErrors } from './errors.ts';
import { isTrusted, makeFolder, sweepLeftovers } from './folders.ts';
import { newSignature } from './process-signature.ts';
import { accountOf, canEnter, chooseAccount, isRoot } from './server-account.ts';
import { readIfThere, writeOnce } from './write-once.ts';

export interface DataPlace {
  /** The data root, a real path: password, log and marks. */
  readonly root: string;
  /** The folder that holds `pgdata`: the root itself or a state folder. */
  readonly home: string;
  /** The data folder of PostgreSQL; may not exist yet. */
  readonly data: string;
  /** Who runs the server; null means this account. */
  readonly account: Account | null;
}

const STATE_FOLDERS = ['/var/lib/benchstock', '/usr/local/var/benchstock', '/srv/benchstock'];

function pointerFile(root: string): string {
  return join(root, 'data-location');
}

/** Whether a folder holds a complete database. @throws embedded.data-damaged if it holds something else */
export function hasData(data: string): boolean {
  if (existsSync(join(data, 'PG_VERSION'))) return true;
  if (!existsSync(data) || readdirSync(data).length === 0) return false;
  throw embeddedErrors.error('data-damaged', { folder: data });
}

/** Whether a folder made here and given to the account can be used by it. */
async function canHold(account: Account, home: string): Promise<boolean> {
  sweepLeftovers(home, 'probe.');
  const probe = join(home, `probe${newSignature()}`);
  try {
    mkdirSync(probe, 0o700);
    chownSync(probe, account.uid, account.gid);
    return await canEnter(account, probe);
  } catch {
    // Some mounts refuse to change owners even for root.
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

async function findOtherHome(root: string, account: Account): Promise<string> {
  for (const base of STATE_FOLDERS) {
    try {
      makeFolder(base);
    } catch {
      continue;
    }
    if (!isTrusted(base)) continue;
    const home = join(realpathSync(base), randomBytes(8).toString('hex'));
    makeFolder(home);
    // Of two first starts at once, one decides and the other follows.
    const decided = (await canHold(account, home))
      ? writeOnce(pointerFile(root), home).trim()
      : null;
    if (decided !== home) rmSync(home, { recursive: true, force: true });
    if (decided !== null) return decided;
  }
  throw embeddedErrors.error('data-unreachable', { account: account.name, folder: root });
}

/** Gives a tree to an account, without following links out of it. */
function giveTree(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTree(join(path, name), account);
}

/** The account for data that exists. Data restored by root is given to the account a new one would get. */
async function accountForData(data: string, log: (line: string) => void): Promise<Account | null> {
  if (!isRoot()) return null;
  const owner = statSync(data);
  if (owner.uid !== 0) return accountOf(owner);
  const account = await chooseAccount();
  if (account !== null) {
    log(`the data in ${data} belonged to root, it now belongs to ${account.name}`);
    giveTree(data, account);
  }
  return account;
}

/** Refuses a root that another account made: root once, an ordinary user now. */
function refuseForeign(root: string): void {
  try {
    accessSync(root, constants.R_OK | constants.W_OK);
  } catch (error) {
    const reason = errorCode(error) ?? String(error);
    throw embeddedErrors.error('folder-unwritable', { folder: root, reason });
  }
  if (isRoot() || process.platform === 'win32') return;
  const owner = statSync(join(root, 'pgdata'), { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === process.getuid?.()) return;
  throw embeddedErrors.error('data-of-other', { folder: join(root, 'pgdata'), ownerId: owner });
}

/**
 * Finds or decides the place of the data below `dataRoot`, and says through `log` if it lies elsewhere.
 * @throws embedded.data-missing, data-unreachable, data-of-other, no-account, folder-unwritable
 */
export async function settleDataPlace(
  dataRoot: string,
  log: (line: string) => void,
): Promise<DataPlace> {
  makeFolder(resolve(dataRoot));
  const root = realpathSync(dataRoot);
  refuseForeign(root);
  const pointed = readIfThere(pointerFile(root))?.trim() ?? null;
  if (pointed !== null && !existsSync(pointed)) {
    throw embeddedErrors.error('data-missing', { folder: pointed, pointer: pointerFile(root) });
  }
  let home = realpathSync(pointed ?? root);
  let data = join(home, 'pgdata');
  // Somebody may have moved the data to a larger disk and left a link; processes show the real path.
  if (existsSync(data)) data = realpathSync(data);
  if (hasData(data)) {
    const account = await accountForData(data, log);
    if (account !== null && !(await canEnter(account, data))) {
      throw embeddedErrors.error('data-unreachable', { account: account.name, folder: data });
    }
    return { root, home, data, account };
  }
  const account = await chooseAccount();
  if (account !== null && !(await canHold(account, home))) {
    home = await findOtherHome(root, account);
    data = join(home, 'pgdata');
    log(`${account.name} cannot work in ${root}: the database is kept in ${data} instead`);
  }
  return { root, home, data, account };
}

/** The major version which made the data. */
export function dataMajor(data: string): number {
  return Number(readFileSync(join(data, 'PG_VERSION'), 'utf8').trim());
}

/** Where the data of a data root lies, without deciding or making anything. */
export function homeOf(root: string): string {
  return readIfThere(pointerFile(root))?.trim() ?? root;
}
