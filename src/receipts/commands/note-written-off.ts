/** Settles shortages of goods that were written off on the way by whoever sent them. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { settleWrittenOff } from '../settle-shortages.ts';

export const noteWrittenOff = defineCommand({
  name: 'receipts.note-written-off',
  permission: 'receipts.resolve',
  summary: 'Settles shortages of goods that were written off on the way.',
  input: z.strictObject({ shipmentLineIds: z.array(id).max(1000), reason: text(500) }),
  output: z.strictObject({ settled: z.int() }),
  errors: ['receipts.version-changed'],
  run: async (work, { shipmentLineIds, reason }) => {
    return { settled: await settleWrittenOff(work, shipmentLineIds, reason) };
  },
});
