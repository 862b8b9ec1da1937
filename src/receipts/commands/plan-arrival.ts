/** After a shipment left: a timer for its arrival, when its lane says that it is received by itself. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { autoReceiveAt } from '../arrival.store.ts';

export const planArrival = defineCommand({
  name: 'receipts.plan-arrival',
  permission: 'receipts.work',
  summary: 'Plans the automatic receipt of a shipment, when its lane is set so.',
  input: z.strictObject({ shipmentId: id }),
  output: z.strictObject({ isPlanned: z.boolean() }),
  errors: [],
  run: async (work, { shipmentId }) => {
    const runAt = await autoReceiveAt(work, shipmentId);
    work.about(`shipment:${shipmentId}`);
    if (runAt === null) return { isPlanned: false };
    work.schedule({
      kind: 'receipts.receive-when-due',
      data: { shipmentId },
      runAt,
      uniqueKey: `receipts.receive-when-due:${shipmentId}`,
    });
    return { isPlanned: true };
  },
});
