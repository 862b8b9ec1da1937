/** Amounts and quantities that may be below zero, as people read them. */
import { amountText } from '../parts/money-text.ts';

/** @example signedText(-1250) // −12.50 */
export function signedText(minor: number): string {
  return minor < 0 ? `−${amountText(-minor)}` : amountText(minor);
}

/** @example changeText(3) // +3 */
export function changeText(count: number): string {
  if (count === 0) return '';
  return count < 0 ? `−${-count}` : `+${count}`;
}
