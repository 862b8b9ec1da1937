/**
 * Sends events to a locked order inside a command: advance the machine, perform its effects in order,
 * save once. It decides nothing; the sums of the lines are written by whoever sends.
 */
import { advance } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { orderFlow } from './order.machine.ts';
import type { OrderEvent } from './order.vocabulary.ts';
import { type OrderPlace, type OrderRow, saveOrder } from './store.ts';

/** An order as far as its machine goes. */
type Moving = Pick<OrderRow, 'id' | 'requestId'> & Parameters<typeof storedOf>[0];

/**
 * Where an order stands after events, its effects performed; for whoever saves it himself.
 * @throws orders.event-not-allowed or the code of the guard that refused
 */
export function placeAfter(work: Work, row: Moving, events: readonly OrderEvent[]): OrderPlace {
  let place: OrderPlace = { stored: storedOf(row), isDone: false };
  for (const event of events) {
    const move = advance(orderFlow, place.stored, event);
    place = { stored: move.stored, isDone: move.isDone };
    for (const { params } of move.effects) {
      work.emit('orders.ended', { orderId: row.id, requestId: row.requestId, ...params });
    }
  }
  return place;
}

/**
 * Sends events one after the other and saves the order.
 * @throws orders.event-not-allowed or the code of the guard that refused
 */
export async function sendToOrder(
  work: Work,
  row: OrderRow,
  events: readonly OrderEvent[],
): Promise<OrderRow> {
  if (events.length === 0) return row;
  work.about(`order:${row.id}`);
  return saveOrder(work, row, placeAfter(work, row, events));
}
