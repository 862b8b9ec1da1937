/** Promises what is free to everything that waits, urgent orders first; a clerk's or the product's own. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { allocateLines } from '../allocation/allocate.ts';
import { tellFed } from '../allocation/tell-fed.ts';
import { waitingOrderIds } from '../allocation/waiting.store.ts';
import { lockOrders } from '../store.ts';

const output = z.strictObject({ orders: z.int(), allocations: z.int() });

async function serve(
  work: Work,
  ask: { readonly partIds: readonly string[] | null; readonly siteId: string | null },
  except: string | null = null,
): Promise<z.output<typeof output>> {
  const ids = (await waitingOrderIds(work, ask)).filter((orderId) => orderId !== except);
  const orders = await lockOrders(work, ids);
  const allocated = await allocateLines(work, { orders });
  await tellFed(work, allocated);
  const served = new Set(allocated.map(({ orderId }) => orderId));
  return { orders: served.size, allocations: allocated.length };
}

export const allocateWaiting = defineCommand({
  name: 'orders.allocate-waiting',
  permission: 'orders.manage',
  summary:
    'Promises what is free to all waiting orders, the most urgent first; at most 100 at once.',
  input: z.strictObject({
    siteId: id.nullable().default(null),
    partId: id.nullable().default(null),
  }),
  output,
  errors: [],
  run: (work, { siteId, partId }) =>
    serve(work, { siteId, partIds: partId === null ? null : [partId] }),
});

/** Sent by the product itself when stock has come in or has been given up. */
export const feedWaiting = defineCommand({
  name: 'orders.feed-waiting',
  permission: 'orders.feed',
  summary: 'Promises stock that has become free to the orders that wait for its parts.',
  input: z.strictObject({
    partIds: z.array(id).max(5000),
    exceptOrderId: id.nullable().default(null),
  }),
  output,
  errors: [],
  run: (work, { partIds, exceptOrderId }) => serve(work, { siteId: null, partIds }, exceptOrderId),
});
