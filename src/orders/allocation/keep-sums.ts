/**
 * Performs steps on locked orders: the sums of their lines, the events of their machines. Whoever
 * changes allocations calls it once with everything, so that each order is saved once.
 */
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import type { OrderEvent } from '../order.vocabulary.ts';
import { sendToOrder } from '../send.ts';
import { changeLines, type OrderRow } from '../store.ts';
import { joined, type Step } from './steps.rules.ts';

/** A step of one line of an order. */
export interface LineStep {
  readonly orderId: string;
  readonly lineId: string;
  readonly step: Step;
}

/**
 * Writes the sums and sends the events, in the order given; answers the orders as saved.
 * @throws orders.quantity-is-there and the other refusals of the order's machine
 */
export async function keepSums(
  work: Work,
  orders: readonly OrderRow[],
  steps: readonly LineStep[],
): Promise<OrderRow[]> {
  const events = new Map<string, OrderEvent[]>();
  for (const { orderId, step } of steps) {
    invariant(
      orders.some(({ id }) => id === orderId),
      'the order is locked',
    );
    events.set(orderId, [...(events.get(orderId) ?? []), ...step.events]);
  }
  const changes = steps.flatMap(({ lineId, step }) =>
    step.events.length === 0 ? [] : [{ lineId, ...step.change }],
  );
  // The orders are locked and no statement reads what another writes, so they travel together.
  const [saved] = await Promise.all([
    Promise.all(
      orders.map((order) => sendToOrder(work, order, joined(events.get(order.id) ?? []))),
    ),
    changeLines(work, changes),
  ]);
  return saved;
}
