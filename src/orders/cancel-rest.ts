/**
 * Cancels what has not been picked: holds are given back in the same transaction, what is on its way
 * stays. Whoever calls has the right to; the order's machine has the last word.
 */
import type { Work } from '../platform/work.ts';
import { giveUp, type Surrender, surrenderOf } from './allocation/give-up.ts';
import { keepSums, type LineStep } from './allocation/keep-sums.ts';
import { cancelled, waitingOf } from './allocation/steps.rules.ts';
import { heldForLines } from './allocation/store.ts';
import { ordersErrors } from './errors.ts';
import { linesOf, lockOrders, type OrderLineRow, orderIdsOfRequest } from './store.ts';

/** What is to be cancelled: of one order, or of every order of a request. */
export interface CancelWish {
  readonly orderId?: string;
  readonly requestId?: string;
  /** Lines of the order, or of the request; all when absent. */
  readonly lineIds?: readonly string[];
  /** So many pieces of each line; all that can be when absent. */
  readonly quantity?: number;
  /** Kept with the promises that are given up. */
  readonly note?: string | null;
}

/** What was cancelled of a line. */
export interface CancelledLine {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly requestLineId: string | null;
  readonly quantity: number;
}

function isNamed(line: OrderLineRow, lineIds: readonly string[] | undefined): boolean {
  if (lineIds === undefined) return true;
  const { id, requestLineId } = line;
  return lineIds.includes(id) || (requestLineId !== null && lineIds.includes(requestLineId));
}

/**
 * Cancels what has not been picked.
 * @returns what was cancelled of each line; lines without a rest are absent
 * @throws orders.unknown-order, orders.unknown-order-line, orders.over-quantity
 */
export async function cancelOrderRest(
  work: Work,
  { orderId, requestId, lineIds, quantity, note = null }: CancelWish,
): Promise<readonly CancelledLine[]> {
  const ids = [
    ...(orderId === undefined ? [] : [orderId]),
    ...(requestId === undefined ? [] : await orderIdsOfRequest(work, requestId)),
  ];
  const orders = await lockOrders(work, ids);
  if (orders.length === 0 && orderId !== undefined) throw ordersErrors.error('unknown-order');
  const all = await linesOf(
    work,
    orders.map(({ id }) => id),
  );
  const lines = all.filter((line) => isNamed(line, lineIds));
  if (lineIds !== undefined && orders.length > 0 && lines.length < new Set(lineIds).size) {
    throw ordersErrors.error('unknown-order-line');
  }
  const held = await heldForLines(
    work,
    lines.map(({ id }) => id),
  );
  const surrenders: Surrender[] = [];
  const steps: LineStep[] = [];
  const done: CancelledLine[] = [];
  for (const line of lines) {
    const waiting = waitingOf(line);
    const most = waiting + line.allocated;
    const wanted = quantity ?? most;
    if (wanted > most) throw ordersErrors.error('over-quantity', { waiting: most });
    if (wanted === 0) continue;
    // What only waits goes first: a promise is not given up while something else will do.
    const free = Math.min(wanted, waiting);
    const own = held.filter(({ orderLineId }) => orderLineId === line.id);
    surrenders.push(...surrenderOf(own, wanted - free));
    steps.push({ orderId: line.orderId, lineId: line.id, step: cancelled(free, wanted - free) });
    const { id: orderLineId, requestLineId } = line;
    done.push({ orderId: line.orderId, orderLineId, requestLineId, quantity: wanted });
  }
  await giveUp(work, surrenders, note);
  await keepSums(work, orders, steps);
  const partIds = [...new Set(surrenders.map(({ row }) => row.partId))];
  if (partIds.length > 0) work.emit('orders.stock-freed', { partIds, exceptOrderId: null });
  return done;
}
