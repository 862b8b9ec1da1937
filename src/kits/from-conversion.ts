/**
 * Lines that bring stock out of the conversion place: kits that were just made, components that were
 * just taken out. A piece that went in under another state comes out from where it went in.
 */
import {
  findPieces,
  type PostingLine,
  place,
  type StockStatement,
  stockLines,
} from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';

/** Posting lines from the conversion place; unknown serial numbers are registered. */
export async function fromConversion(
  work: Work,
  stock: StockStatement,
  locationId: string,
): Promise<PostingLine[]> {
  const places = { from: place.conversion, to: locationId, mayBeNew: true };
  const lines = await stockLines(work, stock, places);
  if (stock.serialNumbers.length === 0) return lines;
  const { partId } = stock;
  const named = stock.serialNumbers.map((serialNumber) => ({ partId, serialNumber }));
  const found = [...(await findPieces(work, named)).values()];
  const pileOf = new Map(found.map(({ id, pile }) => [id, pile]));
  return lines.map((line) => {
    const pile = line.serialId === null ? null : (pileOf.get(line.serialId) ?? null);
    return pile?.locationId === place.conversion ? { ...line, from: pile } : line;
  });
}
