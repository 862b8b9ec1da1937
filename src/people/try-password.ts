/**
 * Trying a password: every try is counted before its result is told, and a login that is closed tells
 * nothing about the password. Nothing here throws for a wrong password, because a refusal that rolled
 * back would also roll back the count; the commands answer the outcome instead.
 */
import type { Work } from '../platform/work.ts';
import type { Refusal } from './contract.ts';
import { peopleErrors } from './errors.ts';
import { hashToken, isRightPassword } from './secret-hash.ts';
import { minutesLocked, networkOf, secondsUntilRoom, signInLimits } from './throttle.rules.ts';
import {
  countInWindow,
  countWrong,
  forgetCounter,
  forgetOldCounters,
  lockCounter,
  readCounters,
} from './throttle.store.ts';

const countersKept = 86_400_000;

// People type their password into the wrong field, so what was typed as login is not kept in clear.
function loginKey(login: string): string {
  return `login:${hashToken(login)}`;
}

function windowsOf(address: string, login: string): { key: string; attemptsMax: number }[] {
  const network = networkOf(address);
  const { perAddress, perAddressAndLogin } = signInLimits;
  return [
    { key: `address:${network}`, attemptsMax: perAddress },
    { key: `address:${network} ${loginKey(login)}`, attemptsMax: perAddressAndLogin },
  ];
}

/** Counts the try by address. Throws people.too-many-attempts when it is one too many. */
async function countAddress(work: Work, address: string, login: string): Promise<void> {
  for (const { key, attemptsMax } of windowsOf(address, login)) {
    const counted = await countInWindow(work.db, key, work.now);
    const seconds = secondsUntilRoom(counted, attemptsMax + 1, work.now);
    if (seconds !== null) throw peopleErrors.error('too-many-attempts', { seconds });
  }
}

const locked = (minutes: number): Refusal => ({ reason: 'locked', minutes });

/** What a try is made of. */
export interface PasswordTry {
  readonly address: string;
  readonly login: string;
  readonly password: string;
  /** The stored hash; null when nobody with this login may sign in. */
  readonly passwordHash: string | null;
  /** What to answer for a wrong password. */
  readonly wrong: 'sign-in-refused' | 'wrong-password';
}

/**
 * Tries a password, counts the try, and says why it is refused; null when it is right.
 * @throws people.too-many-attempts
 */
export async function tryPassword(work: Work, tried: PasswordTry): Promise<Refusal | null> {
  const { address, login } = tried;
  const key = loginKey(login);
  const windows = windowsOf(address, login);
  // A look without locks first, so that a flood costs neither hashes nor waiting on one row.
  const counters = await readCounters(work.db, [key, ...windows.map((window) => window.key)]);
  for (const window of windows) {
    const counted = counters.get(window.key) ?? null;
    const seconds = secondsUntilRoom(counted, window.attemptsMax, work.now);
    if (seconds !== null) throw peopleErrors.error('too-many-attempts', { seconds });
  }
  const closed = minutesLocked(counters.get(key) ?? null, work.now);
  const right = closed === null && (await isRightPassword(tried.password, tried.passwordHash));
  await countAddress(work, address, login);
  await forgetOldCounters(work.db, new Date(work.now.getTime() - countersKept));
  if (closed !== null) return locked(closed);
  return right ? admit(work, key) : refuse(work, key, tried.wrong);
}

async function admit(work: Work, key: string): Promise<Refusal | null> {
  // Wrong tries of the same moment may have closed the login while this one was being hashed.
  const minutes = minutesLocked(await lockCounter(work.db, key), work.now);
  if (minutes !== null) return locked(minutes);
  await forgetCounter(work.db, key);
  return null;
}

async function refuse(work: Work, key: string, reason: PasswordTry['wrong']): Promise<Refusal> {
  const counted = await countWrong(work.db, key, work.now);
  const minutes = minutesLocked(counted, work.now);
  const overrun = counted !== null && counted.attempts > signInLimits.wrongInARow;
  if (overrun && minutes !== null) return locked(minutes);
  return { reason, minutes: null };
}

/** Opens a login that was closed, because its owner has proved himself in another way. */
export async function forgiveLogin(work: Work, login: string): Promise<void> {
  await forgetCounter(work.db, loginKey(login));
}
