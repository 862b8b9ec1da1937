/** What a command on an order answers: where the order now is, and what was promised. */
import type { Read } from '../../platform/work.ts';
import { type AllocatedOutput, orderStates } from '../contract.ts';
import { getOrderRow, linesOf, type OrderRow } from '../store.ts';
import type { Allocated } from './allocate.ts';
import { waitingOf } from './steps.rules.ts';

/** An order that was just saved, with what waits of it and what was just promised. */
export function viewAnswer(
  order: Pick<OrderRow, 'id' | 'number' | 'state' | 'version'>,
  waiting: number,
  allocated: readonly Allocated[],
): AllocatedOutput {
  return {
    orderId: order.id,
    number: order.number,
    state: orderStates.find((state) => state === order.state) ?? 'open',
    version: order.version,
    waiting,
    allocated: allocated.map((one) => ({
      ...one,
      promisedAt: one.promisedAt?.toISOString() ?? null,
    })),
  };
}

/** The order as it stands, with what was just promised. */
export async function answerOf(
  read: Read,
  orderId: string,
  allocated: readonly Allocated[],
): Promise<AllocatedOutput> {
  const order = await getOrderRow(read, orderId);
  const lines = await linesOf(read, [orderId]);
  const waiting = lines.reduce((sum, line) => sum + waitingOf(line), 0);
  return viewAnswer(order, waiting, allocated);
}
