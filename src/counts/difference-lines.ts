/**
 * From counted lines to posting lines. What is posted is the count less the balance at the moment of the
 * scan, so stock that moved since stays right; a piece that moved since its scan is left where it is.
 */
import { addSerial, type Pile, type PostingLine, place } from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { pilesOfPieces, whereIsPiece } from './balances.store.ts';
import {
  type LineRow,
  type PieceRow,
  piecesFoundInCount,
  piecesOf,
  pileOfLine,
} from './lines.store.ts';

const missingIn = (pile: Pile): Pile => ({ ...pile, locationId: place.countDifference });

/** The posting line of a counted pile; none when shelf and books agree. */
function pileLines(row: LineRow): PostingLine[] {
  const difference = row.difference ?? 0;
  if (difference === 0) return [];
  const here = pileOfLine(row);
  const [from, to] = difference > 0 ? [missingIn(here), here] : [here, missingIn(here)];
  return [{ from, to, quantity: Math.abs(difference), serialId: null, holdId: null }];
}

/** A piece whose place in the books shall change. */
interface Stray {
  readonly line: LineRow;
  readonly piece: PieceRow;
}

type Places = Awaited<ReturnType<typeof pilesOfPieces>>;

function moving(serialId: string, from: Pile, to: Pile): PostingLine {
  return { from, to, quantity: 1, serialId, holdId: null };
}

function missingLine({ piece }: Stray, places: Places): PostingLine | null {
  const now = places.get(piece.serialId ?? '');
  if (now === undefined || now.bucketId !== piece.seenBucketId) return null;
  return moving(piece.serialId ?? '', now.pile, missingIn(now.pile));
}

function elsewhereLine({ line, piece }: Stray, places: Places): PostingLine | null {
  const now = places.get(piece.serialId ?? '');
  if (now === undefined) return null;
  const isLost = now.pile.locationId === place.countDifference;
  if (now.bucketId !== piece.seenBucketId && !isLost) return null;
  const to = { ...now.pile, locationId: line.locationId, handlingUnitId: null };
  return moving(piece.serialId ?? '', now.pile, to);
}

/** A piece nobody knew when it was scanned; somebody may have taken it in since. */
async function unknownLine(work: Work, { line, piece }: Stray): Promise<PostingLine | null> {
  const { partId, locationId } = line;
  const known = await whereIsPiece(work, { partId, serialNumber: piece.serialNumber, locationId });
  if (known?.bucketId) return null;
  const serialId = known?.serialId ?? (await addSerial(work, partId, piece.serialNumber));
  const here = pileOfLine(line);
  return moving(serialId, missingIn(here), here);
}

async function strayLine(work: Work, stray: Stray, places: Places): Promise<PostingLine | null> {
  switch (stray.piece.outcome) {
    case 'missing':
      return missingLine(stray, places);
    case 'elsewhere':
      return elsewhereLine(stray, places);
    case 'unknown':
      return unknownLine(work, stray);
    case 'here':
      return null;
  }
}

/** Pieces of the lines that are not where the books have them; one found in another bin is not missing. */
export async function straysOf(work: Work, rows: readonly LineRow[]): Promise<Stray[]> {
  const strays: Stray[] = [];
  for (const line of rows.filter(({ bucketId }) => bucketId === null)) {
    const found = await piecesFoundInCount(work, line.countId);
    for (const piece of await piecesOf(work, line)) {
      const isFound = piece.outcome === 'missing' && found.has(piece.serialId ?? '');
      if (piece.outcome !== 'here' && !isFound) strays.push({ line, piece });
    }
  }
  return strays;
}

/** Everything that shall be posted for these lines. */
export async function differenceLines(
  work: Work,
  rows: readonly LineRow[],
  strays: readonly Stray[],
): Promise<PostingLine[]> {
  const piles = rows.filter(({ bucketId }) => bucketId !== null).flatMap(pileLines);
  const ids = strays.flatMap(({ piece }) => piece.serialId ?? []);
  const places = await pilesOfPieces(work, ids);
  const posted = new Set<string>();
  const pieces: PostingLine[] = [];
  for (const stray of strays) {
    const line = await strayLine(work, stray, places);
    // A piece scanned in two bins is posted once, to the bin where it was scanned first.
    if (line === null || posted.has(line.serialId ?? '')) continue;
    posted.add(line.serialId ?? '');
    pieces.push(line);
  }
  return [...piles, ...pieces];
}
