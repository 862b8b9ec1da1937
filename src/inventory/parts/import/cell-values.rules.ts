/**
 * Reads one cell: text, code, whole number, price, unit, country. Each reader answers with a value
 * or with the rule that was broken; nothing is rounded, guessed or repaired. It knows no rows.
 */
import type { ErrorParams } from '../../../platform/errors.ts';
import type { FindingRule } from './findings.rules.ts';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rule: FindingRule; readonly params: ErrorParams };

/** How numbers are written in this file. */
export interface NumberStyle {
  /** False where a comma may be a decimal mark, as in files that part their cells by semicolons. */
  readonly hasCommaGroups: boolean;
}

export const accept = <T>(value: T): Read<T> => ({ ok: true, value });
export const reject = (rule: FindingRule, params: ErrorParams = {}) =>
  ({ ok: false, rule, params }) as const;

// Control and line-separating characters, halves of a pair, noncharacters, the mark of text already
// lost, and marks that reorder or hide what is read: none can be stored, printed or told apart.
const badInText =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u200b\ufeff\ufffd\u202a-\u202e\u2066-\u2069]/u;
const badInCode = /\p{Cf}/u;
const scientific = /^\d(?:\.\d+)?E[+-]?\d+$/i;

/** Full-width Latin letters, digits and signs to their plain twins; wide and hard blanks to a blank. */
function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000]/g, ' ');
}

function tooLong(text: string, max: number): boolean {
  return text.length > max && [...text].length > max;
}

/** A name or description: trimmed, in composed form (NFC), at most `max` characters. */
export function readText(cell: string, max: number): Read<string> {
  const text = cell.trim().normalize('NFC');
  if (badInText.test(text)) return reject('bad-text');
  return tooLong(text, max) ? reject('too-long', { max }) : accept(text);
}

/** A number of a part or bin: as a text, but width is folded and no invisible sign is allowed. */
export function readCode(cell: string, max: number): Read<string> {
  const read = readText(foldWidth(cell), max);
  return read.ok && badInCode.test(read.value) ? reject('bad-text') : read;
}

/** True for `6.90123E+12`: what a spreadsheet leaves of a long number, with its digits lost. */
export function isScientific(code: string): boolean {
  return scientific.test(code);
}

/** A barcode: printable ASCII only, since a scanner types nothing else. */
export function readBarcode(cell: string, max: number): Read<string> {
  const read = readCode(cell, max);
  if (!read.ok) return read;
  if (isScientific(read.value)) return reject('scientific-notation');
  return /^[\x20-\x7e]*$/.test(read.value) ? read : reject('bad-text');
}

/** Digits without groups, or null where the groups are malformed or could be decimals. */
function digitsOf(text: string, style: NumberStyle): string | null {
  if (/^\d+$/.test(text)) return text;
  const isGrouped = style.hasCommaGroups && /^\d{1,3}(?:,\d{3})+$/.test(text);
  return isGrouped ? text.replaceAll(',', '') : null;
}

function exactInteger(digits: string, max: number): number | null {
  const significant = digits.replace(/^0+(?=\d)/, '');
  // Fifteen digits are always below 2^53, so the conversion is exact.
  if (significant.length > 15) return null;
  const value = Number(significant);
  return value > max ? null : value;
}

/** A whole number from `min` to `max`; `1,200` and full-width digits are read, `12.0` and `1e3` are not. */
export function readWholeNumber(
  cell: string,
  range: { readonly min: number; readonly max: number },
  style: NumberStyle,
): Read<number> {
  const text = foldWidth(cell).replace('\u2212', '-').trim();
  const isNegative = text.startsWith('-');
  const digits = digitsOf(isNegative ? text.slice(1) : text, style);
  if (digits === null) return reject('not-a-whole-number');
  if (isNegative) return reject('negative', { min: range.min });
  const value = exactInteger(digits, range.max);
  if (value === null) return reject('too-large', { max: range.max });
  return value < range.min ? reject('too-small', { min: range.min }) : accept(value);
}

/** A price such as `1,234.50` to hundredths, digit by digit, never through a fraction. */
export function readPrice(cell: string, maxMinor: number, style: NumberStyle): Read<number> {
  const text = foldWidth(cell).replace('\u2212', '-').trim();
  const isNegative = text.startsWith('-');
  const parts = /^([\d,]+)(?:\.(\d+))?$/.exec(isNegative ? text.slice(1) : text);
  const digits = digitsOf(parts?.[1] ?? '', style);
  if (digits === null) return reject('not-a-price');
  if (isNegative) return reject('negative', { min: 0 });
  const decimals = parts?.[2] ?? '';
  if (decimals.length > 2) return reject('too-many-decimals', { max: 2 });
  const value = exactInteger(digits + decimals.padEnd(2, '0'), maxMinor);
  return value === null ? reject('too-large', { maxMinor }) : accept(value);
}

/** A customs code: 6 to 13 digits, points and blanks between them taken out. */
export function readHsCode(cell: string): Read<string> {
  const code = foldWidth(cell).trim();
  if (isScientific(code)) return reject('scientific-notation');
  const digits = code.replace(/(?<=\d)[. ](?=\d)/g, '');
  return /^\d{6,13}$/.test(digits) ? accept(digits) : reject('not-an-hs-code');
}

/** The listed word a cell says, compared without case and width; null for any other word. */
export function readWord<T>(cell: string, words: ReadonlyMap<string, T>): T | null {
  return words.get(foldWidth(cell).trim().toLowerCase()) ?? null;
}
