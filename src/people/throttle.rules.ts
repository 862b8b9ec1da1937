/**
 * How often somebody may try to sign in, and when a login is closed for a while. It only compares
 * counts and moments; what is counted, and that it is kept, is the store's business.
 */

/** Attempts allowed within one window, wrong ones in a row, and how long a login stays closed. */
export const signInLimits = {
  windowMs: 60_000,
  perAddress: 20,
  perAddressAndLogin: 5,
  wrongInARow: 10,
  lockMs: 15 * 60_000,
} as const;

/** A counter as the store keeps it. */
export interface Counted {
  readonly windowStart: Date;
  readonly attempts: number;
}

function expandIpv6(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter((group) => group !== '');
  if (tail === undefined) return left;
  const right = tail.split(':').filter((group) => group !== '');
  const gap = Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: gap }, () => '0'), ...right];
}

/**
 * The name under which an address is counted. One household or attacker owns a whole /64 of IPv6
 * (RFC 6177), so the lower half is dropped; an IPv4 address written as IPv6 counts as itself.
 */
export function networkOf(address: string): string {
  const lower = address.toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(lower);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!lower.includes(':')) return lower;
  const groups = expandIpv6(lower.split('%')[0] ?? '').slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/** Whole seconds until the window of a counter that is full ends, or null while there is room. */
export function secondsUntilRoom(
  counted: Counted | null,
  attemptsMax: number,
  now: Date,
): number | null {
  if (counted === null || counted.attempts < attemptsMax) return null;
  const left = counted.windowStart.getTime() + signInLimits.windowMs - now.getTime();
  return left > 0 ? Math.ceil(left / 1000) : null;
}

/** Whole minutes a login stays closed, or null when it is open. */
export function minutesLocked(counted: Counted | null, now: Date): number | null {
  if (counted === null || counted.attempts < signInLimits.wrongInARow) return null;
  const left = counted.windowStart.getTime() + signInLimits.lockMs - now.getTime();
  return left > 0 ? Math.ceil(left / 60_000) : null;
}
