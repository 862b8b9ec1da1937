/**
 * What shipping and arriving do to allocations. The stock itself has been posted by whoever shipped
 * or received it; here the orders learn of it.
 */
import type { Work } from '../../platform/work.ts';
import { ordersErrors } from '../errors.ts';
import { coveredShare } from './covers.rules.ts';
import { keepSums, type LineStep } from './keep-sums.ts';
import { atStage, lockWithOrders } from './lock.ts';
import { arrived, shipped } from './steps.rules.ts';
import { type AllocationChange, type AllocationRow, changeAllocations } from './store.ts';

/**
 * Notes what has left.
 * @throws orders.unknown-allocation, stage-differs
 */
export async function allocationsShipped(work: Work, ids: readonly string[]): Promise<void> {
  const locked = await lockWithOrders(work, ids);
  const rows = ids.map((id) => atStage(locked, id, 'picked'));
  await changeAllocations(
    work,
    rows.map(({ id }) => ({ id, state: 'shipped', reservationId: null })),
  );
  await keepSums(
    work,
    locked.orders,
    rows.map((row) => ({
      orderId: row.orderId,
      lineId: row.orderLineId,
      step: shipped(row.covers),
    })),
  );
}

/** Pieces of the part in the pile that came in, and that got lost. */
export interface Arrived {
  readonly allocationId: string;
  readonly received: number;
  readonly lost: number;
}

function stepOf(row: AllocationRow, { received, lost }: Arrived): LineStep['step'] {
  const before = coveredShare(row.received + row.lost, row);
  const after = coveredShare(row.received + row.lost + received + lost, row);
  const total = after - before;
  // Of what this arrival settles, the lost pieces take what the received ones do not cover.
  const good = Math.min(
    total,
    coveredShare(row.received + received, row) - coveredShare(row.received, row),
  );
  return arrived(good, total - good);
}

/**
 * Notes what came in of shipped allocations, all at once or piece by piece; what got lost waits again.
 * @throws orders.unknown-allocation, stage-differs, quantity-is-there
 */
export async function allocationsArrived(work: Work, arrivals: readonly Arrived[]): Promise<void> {
  const locked = await lockWithOrders(
    work,
    arrivals.map(({ allocationId }) => allocationId),
  );
  const changes: AllocationChange[] = [];
  const steps: LineStep[] = [];
  for (const arrival of arrivals) {
    const row = atStage(locked, arrival.allocationId, 'shipped');
    const [received, lost] = [row.received + arrival.received, row.lost + arrival.lost];
    if (received + lost > row.quantity) throw ordersErrors.error('quantity-is-there');
    const state = received + lost === row.quantity ? 'received' : 'shipped';
    changes.push({ id: row.id, state, received, lost });
    steps.push({ orderId: row.orderId, lineId: row.orderLineId, step: stepOf(row, arrival) });
  }
  await changeAllocations(work, changes);
  await keepSums(work, locked.orders, steps);
  const lost = new Set(arrivals.flatMap((one) => (one.lost > 0 ? [one.allocationId] : [])));
  const partIds = locked.allocations.flatMap((row) => (lost.has(row.id) ? [row.partId] : []));
  // What has to come anew is looked for as soon as this is written, wherever it lies.
  if (partIds.length > 0) {
    work.emit('orders.stock-freed', { partIds: [...new Set(partIds)], exceptOrderId: null });
  }
}
