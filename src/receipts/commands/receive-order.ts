/** Takes in what is on the way for one order, by its pick list, from however many shipments. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { answerOf } from '../answer.ts';
import { arrivalsOfOrder } from '../arrival.store.ts';
import { receivedGoods } from '../contract.ts';
import { receiptsErrors } from '../errors.ts';
import { arrivalErrors } from '../receipt-errors.ts';
import { receiveArrival } from '../receive-arrival.ts';

export const receiveOrder = defineCommand({
  name: 'receipts.receive-order',
  permission: 'receipts.work',
  summary: 'Takes in everything that is on the way for one order, by its pick list.',
  input: z.strictObject({ orderNumber: text(60), locationId: id.nullable().default(null) }),
  output: z.strictObject({
    receipts: z.array(receivedGoods.extend({ shipmentNumber: z.string(), taken: z.int() })),
  }),
  errors: arrivalErrors,
  run: async (work, { orderNumber, locationId }) => {
    const arrivals = await arrivalsOfOrder(work, orderNumber);
    if (arrivals.length === 0)
      throw receiptsErrors.error('nothing-expected', { number: orderNumber });
    const receipts = [];
    for (const { shipmentId, allocationIds } of arrivals) {
      const { receipt, shipment, taken } = await receiveArrival(work, {
        shipmentId,
        siteId: null,
        locationId,
        chosen: (lines) =>
          lines
            .filter((line) => line.open > 0 && allocationIds.includes(line.allocationId ?? ''))
            .map(({ lineId, open }) => ({ lineId, quantity: open, isDamaged: false })),
        counted: [],
        boxId: null,
      });
      const answer = await answerOf(work, receipt);
      receipts.push({ ...answer, shipmentNumber: shipment.number, taken });
    }
    return { receipts };
  },
});
