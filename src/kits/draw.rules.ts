/**
 * From which piles and which pieces the components come: takes per part are spread over piles in the
 * order of use. Pure; what may be taken was decided before.
 */
import type { Take } from './cover.rules.ts';

/** A pile that may be drawn from. */
export interface Drawable {
  readonly id: string;
  readonly partId: string;
  readonly free: number;
}

/** A named piece and the pile it lies in. */
export interface DrawnPiece {
  readonly id: string;
  readonly partId: string;
  readonly bucketId: string;
}

/** So much of a pile for a component; one piece where the part is serialised. */
export interface Draw {
  readonly forPartId: string;
  readonly partId: string;
  readonly bucketId: string;
  readonly quantity: number;
  readonly serialId: string | null;
}

/**
 * Spreads what is taken over the piles, first to last; of a serialised part the named pieces are used
 * in the order given. The takes are known to be there.
 */
export function drawFrom(
  takes: readonly Take[],
  piles: readonly Drawable[],
  pieces: readonly DrawnPiece[],
  isSerial: (partId: string) => boolean,
): readonly Draw[] {
  const left = new Map(piles.map(({ id, free }) => [id, free]));
  const unused = [...pieces];
  const draws: Draw[] = [];
  for (const { forPartId, partId, quantity } of takes) {
    let wanted = quantity;
    if (isSerial(partId)) {
      for (; wanted > 0; wanted -= 1) {
        const at = unused.findIndex((piece) => piece.partId === partId);
        const [piece] = at < 0 ? [] : unused.splice(at, 1);
        if (piece === undefined) break;
        const { id: serialId, bucketId } = piece;
        draws.push({ forPartId, partId, bucketId, quantity: 1, serialId });
      }
      continue;
    }
    for (const pile of piles) {
      if (pile.partId !== partId || wanted === 0) continue;
      const drawn = Math.min(wanted, left.get(pile.id) ?? 0);
      if (drawn === 0) continue;
      left.set(pile.id, (left.get(pile.id) ?? 0) - drawn);
      wanted -= drawn;
      draws.push({ forPartId, partId, bucketId: pile.id, quantity: drawn, serialId: null });
    }
  }
  return draws;
}
