/**
 * Opens an order for another room, or for a clerk, in the transaction that asks for it, and gives it
 * what is free at once. The rest waits.
 */
import { startFlow } from '../platform/flow.ts';
import type { Work } from '../platform/work.ts';
import { type Allocated, allocateOrders } from './allocation/allocate.ts';
import { serveNew } from './allocation/serve-new.ts';
import { orderFlow } from './order.machine.ts';
import { type Ground, gather } from './sourcing/gather.ts';
import { addOrder, draftOrder, type NewOrder, type NewOrderLine, type OrderRow } from './store.ts';

/** What an order is opened with; one line a part, in the base unit. */
export type OrderWish = Omit<NewOrder, 'requestedById' | 'requestedByName'> & {
  readonly requestedBy: { readonly id: string; readonly name: string };
  readonly lines: readonly NewOrderLine[];
};

/** An order that was opened, and what it got at once. */
export interface OpenedOrder {
  readonly order: OrderRow;
  readonly lines: readonly { readonly id: string; readonly requestLineId: string | null }[];
  readonly allocated: readonly Allocated[];
}

/**
 * Opens an order and allocates what is free.
 * @param ground what is known of its parts and its destination, when the caller has just read it
 */
export async function openOrder(
  work: Work,
  wish: OrderWish,
  ground?: Ground,
): Promise<OpenedOrder> {
  const { requestedBy, lines: wanted, ...order } = wish;
  const quantity = wanted.reduce((sum, line) => sum + line.quantity, 0);
  const { stored } = startFlow(orderFlow, { quantity });
  const draft = draftOrder(work, {
    order: { ...order, requestedById: requestedBy.id, requestedByName: requestedBy.name },
    lines: wanted,
    place: { stored, isDone: false },
  });
  work.about(`order:${draft.row.id}`);
  const partIds = wanted.map(({ partId }) => partId);
  const known = ground ?? (await gather(work, { destinationIds: [order.destinationId], partIds }));
  const served = await serveNew(work, draft, known);
  if (served !== null) return { ...served, lines: draft.lines };
  const { row, lines } = await addOrder(work, draft);
  if (known.piles.length === 0) return { order: row, lines, allocated: [] };
  const { orders, allocated } = await allocateOrders(work, { orders: [row], lines });
  return { order: orders[0] ?? row, lines, allocated };
}
