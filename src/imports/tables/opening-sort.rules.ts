/**
 * Which opening balances of a file are news beside what was posted as opening before. A balance is
 * posted once: what differs from it is corrected by a count or an adjustment, not by a file.
 */
import type { StoredOpening } from '../../inventory/index.ts';
import type { FileRow } from '../table/against-stored.rules.ts';

/** An opening balance as a row of a table says it. */
export interface OpeningCells {
  readonly partNumber: string;
  readonly location: string;
  readonly condition: string;
  readonly lotNumber: string | null;
  readonly expiresOn: string | null;
  readonly serialNumbers: readonly string[];
  readonly quantity: number;
  readonly unitValueMinor: number | null;
}

export type OpeningRow = FileRow<OpeningCells>;

/** The pile of a row as a text. */
export function openingPile(row: Omit<OpeningCells, 'condition'> & { readonly condition: string }) {
  return [row.partNumber, row.location, row.condition, row.lotNumber ?? ''].join('\u0001');
}

const agrees = <T>(said: T | null, stored: T | null) => said === null || said === stored;

/**
 * New where nothing of the row was posted, the same where all of it was, changed where it says
 * something else of what was posted.
 */
export function sortOpenings(
  rows: readonly OpeningRow[],
  stored: readonly Pick<StoredOpening, keyof OpeningCells>[],
): readonly OpeningRow[] {
  const posted = new Map<string, Pick<StoredOpening, keyof OpeningCells>>();
  const pieces = new Map<string, Set<string>>();
  for (const one of stored) {
    const pile = openingPile(one);
    const before = pieces.get(pile) ?? new Set<string>();
    for (const number of one.serialNumbers) before.add(number);
    pieces.set(pile, before);
    posted.set(pile, one);
  }
  return rows.map((row) => {
    const pile = openingPile(row.value);
    const before = posted.get(pile);
    if (before === undefined) return { ...row, stored: null, news: 'new' };
    const { serialNumbers, quantity, expiresOn, unitValueMinor } = row.value;
    const known = serialNumbers.filter((number) => pieces.get(pile)?.has(number));
    const isByPiece = serialNumbers.length > 0;
    if (isByPiece && known.length === 0) return { ...row, stored: null, news: 'new' };
    const isAll = isByPiece ? known.length === serialNumbers.length : quantity === before.quantity;
    // A piece is worth what its own row says; the pile's average does not speak for it.
    const isWorth = isByPiece || agrees(unitValueMinor, before.unitValueMinor);
    const isSame = isAll && isWorth && agrees(expiresOn, before.expiresOn);
    return { ...row, stored: { ...row.value, ...before }, news: isSame ? 'same' : 'changed' };
  });
}
