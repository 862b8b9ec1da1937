/**
 * Turns "so many of this part, here, in this state" into posting lines: one line for a counted part,
 * one a piece for a serialised one. It knows parts, places and serial numbers.
 */
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { trackingOf } from '../parts/store.ts';
import { ourCompany } from '../places.ts';
import { addLot } from './lots.ts';
import type { Condition, Pile, PostingLine } from './posting.rules.ts';
import { addSerial, serialIds } from './serial-units.ts';

/** What a person says about stock: part, state, how many, which pieces, which lot. */
export interface StockStatement {
  readonly partId: string;
  readonly condition: Condition;
  readonly quantity: number;
  readonly serialNumbers: readonly string[];
  readonly lotNumber: string | null;
  /** The last day the lot may be used, as the package says it; a known lot keeps the day it has. */
  readonly expiresOn?: string | null;
  /** Whose stock it is, if not ours. */
  readonly ownerId?: string;
  /** What all of it is worth when it comes in from outside, in minor units. */
  readonly valueMinor?: number | undefined;
}

async function piecesOf(
  work: Work,
  stock: Pick<StockStatement, 'partId' | 'quantity' | 'serialNumbers'> & {
    readonly mayBeNew: boolean;
  },
): Promise<string[]> {
  const { quantity: expected, serialNumbers: numbers } = stock;
  const given = new Set(numbers).size;
  if (given !== expected || numbers.length !== expected) {
    throw inventoryErrors.error('serial-required', { expected, given });
  }
  const known = await serialIds(work.db, stock.partId, stock.serialNumbers);
  const ids: string[] = [];
  for (const serialNumber of stock.serialNumbers) {
    const id = known.get(serialNumber);
    if (id === undefined && !stock.mayBeNew) {
      throw inventoryErrors.error('unknown-serial', { serialNumber });
    }
    ids.push(id ?? (await addSerial(work, stock.partId, serialNumber)));
  }
  return ids;
}

/** What one of several pieces is worth, so that all of them add up to the whole. */
function shareOf(whole: number | undefined, at: number, count: number): number | undefined {
  if (whole === undefined) return undefined;
  return Math.floor(whole / count) + (at < whole % count ? 1 : 0);
}

/**
 * Posting lines that carry stock, ours unless said otherwise, from one place to another. `mayBeNew`:
 * unknown serials are registered.
 * @throws inventory.unknown-part, lot-required, lot-expiry-differs, serial-required,
 *   serial-not-tracked, unknown-serial, serial-taken
 */
export async function stockLines(
  work: Work,
  stock: StockStatement,
  places: { readonly from: string; readonly to: string; readonly mayBeNew: boolean },
): Promise<PostingLine[]> {
  const { partId, condition, lotNumber, ownerId = ourCompany } = stock;
  const tracking = await trackingOf(work, partId);
  if (tracking === 'lot' && lotNumber === null) throw inventoryErrors.error('lot-required');
  const isByLot = tracking === 'lot' && lotNumber !== null;
  const lotId = isByLot
    ? await addLot(work, { partId, lotNumber, expiresOn: stock.expiresOn ?? null })
    : null;
  const at = (locationId: string): Pile => {
    return { partId, locationId, condition, ownerId, lotId, handlingUnitId: null };
  };
  return linesOf(
    work,
    { from: at(places.from), to: at(places.to) },
    { ...stock, tracking, mayBeNew: places.mayBeNew },
  );
}

/** So many of a pile, and which pieces. */
type Some = Pick<StockStatement, 'quantity' | 'serialNumbers' | 'valueMinor'>;

/**
 * Posting lines that carry some of one pile into another, whatever tells the two apart.
 * @throws inventory.unknown-part, serial-required, serial-not-tracked, unknown-serial
 */
export async function linesBetween(
  work: Work,
  piles: { readonly from: Pile; readonly to: Pile },
  some: Some,
): Promise<PostingLine[]> {
  const tracking = await trackingOf(work, piles.from.partId);
  return linesOf(work, piles, { ...some, tracking, mayBeNew: false });
}

async function linesOf(
  work: Work,
  piles: { readonly from: Pile; readonly to: Pile },
  some: Some & { readonly tracking: string; readonly mayBeNew: boolean },
): Promise<PostingLine[]> {
  const { quantity, serialNumbers, valueMinor } = some;
  if (some.tracking !== 'serial') {
    if (serialNumbers.length > 0) throw inventoryErrors.error('serial-not-tracked');
    return [{ ...piles, quantity, serialId: null, holdId: null, valueMinor }];
  }
  const pieces = await piecesOf(work, { ...some, partId: piles.from.partId });
  return pieces.map((serialId, at) => {
    const share = shareOf(valueMinor, at, pieces.length);
    return { ...piles, quantity: 1, serialId, holdId: null, valueMinor: share };
  });
}
