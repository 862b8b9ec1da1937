/**
 * Which account runs the server. PostgreSQL refuses root, so root lends it another account of the
 * passwd file; everybody else runs it as himself. Knows nothing of where data or programs lie.
 */
import { readFileSync } from 'node:fs';
import type { Account } from './account.ts';
import { embeddedErrors } from './errors.ts';
import { runProgram } from './run-program.ts';

/** Whether this process must lend the server another account. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function listAccounts(): Account[] {
  const accounts: Account[] = [];
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (!name || !/^-?\d+$/.test(uid ?? '') || !/^-?\d+$/.test(gid ?? '')) continue;
    accounts.push({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 });
  }
  return accounts.filter((account) => account.uid !== 0);
}

/** Accounts in order of preference: made for it, harmless, any person. */
function preferred(accounts: readonly Account[]): Account[] {
  const choices = [
    accounts.find((account) => account.name === 'postgres'),
    accounts.find((account) => account.name === 'nobody'),
    accounts.find((account) => account.uid >= 1000 && account.name !== 'nobody'),
  ];
  return choices.filter((account) => account !== undefined);
}

/**
 * The account for a new server: null when not root, else the first which this process may really
 * become (a container may have the entry without the right).
 * @throws embedded.no-account
 */
export async function chooseAccount(): Promise<Account | null> {
  if (!isRoot()) return null;
  const tried: string[] = [];
  for (const account of preferred(listAccounts())) {
    const probe = await runProgram('/bin/sh', ['-c', ':'], account);
    if (probe.code === 0) return account;
    tried.push(`${account.name}: ${probe.stderr.trim()}`);
  }
  throw embeddedErrors.error('no-account', { tried: tried.join('; ') });
}

/** The account that owns existing data, with its name if the passwd file has one. */
export function accountOf(owner: { readonly uid: number; readonly gid: number }): Account {
  const known = listAccounts().find((account) => account.uid === owner.uid);
  return { name: known?.name ?? String(owner.uid), uid: owner.uid, gid: owner.gid };
}

/** Whether the account can enter a folder, asked of the system itself (modes, groups and lists). */
export async function canEnter(account: Account | null, folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const probe = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account);
  return probe.code === 0;
}
