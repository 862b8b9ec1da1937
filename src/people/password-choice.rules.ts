/**
 * Whether a new password may be chosen. It rules on what everybody tries first; length is the
 * contract's business, hashing is done elsewhere, and nothing here keeps what it sees.
 */
import { commonPasswords, commonWords, keyRuns } from './common-passwords.rules.ts';

/** Why a password is refused, or null when it may be used. */
export type PasswordRefusal = 'password-too-common' | 'password-contains-login';

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function isKeyRun(text: string): boolean {
  return keyRuns.some((run) => run.includes(text) || run.includes(reversed(text)));
}

/** A short piece said again and again, perhaps cut at the end. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1{2,}.{0,3}$/u.test(text);
}

function isCommon(lower: string): boolean {
  if (commonPasswords.has(lower) || isKeyRun(lower) || isRepetition(lower)) return true;
  return commonWords.has(lower.replace(/[^\p{L}]+/gu, ''));
}

/**
 * Judges a password for a login.
 * @returns the first rule it breaks, or null
 */
export function judgePassword(password: string, login: string): PasswordRefusal | null {
  const lower = password.normalize('NFKC').toLowerCase();
  if (lower.includes(login)) return 'password-contains-login';
  return isCommon(lower) ? 'password-too-common' : null;
}
