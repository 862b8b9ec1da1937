/** What a command on an order answers: where the order now is, and what was promised. */
import type { Read } from '../../platform/work.ts';
import { type AllocatedOutput, orderStates } from '../contract.ts';
import { getOrderRow, linesOf } from '../store.ts';
import type { Allocated } from './allocate.ts';
import { waitingOf } from './steps.rules.ts';

/** The order as it stands, with what was just promised. */
export async function answerOf(
  read: Read,
  orderId: string,
  allocated: readonly Allocated[],
): Promise<AllocatedOutput> {
  const order = await getOrderRow(read, orderId);
  const lines = await linesOf(read, [orderId]);
  return {
    orderId,
    number: order.number,
    state: orderStates.find((state) => state === order.state) ?? 'open',
    version: order.version,
    waiting: lines.reduce((sum, line) => sum + waitingOf(line), 0),
    allocated: allocated.map((one) => ({
      ...one,
      promisedAt: one.promisedAt?.toISOString() ?? null,
    })),
  };
}
