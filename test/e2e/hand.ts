/**
 * What a verb has at hand: a look at either server, a dice, the stock it is about. It chooses things
 * out of lists and knows no step of any document.
 */
import { randomUUID } from 'node:crypto';
import { type ApiClient, rowsOf } from '../support/api-client.ts';
import { type BusyStock, lotNumber } from './busy-stock.ts';

/** A command to send. */
export interface Wish {
  readonly path: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly acknowledge?: string;
  /** Sent by each of the people at once. */
  readonly isForAll?: boolean;
  /** Who has to send it; whoever comes when left out. */
  readonly by?: string | undefined;
}

/** What a verb has at hand. */
export interface Hand {
  readonly stock: BusyStock;
  /** Reads, at either server. */
  readonly read: ApiClient;
  chance(below: number): number;
  /** Entries that may be undone. */
  readonly entries: string[];
}

export type Verb = (hand: Hand) => Promise<Wish | null>;

export type Row = Readonly<Record<string, unknown>>;

export function one<T>({ chance }: Hand, all: readonly T[]): T | undefined {
  return all[chance(all.length)];
}

/** One row of a list; undefined when it is empty. */
export async function some(
  hand: Hand,
  path: string,
  { name, where = () => true }: { readonly name: string; readonly where?: (row: Row) => boolean },
): Promise<Row | undefined> {
  return one(hand, rowsOf(await hand.read(path), name).filter(where));
}

/** One thing inside a document that a list names. */
export async function inside(
  hand: Hand,
  list: { readonly path: string; readonly name: string; readonly at: (row: Row) => string },
  what: { readonly name: string; readonly where?: (row: Row) => boolean },
) {
  const head = await some(hand, list.path, { name: list.name });
  if (head === undefined) return null;
  const row = await some(hand, list.at(head), what);
  return row === undefined ? null : { head, row };
}

/** So many pieces of a part, with new serial numbers when it has any. */
export function fresh(hand: Hand, most = 1) {
  const { partId, tracking } = one(hand, hand.stock.parts) ?? { partId: '', tracking: 'none' };
  const quantity = 1 + hand.chance(most);
  const isSerial = tracking === 'serial';
  const serialNumbers = isSerial ? Array.from({ length: quantity }, () => randomUUID()) : [];
  return { partId, quantity, serialNumbers, lotNumber: tracking === 'lot' ? lotNumber : null };
}

/** Some of what lies in a bin. */
export async function lying(hand: Hand, locationIds: readonly string[]) {
  const locationId = one(hand, locationIds) ?? '';
  const row = await some(hand, `/stock?locationId=${locationId}&limit=50`, {
    name: 'rows',
    where: ({ onHand, condition }) => Number(onHand) > 0 && condition === 'new',
  });
  if (row === undefined) return null;
  const serials = Array.isArray(row.serialNumbers) ? row.serialNumbers : [];
  const quantity = 1 + hand.chance(Math.min(2, Number(row.onHand)));
  return {
    partId: row.partId,
    locationId,
    quantity: serials.length > 0 ? 1 : quantity,
    serialNumbers: serials.length > 0 ? [one(hand, serials)] : [],
    lotNumber: row.lotNumber,
  };
}
