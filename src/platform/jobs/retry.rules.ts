/**
 * When a failed try is tried again. Only numbers.
 */
import { addSeconds } from '../clock.ts';
import { limits } from './contract.ts';

/**
 * The moment of the next try, or null when it was the last: 4, 16, 64 … seconds, so that eight tries
 * reach over six hours, longer than most repairs of a server.
 */
export function nextTry(attempt: number, now: Date): Date | null {
  if (attempt >= limits.triesMax) return null;
  return addSeconds(now, 4 ** attempt);
}
