/**
 * Turns "so many of this part, here, in this state" into posting lines: one line for a counted part,
 * one a piece for a serialised one. It knows parts, places and serial numbers.
 */
import { sql } from 'drizzle-orm';
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

async function lotId(work: Work, partId: string, lotNumber: string): Promise<string> {
  const rows = await work.db.execute<{ id: string }>(sql`
    insert into lot (id, part_id, lot_number) values (${work.newId()}, ${partId}, ${lotNumber})
    on conflict (part_id, lot_number) do update set lot_number = excluded.lot_number
    returning id`);
  return rows[0]?.id ?? '';
}

async function piecesOf(work: Work, stock: StockStatement, mayBeNew: boolean): Promise<string[]> {
  if (new Set(stock.serialNumbers).size !== stock.quantity) {
    throw inventoryErrors.error('serial-required', {
      expected: stock.quantity,
      given: new Set(stock.serialNumbers).size,
    });
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
