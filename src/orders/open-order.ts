/**
 * Opens an order for another room, or for a clerk, in the transaction that asks for it, and gives it
 * what is free at once. The rest waits.
 */
import { startFlow } from '../platform/flow.ts';
import type { Work } from '../platform/work.ts';
import { type Allocated, allocateOrders } from './allocation/allocate.ts';
import { orderFlow } from './order.machine.ts';
import { addOrder, type NewOrder, type NewOrderLine, type OrderRow } from './store.ts';

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

/** Opens an order and allocates what is free. */
export async function openOrder(work: Work, wish: OrderWish): Promise<OpenedOrder> {
  const { requestedBy, lines: wanted, ...order } = wish;
  const quantity = wanted.reduce((sum, line) => sum + line.quantity, 0);
  const { stored } = startFlow(orderFlow, { quantity });
  const { row, lines } = await addOrder(work, {
    order: { ...order, requestedById: requestedBy.id, requestedByName: requestedBy.name },
    lines: wanted,
    place: { stored, isDone: false },
  });
  work.about(`order:${row.id}`);
  const { orders, allocated } = await allocateOrders(work, { orders: [row], lines });
  return { order: orders[0] ?? row, lines, allocated };
}
