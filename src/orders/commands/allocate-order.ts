/** Promises what is free to the waiting lines of one order, by the rules of sourcing. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { id } from '../../platform/scalars.ts';
import { allocateLines } from '../allocation/allocate.ts';
import { answerOf } from '../allocation/answer.ts';
import { allocateErrors } from '../command-errors.ts';
import { allocatedOutput, orderInput } from '../contract.ts';
import { orderFlow } from '../order.machine.ts';
import { lockOrder } from '../store.ts';

export const allocateOrder = defineCommand({
  name: 'orders.allocate',
  permission: 'orders.manage',
  summary: 'Promises what is free to the waiting lines of an order, best source first.',
  input: z.strictObject({ ...orderInput, lineId: id.nullable().default(null) }),
  output: allocatedOutput,
  errors: allocateErrors,
  run: async (work, { orderId, version, lineId }) => {
    const order = await lockOrder(work, orderId, version);
    // Refuses when nothing waits, before anything is looked for.
    advance(orderFlow, storedOf(order), { type: 'allocate', quantity: 1 });
    work.about(`order:${orderId}`);
    const lineIds = lineId === null ? {} : { lineIds: [lineId] };
    const allocated = await allocateLines(work, { orders: [order], ...lineIds });
    return answerOf(work, orderId, allocated);
  },
});
