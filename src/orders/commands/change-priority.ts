/** Makes an order more or less urgent; who is served first follows from it. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { answerOf } from '../allocation/answer.ts';
import { orderErrors } from '../command-errors.ts';
import { allocatedOutput, orderInput, priority } from '../contract.ts';
import { momentOf } from '../destination.ts';
import { changeUrgency, lockOrder } from '../store.ts';

export const changePriority = defineCommand({
  name: 'orders.change-priority',
  permission: 'orders.manage',
  summary: 'Changes how urgent an order is and until when it is needed.',
  input: z.strictObject({
    ...orderInput,
    priority,
    neededBy: z.iso.datetime().nullable().default(null),
  }),
  output: allocatedOutput,
  errors: orderErrors,
  run: async (work, { orderId, version, priority: urgency, neededBy }) => {
    const order = await lockOrder(work, orderId, version);
    work.about(`order:${orderId}`);
    await changeUrgency(work, order, { priority: urgency, neededBy: momentOf(neededBy) });
    return answerOf(work, orderId, []);
  },
});
