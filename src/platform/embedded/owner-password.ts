/**
 * The password of the database's owner: made once by chance, kept in a file that only this account
 * can read. Any user of the machine can reach a port on loopback, so there is no start without it.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { embeddedErrors } from './errors.ts';
import { readIfThere, writeOnce } from './write-once.ts';

/** The superuser of a private server. */
export const OWNER = 'benchstock_owner';

/** Where the password of a data root is kept. */
export function passwordFile(root: string): string {
  return join(root, 'owner-password');
}

/**
 * Reads the password, or makes one when there is no data yet (192 bits, safe in an address).
 * `hasData` must have been looked up before this call: data is always made after its password.
 * @throws embedded.password-lost
 */
export function ownerPassword(root: string, hasData: boolean): string {
  const file = passwordFile(root);
  const kept = readIfThere(file)?.trim();
  if (kept) return kept;
  if (hasData) throw embeddedErrors.error('password-lost', { file });
  return writeOnce(file, randomBytes(24).toString('base64url')).trim();
}
