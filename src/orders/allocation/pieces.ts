/** Promises single pieces that a person scanned: each must be free and lie where he says. */
import {
  findSerial,
  inventoryErrors,
  pileId,
  pileOfSerial,
  reserve,
} from '../../inventory/index.ts';
import type { DomainError } from '../../platform/errors.ts';
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import type { FreePile } from '../sourcing/candidates.store.ts';
import type { ChosenLine, HandChoice } from './by-hand.ts';
import type { Claimed } from './claim.ts';
import { coveredBy } from './covers.rules.ts';

/** Pieces of a line, the piles of the place, and the refusal when one cannot be had. */
export interface PieceChoice extends Pick<HandChoice, 'serialNumbers' | 'quantity'> {
  readonly piles: readonly FreePile[];
  readonly chosen: ChosenLine;
  readonly arriveAt: number | null;
  refusal(): Promise<DomainError>;
}

/**
 * Holds the pieces.
 * @throws inventory.serial-required, serial-not-tracked, unknown-serial, orders.nothing-free
 */
export async function claimPieces(work: Work, choice: PieceChoice): Promise<readonly Claimed[]> {
  const { serialNumbers, quantity, piles, chosen, arriveAt } = choice;
  const { standIn, line } = chosen;
  const given = new Set(serialNumbers).size;
  if (given !== quantity || serialNumbers.length !== quantity) {
    throw inventoryErrors.error('serial-required', { expected: quantity, given });
  }
  if (piles.some(({ isSerial }) => !isSerial)) throw inventoryErrors.error('serial-not-tracked');
  const found = await Promise.all(
    serialNumbers.map(async (serialNumber) => {
      const piece = await findSerial(work.db, standIn.partId, serialNumber);
      if (piece === null) throw inventoryErrors.error('unknown-serial', { serialNumber });
      const pile = piece.bucketId === null ? null : await pileOfSerial(work.db, piece.id);
      const free = piles.find((one) => pile !== null && one.pileId === pileId(pile));
      return piece.holdId === null && pile !== null && free !== undefined
        ? { piece, pile, free }
        : null;
    }),
  );
  const pieces = found.flatMap((one) => one ?? []);
  if (pieces.length < quantity) throw await choice.refusal();
  const ids = pieces.map(() => work.newId());
  const holds = await reserve(
    work,
    pieces.map(({ piece, pile }, at) => ({
      ...{ pile, quantity: 1, serialId: piece.id },
      ...{ document: `allocation:${ids[at]}`, expiresAt: null },
    })),
  );
  return pieces.map(({ free }, at): Claimed => {
    const covers = coveredBy(at + 1, standIn) - coveredBy(at, standIn);
    const [allocationId, holdId] = [ids[at], holds[at]];
    invariant(allocationId && holdId, 'every piece has its hold');
    const reasons = [{ code: 'by-hand', params: {} } as const];
    const candidate = { ...free, standIn };
    const take = { lineId: line.id, candidate, take: 1, covers, arriveAt, reasons };
    return { allocationId, holdId, take, quantity: 1, covers };
  });
}
