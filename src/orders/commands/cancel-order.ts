/** Cancels what of an order has not been picked: all of it, some lines, or some pieces of them. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import { answerOf } from '../allocation/answer.ts';
import { cancelOrderRest } from '../cancel-rest.ts';
import { releaseErrors } from '../command-errors.ts';
import { allocatedOutput, orderInput } from '../contract.ts';
import { ordersErrors } from '../errors.ts';
import { lockOrder } from '../store.ts';

export const cancelOrder = defineCommand({
  name: 'orders.cancel',
  permission: 'orders.manage',
  summary: 'Cancels what of an order has not been picked and frees what was held for it.',
  input: z.strictObject({
    ...orderInput,
    lineIds: z.array(id).min(1).max(100).nullable().default(null),
    /** So many pieces of each line; all that can be when null. */
    quantity: quantity.nullable().default(null),
    reason: text(400),
  }),
  output: allocatedOutput,
  errors: [
    ...releaseErrors,
    'orders.unknown-order-line',
    'orders.over-quantity',
    'orders.something-is-unpicked',
  ],
  run: async (work, { orderId, version, lineIds, quantity: most, reason }) => {
    await lockOrder(work, orderId, version);
    const done = await cancelOrderRest(work, {
      orderId,
      note: reason,
      ...(lineIds === null ? {} : { lineIds }),
      ...(most === null ? {} : { quantity: most }),
    });
    if (done.length === 0) throw ordersErrors.error('something-is-unpicked');
    return answerOf(work, orderId, []);
  },
});
