/** Gives a promise back: the stock is free again, the line waits. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity } from '../../platform/scalars.ts';
import { answerOf } from '../allocation/answer.ts';
import { giveUp } from '../allocation/give-up.ts';
import { keepSums } from '../allocation/keep-sums.ts';
import { atStage, lockWithOrders } from '../allocation/lock.ts';
import { released } from '../allocation/steps.rules.ts';
import { releaseErrors } from '../command-errors.ts';
import { allocatedOutput, noteInput } from '../contract.ts';
import { ordersErrors } from '../errors.ts';
import { requireVisible } from '../store.ts';

export const releaseAllocation = defineCommand({
  name: 'orders.release',
  permission: 'orders.manage',
  summary: 'Gives a promise back, whole or in part: the stock is free again, the line waits.',
  input: z.strictObject({
    allocationId: id,
    /** Pieces of the ordered part; all when null. */
    quantity: quantity.nullable().default(null),
    note: noteInput,
  }),
  output: allocatedOutput,
  errors: [
    ...releaseErrors,
    'orders.unknown-allocation',
    'orders.stage-differs',
    'orders.over-quantity',
  ],
  run: async (work, { allocationId, quantity: wanted, note }) => {
    const locked = await lockWithOrders(work, [allocationId]);
    for (const order of locked.orders) await requireVisible(work, order);
    const row = atStage(locked, allocationId, 'held');
    const covers = wanted ?? row.covers;
    if (covers > row.covers) throw ordersErrors.error('over-quantity', { waiting: row.covers });
    await giveUp(work, [{ row, covers }], note);
    const { orderId, orderLineId: lineId, partId } = row;
    await keepSums(work, locked.orders, [{ orderId, lineId, step: released(covers) }]);
    work.emit('orders.stock-freed', { partIds: [partId], exceptOrderId: orderId });
    return answerOf(work, orderId, []);
  },
});
