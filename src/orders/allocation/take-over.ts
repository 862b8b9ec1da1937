/**
 * Moves a promise from one order to another that is more urgent. Both orders are locked first; the
 * pile stays locked between giving back and claiming, so nobody comes in between.
 */
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { ordersErrors } from '../errors.ts';
import { tell } from '../notices/tell.ts';
import { freePiles } from '../sourcing/candidates.store.ts';
import { lockOrders, type OrderRow, orderIdOfLine, requireVisible } from '../store.ts';
import { allocateLines } from './allocate.ts';
import { arrivalFromSite, chosenLine } from './by-hand.ts';
import { claim } from './claim.ts';
import { coveredBy, piecesFor } from './covers.rules.ts';
import { giveUp } from './give-up.ts';
import { keepSums } from './keep-sums.ts';
import { atStage } from './lock.ts';
import { type Allocated, noteClaims } from './note-claims.ts';
import { released, waitingOf } from './steps.rules.ts';
import { type AllocationRow, findAllocations, orderIdsOf } from './store.ts';

/** What is to be taken, for which line, and why. */
export interface TakeOverWish {
  readonly lineId: string;
  readonly allocationId: string;
  readonly reason: string;
}

interface Case {
  readonly winner: OrderRow;
  readonly loser: OrderRow;
  readonly row: AllocationRow;
}

async function lockCase(work: Work, { lineId, allocationId }: TakeOverWish): Promise<Case> {
  const winnerId = await orderIdOfLine(work, lineId);
  const [loserId] = await orderIdsOf(work, [allocationId]);
  if (loserId === undefined) throw ordersErrors.error('unknown-allocation');
  const orders = await lockOrders(work, [winnerId, loserId]);
  const winner = orders.find(({ id }) => id === winnerId);
  const loser = orders.find(({ id }) => id === loserId);
  invariant(winner && loser, 'lines and allocations have their orders');
  await requireVisible(work, winner);
  await requireVisible(work, loser);
  const allocations = await findAllocations(work, [allocationId]);
  const row = atStage({ orders, allocations }, allocationId, 'held');
  if (loser.priority <= winner.priority) {
    const { number, priority } = loser;
    throw ordersErrors.error('not-lower-priority', { number, priority });
  }
  if (row.locationId === winner.destinationId) throw ordersErrors.error('is-there-already');
  return { winner, loser, row };
}

async function tellLoser(work: Work, { winner, loser }: Case, parts: string): Promise<void> {
  const { id, number, requestId, requestedById } = loser;
  await tell(work, {
    personId: requestedById,
    about: requestId === null ? `order:${id}` : `request:${requestId}`,
    key: 'hold-taken',
    params: { number, parts, other: winner.number },
  });
}

/** Takes as much of the promise as the line waits for. */
export async function takeOver(
  work: Work,
  wish: TakeOverWish,
): Promise<{ readonly orderId: string; readonly allocated: readonly Allocated[] }> {
  const found = await lockCase(work, wish);
  const { winner, loser, row } = found;
  const { lineId } = wish;
  const { partId, quantity } = row;
  const all = { lineId, partId, quantity, mayBeLess: true };
  const { line, standIn } = await chosenLine(work, winner, all);
  const covers = Math.min(waitingOf(line), coveredBy(row.quantity, standIn));
  const pieces = piecesFor(covers, standIn);
  if (!work.acknowledged.has('orders.take-from-other')) {
    const { number, requestedByName: person } = loser;
    throw ordersErrors.error('take-from-other', { quantity: pieces, number, person });
  }
  // What the loser keeps is what the pieces that stay stand for.
  const keeps = coveredBy(row.quantity - pieces, {
    numerator: row.quantity,
    denominator: row.covers,
  });
  await giveUp(work, [{ row, covers: row.covers - keeps }], wish.reason);
  const losing = { orderId: loser.id, lineId: row.orderLineId, step: released(row.covers - keeps) };
  const [loserNow] = await keepSums(work, [loser], [losing]);
  const [pile] = await freePiles(work, [row.partId], { onlyPileIds: [row.pileId ?? ''] });
  invariant(pile && loserNow, 'what was just given up is free');
  const arriveAt = await arrivalFromSite(work, winner, row.siteId);
  const reasons = [{ code: 'taken-over', params: { number: loser.number } } as const];
  const candidate = { ...pile, standIn };
  const take = { lineId: line.id, candidate, take: pieces, covers, arriveAt, reasons };
  const claimed = await claim(work, [take], { skipBusy: false });
  const { allocated } = await noteClaims(work, {
    ...{ orders: [winner], waiting: [{ order: winner, line }], claimed },
    ...{ policy: 'taken-over', note: wish.reason },
  });
  await tellLoser(work, found, `${pieces} × ${pile.partNumber}`);
  const lineIds = [row.orderLineId];
  await allocateLines(work, { orders: [loserNow], lineIds, skipBusy: true });
  work.about(`order:${winner.id}`);
  return { orderId: winner.id, allocated };
}
