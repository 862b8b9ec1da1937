/** Differences as people read them: with their sign, a dash where nobody knows the cost. */
import { amountText } from '../parts/money-text.ts';

/** @example signedMoney(-1250) // −12.50 */
export function signedMoney(minor: number | null): string {
  if (minor === null) return '—';
  return minor < 0 ? `−${amountText(-minor)}` : amountText(minor);
}

/** @example signedNumber(3) // +3 */
export function signedNumber(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `−${-value}` : `+${value}`;
}
