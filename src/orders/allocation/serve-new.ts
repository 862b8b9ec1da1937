/**
 * Opens an order with everything it can get at once. Plans on what was read without a lock, since the
 * plan nearly always holds, and writes it in one go; says so when somebody was faster.
 */
import type { Work } from '../../platform/work.ts';
import { placeAfter } from '../send.ts';
import type { Ground } from '../sourcing/gather.ts';
import { type OrderDraft, type OrderRow, placeColumns } from '../store.ts';
import { documentOf, wishesOf } from './claim.ts';
import { type Allocated, allocatedOf, rowOf } from './note-claims.ts';
import { addServed } from './open-served.store.ts';
import { planTakes } from './plan.rules.ts';
import { planLineOf } from './plan-line.ts';

/** An order that was opened, with what was promised to it. */
export interface Served {
  readonly order: OrderRow;
  readonly allocated: readonly Allocated[];
}

/** Opens the order as far as the plan holds as a whole; null when there is nothing, or less, to get. */
export async function serveNew(
  work: Work,
  draft: OrderDraft,
  ground: Ground,
): Promise<Served | null> {
  const order = { ...draft.row, number: '' };
  const lines = draft.lines.map((line) => planLineOf(ground, { order, line }, work.now));
  const takes = planTakes(lines, ground.piles);
  if (takes.length === 0) return null;
  const claimed = takes
    .flatMap((take) => wishesOf(work, take))
    .map((wish) => ({ ...wish, holdId: work.newId() }));
  const quantity = claimed.reduce((sum, { covers }) => sum + covers, 0);
  const place = placeAfter(work, order, [{ type: 'allocate', quantity }]);
  const row = { ...draft.row, ...placeColumns(work, place) };
  const allocations = claimed.map((one) => rowOf(one, { policy: 'automatic', note: null }));
  const number = await addServed(work, {
    draft: { row, lines: draft.lines.map((line) => ({ ...line, allocated: heldFor(line.id) })) },
    wishes: claimed.map(({ holdId, allocationId, take, quantity }) => ({
      ...{ id: holdId, pileId: take.candidate.pileId, quantity },
      document: documentOf(allocationId),
    })),
    hasPieces: takes.some(({ candidate }) => candidate.isSerial),
    allocations,
  });
  if (number === null) return null;
  const allocated = allocations.map((one) => allocatedOf(one, row.id));
  return { order: { ...row, number }, allocated };

  function heldFor(lineId: string): number {
    return allocations.reduce(
      (sum, one) => (one.orderLineId === lineId ? sum + one.covers : sum),
      0,
    );
  }
}
