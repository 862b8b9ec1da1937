/**
 * The kinds of columns a table in a file is made of: how a cell becomes a value, how a value is
 * written, and what an empty cell means. It knows no table and no row.
 */

import {
  accept,
  currencyByWord,
  type NumberStyle,
  type ReadCell,
  readBarcode,
  readCode,
  readPrice,
  readText,
  readWholeNumber,
  readWord,
  reject,
  writePrice,
  yesOrNoByWord,
} from '../../inventory/index.ts';
import { currencyHeadings, dayShape, yesNoExample } from './column-words.ts';

/** The heading an English file has, the Chinese one, and others that mean the same. */
export type Headings = readonly [string, string, ...string[]];

/** What an empty cell means; a column that is missing leaves a known row as it is. */
type WhenEmpty<T> =
  | { readonly kind: 'refuse' }
  /** A known row keeps what it has, a new one gets the fallback. */
  | { readonly kind: 'keep'; readonly fallback: T }
  | { readonly kind: 'value'; readonly fallback: T };

/** One column. */
export interface Column<T> {
  readonly headings: Headings;
  readonly whenEmpty: WhenEmpty<T>;
  /** Longest cell, in characters. */
  readonly cellMax: number;
  /** What may stand in a cell, where it is one of a few words; an example where the form is particular. */
  readonly example: string;
  read(cell: string, style: NumberStyle): ReadCell<T>;
  write(value: T): string;
}

type Bare<T> = Pick<Column<T>, 'headings' | 'read' | 'write'> &
  Partial<Pick<Column<T>, 'cellMax' | 'example'>>;

const cellMaxUsual = 500;

/** A column that must be filled in. */
function needed<T>(bare: Bare<T>): Column<T> {
  return { cellMax: cellMaxUsual, example: '', ...bare, whenEmpty: { kind: 'refuse' } };
}

/** The same column, empty for nothing. */
export function optional<T>(column: Column<T>): Column<T | null> {
  return {
    ...column,
    write: (value) => (value === null ? '' : column.write(value)),
    whenEmpty: { kind: 'value', fallback: null },
  };
}

/** The same column, of which an empty cell says nothing. */
export function withDefault<T>(column: Column<T>, fallback: T): Column<T> {
  return { ...column, whenEmpty: { kind: 'keep', fallback } };
}

const asIs = (value: string) => value;

/** A name or sentence. */
export function textColumn(headings: Headings, max: number): Column<string> {
  return needed({ headings, read: (cell) => readText(cell, max), write: asIs });
}

/** A number of a part, as the master keeps it. */
export function partNumberColumn(headings: Headings): Column<string> {
  return needed({ headings, read: (cell) => readCode(cell, 64), write: asIs });
}

/** A number from a package or a plate. */
export function numberOnPackage(headings: Headings, max: number): Column<string> {
  return needed({ headings, read: (cell) => readCode(cell, max), write: asIs });
}

/** A code that a label can carry: printable ASCII without blanks. */
export function labelColumn(headings: Headings, max: number): Column<string> {
  const read = (cell: string): ReadCell<string> => {
    const code = readBarcode(cell, max);
    return code.ok && code.value.includes(' ') ? reject('bad-code', { max }) : code;
  };
  return needed({ headings, read, write: asIs });
}

/** A whole number within a range, both ends included. */
export function wholeColumn(headings: Headings, min: number, max: number): Column<number> {
  return needed({
    headings,
    read: (cell, style) => readWholeNumber(cell, { min, max }, style),
    write: String,
  });
}

/** An amount of money in hundredths. */
export function moneyColumn(headings: Headings): Column<number> {
  const most = 100_000_000_000_000;
  return needed({
    headings,
    read: (cell, style) => readPrice(cell, most, style),
    write: (value) => writePrice(value),
    example: '12.50',
  });
}

/** One of a few words; the first of each list is the one an export writes. */
export function wordColumn<K extends string>(
  headings: Headings,
  words: Readonly<Record<K, readonly string[]>>,
): Column<K> {
  // The keys of a record of K are K.
  const keys = Object.keys(words) as K[];
  const byWord = new Map(
    keys.flatMap((key) => [key, ...words[key]].map((word) => [word.toLowerCase(), key] as const)),
  );
  // Words of both languages, since either may be filled in.
  const known = keys
    .map((key) => [key, words[key].find((word) => /\p{Script=Han}/u.test(word)) ?? []].flat())
    .map((both) => both.join(' / '))
    .join(', ');
  const params = { known };
  return needed<K>({
    headings,
    read: (cell) => {
      const value = readWord(cell, byWord);
      return value === null ? reject('not-in-list', params) : accept(value);
    },
    write: asIs,
    example: known,
  });
}

/** Yes or no. */
export function yesNoColumn(headings: Headings): Column<boolean> {
  return needed({
    headings,
    read: (cell) => {
      const value = readWord(cell, yesOrNoByWord);
      return value === null ? reject('not-yes-or-no') : accept(value);
    },
    write: (value) => (value ? 'yes' : 'no'),
    example: yesNoExample,
  });
}

/** A currency whose minor unit is a hundredth. */
export function currencyColumn(): Column<string> {
  return needed({
    headings: currencyHeadings,
    read: (cell) => {
      const value = readWord(cell, currencyByWord);
      return value === null ? reject('unknown-currency') : accept(value);
    },
    write: asIs,
  });
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** A day; with dashes, slashes, points or the words of a Chinese date. */
export function dayColumn(headings: Headings): Column<string> {
  const read = (cell: string): ReadCell<string> => {
    const text = cell.normalize('NFKC').trim();
    const found = dayShape.exec(text);
    const [year = 0, month = 0, day = 0] = (found ?? []).slice(1).map(Number);
    if (found === null || !isDay(year, month, day)) return reject('not-a-day');
    return accept([year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
  };
  return needed({ headings, read, write: asIs, example: '2026-01-31' });
}

/** A minute of the day, written `16:30`. */
export function clockColumn(headings: Headings): Column<number> {
  return needed({
    headings,
    read: (cell) => {
      const found = /^(\d{1,2}):(\d\d)$/.exec(cell.normalize('NFKC').trim());
      const [hour = 24, minute = 60] = (found ?? []).slice(1).map(Number);
      return hour > 23 || minute > 59 ? reject('not-a-clock-time') : accept(hour * 60 + minute);
    },
    write: (value) =>
      [Math.floor(value / 60), value % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    example: '16:30',
  });
}

/** Several numbers in one cell, parted by semicolons, commas or line breaks; each once. */
export function listColumn(headings: Headings, max: number): Column<readonly string[]> {
  const read = (cell: string): ReadCell<readonly string[]> => {
    const values: string[] = [];
    for (const piece of cell.split(/[;；,，、\r\n]+/)) {
      const one = readCode(piece, max);
      if (!one.ok) return one;
      if (one.value === '') continue;
      if (values.includes(one.value)) return reject('twice-in-cell', { number: one.value });
      values.push(one.value);
    }
    return accept(values);
  };
  const column = needed({
    headings,
    read,
    write: (values: readonly string[]) => values.join('; '),
    cellMax: 20_000,
    example: 'SN-1; SN-2; SN-3',
  });
  return { ...column, whenEmpty: { kind: 'value', fallback: [] } };
}

/** A price from a quantity on. */
export interface PriceFrom {
  readonly fromQuantity: number;
  readonly priceMinor: number;
}

/** Prices by quantity in one cell: `1=12.50; 100=11.20`. */
export function pricesColumn(headings: Headings): Column<readonly PriceFrom[]> {
  const read = (cell: string, style: NumberStyle): ReadCell<readonly PriceFrom[]> => {
    const prices: PriceFrom[] = [];
    for (const piece of cell.normalize('NFKC').split(/[;\r\n]+/)) {
      if (piece.trim() === '') continue;
      const [from = '', price = '', ...rest] = piece.split(/[=:]/);
      if (rest.length > 0 || price === '') return reject('not-price-breaks');
      const quantity = readWholeNumber(from, { min: 1, max: 1_000_000_000 }, style);
      if (!quantity.ok) return reject('not-price-breaks');
      const amount = readPrice(price, 100_000_000_000_000, style);
      if (!amount.ok) return amount;
      prices.push({ fromQuantity: quantity.value, priceMinor: amount.value });
    }
    prices.sort((a, b) => a.fromQuantity - b.fromQuantity);
    const isTwice = prices.some((one, at) => prices[at + 1]?.fromQuantity === one.fromQuantity);
    return isTwice || prices.length > 20 ? reject('not-price-breaks') : accept(prices);
  };
  const write = (prices: readonly PriceFrom[]) =>
    prices.map((one) => `${one.fromQuantity}=${writePrice(one.priceMinor)}`).join('; ');
  const column = needed({ headings, read, write, example: '1=12.50; 100=11.20' });
  return { ...column, cellMax: 1_000, whenEmpty: { kind: 'value', fallback: [] } };
}
