/**
 * Takes stock that is held for a less urgent order. The person is asked once and says why; the other
 * order waits again, is served from elsewhere if it can be, and its people are told.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { answerOf } from '../allocation/answer.ts';
import { takeOver } from '../allocation/take-over.ts';
import { allocateErrors, releaseErrors } from '../command-errors.ts';
import { allocatedOutput } from '../contract.ts';

export const takeOverAllocation = defineCommand({
  name: 'orders.take-over',
  permission: 'orders.manage',
  summary:
    'Gives stock held for a less urgent order to a more urgent line, and tells who loses it.',
  input: z.strictObject({
    /** The line that is to get it. */
    lineId: id,
    /** The promise that is taken. */
    allocationId: id,
    reason: text(400),
  }),
  output: allocatedOutput,
  errors: [
    ...new Set([...allocateErrors, ...releaseErrors]),
    'orders.unknown-order-line',
    'orders.unknown-allocation',
    'orders.stage-differs',
    'orders.part-does-not-cover',
    'orders.over-quantity',
    'orders.not-lower-priority',
    'orders.take-from-other',
    'orders.is-there-already',
  ],
  run: async (work, wish) => {
    const { orderId, allocated } = await takeOver(work, wish);
    return answerOf(work, orderId, allocated);
  },
});
