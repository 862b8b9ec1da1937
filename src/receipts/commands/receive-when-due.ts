/**
 * Receives a shipment by itself when the time of its lane is over. A timer that comes too late finds
 * everything received and does nothing.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { allOf } from '../match.rules.ts';
import { arrivalErrors } from '../receipt-errors.ts';
import { receiveArrival } from '../receive-arrival.ts';

export const receiveWhenDue = defineCommand({
  name: 'receipts.receive-when-due',
  permission: 'receipts.work',
  summary: 'Receives a shipment by itself when the time of its lane is over.',
  input: z.strictObject({ shipmentId: id }),
  output: z.strictObject({ taken: z.int() }),
  errors: arrivalErrors,
  run: async (work, { shipmentId }) => {
    const { taken } = await receiveArrival(work, {
      ...{ shipmentId, siteId: null, locationId: null, boxId: null, counted: [] },
      chosen: (lines) => allOf(lines, null),
    });
    return { taken };
  },
});
