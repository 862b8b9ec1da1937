/**
 * Posts the stock a store begins with, as an import states it: only for parts that are new, so that
 * the same file twice never counts twice.
 */
import type { Work } from '../../../platform/work.ts';
import { postEntry } from '../../ledger/post-entry.ts';
import type { PostingLine } from '../../ledger/posting.rules.ts';
import { ourCompany, place } from '../../places.ts';
import type { ImportedPart } from './imported-part.ts';

/** Lines of one entry; a store of any size is posted in entries of this many. */
const linesPerEntry = 500;

interface Known {
  readonly idByNumber: ReadonlyMap<string, string>;
  readonly isNew: ReadonlySet<string>;
  /** Location ids by code. */
  readonly bins: ReadonlyMap<string, string>;
}

function lineFor(part: ImportedPart, known: Known): PostingLine[] {
  const partId = known.idByNumber.get(part.partNumber);
  const binId = known.bins.get(part.openingStock?.bin ?? '');
  if (partId === undefined || binId === undefined || part.openingStock === null) return [];
  if (!known.isNew.has(part.partNumber)) return [];
  const at = (locationId: string) => ({
    partId,
    locationId,
    condition: 'new' as const,
    ownerId: ourCompany,
    lotId: null,
    handlingUnitId: null,
  });
  const { quantity } = part.openingStock;
  return [{ from: at(place.opening), to: at(binId), quantity, serialId: null, holdId: null }];
}

/** Posts the opening stock of the new parts among these; answers how many lines. */
export async function postOpeningStock(
  work: Work,
  parts: readonly ImportedPart[],
  known: Known,
): Promise<number> {
  const lines = parts.flatMap((part) => lineFor(part, known));
  for (let start = 0; start < lines.length; start += linesPerEntry) {
    const some = lines.slice(start, start + linesPerEntry);
    await postEntry(work, { kind: 'opening', document: null, reason: null, lines: some });
  }
  return lines.length;
}
