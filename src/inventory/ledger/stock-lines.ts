/**
 * Turns "so many of this part, here, in this state" into posting lines: one line for a counted part,
 * one a piece for a serialised one. It knows parts, places and serial numbers.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { getPartRow } from '../parts/store.ts';
import { ourCompany } from '../places.ts';
import type { Condition, Pile, PostingLine } from './posting.rules.ts';
import { addSerial, serialIds } from './serial-units.ts';

/** What a person says about stock: part, state, how many, which pieces, which lot. */
export interface StockStatement {
  readonly partId: string;
  readonly condition: Condition;
  readonly quantity: number;
  readonly serialNumbers: readonly string[];
  readonly lotNumber: string | null;
}

async function findLot(work: Work, partId: string, lotNumber: string): Promise<string | null> {
  const rows = await work.db.execute<{ id: string }>(sql`
    select id from lot where part_id = ${partId}::uuid and lot_number = ${lotNumber}`);
  return rows[0]?.id ?? null;
}

/** The lot of that number, made if nobody has seen it. A known lot is not locked: many use it at once. */
async function lotId(work: Work, partId: string, lotNumber: string): Promise<string> {
  const known = await findLot(work, partId, lotNumber);
  if (known !== null) return known;
  const made = await work.db.execute<{ id: string }>(sql`
    insert into lot (id, part_id, lot_number) values (${work.newId()}, ${partId}, ${lotNumber})
    on conflict (part_id, lot_number) do nothing returning id`);
  // Somebody else made it in this moment: his row has committed, or the insert would still wait.
  const id = made[0]?.id ?? (await findLot(work, partId, lotNumber));
  invariant(id, 'a lot that could not be added is there');
  return id;
}

async function piecesOf(work: Work, stock: StockStatement, mayBeNew: boolean): Promise<string[]> {
  const { quantity: expected, serialNumbers: numbers } = stock;
  const given = new Set(numbers).size;
  if (given !== expected || numbers.length !== expected) {
    throw inventoryErrors.error('serial-required', { expected, given });
  }
  const known = await serialIds(work.db, stock.partId, stock.serialNumbers);
  const ids: string[] = [];
  for (const serialNumber of stock.serialNumbers) {
    const id = known.get(serialNumber);
    if (id === undefined && !mayBeNew) {
      throw inventoryErrors.error('unknown-serial', { serialNumber });
    }
    ids.push(id ?? (await addSerial(work, stock.partId, serialNumber)));
  }
  return ids;
}

/** Posting lines that carry our own stock from one place to another. `mayBeNew`: unknown serials are registered. */
export async function stockLines(
  work: Work,
  stock: StockStatement,
  places: { readonly from: string; readonly to: string; readonly mayBeNew: boolean },
): Promise<PostingLine[]> {
  const part = await getPartRow(work.db, stock.partId);
  const lot = stock.lotNumber === null ? null : await lotId(work, stock.partId, stock.lotNumber);
  if (part.tracking === 'lot' && lot === null) throw inventoryErrors.error('lot-required');
  const at = (locationId: string): Pile => ({
    partId: stock.partId,
    locationId,
    condition: stock.condition,
    ownerId: ourCompany,
    lotId: part.tracking === 'lot' ? lot : null,
    handlingUnitId: null,
  });
  const [from, to] = [at(places.from), at(places.to)];
  if (part.tracking !== 'serial') {
    if (stock.serialNumbers.length > 0) throw inventoryErrors.error('serial-not-tracked');
    return [{ from, to, quantity: stock.quantity, serialId: null, holdId: null }];
  }
  const pieces = await piecesOf(work, stock, places.mayBeNew);
  return pieces.map((serialId) => ({ from, to, quantity: 1, serialId, holdId: null }));
}
