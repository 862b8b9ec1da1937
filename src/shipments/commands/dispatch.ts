/** The shipment leaves with a carrier: from this moment its goods are on the road, box by box. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { day, text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { lockWithOrders } from '../lock-with-orders.ts';
import { restChoices, sendOff } from '../road/send-off.ts';

export const dispatchShipment = defineCommand({
  name: 'shipments.dispatch',
  permission: 'shipments.work',
  summary: 'Hands a shipment to the carrier; its goods are on the road from this moment.',
  input: z.strictObject({
    ...shipmentInput,
    /** Null: the carrier of the lane. */
    carrier: text(80).nullable().default(null),
    trackingNumber: text(80).nullable().default(null),
    mode: text(40).nullable().default(null),
    /** Null: what the network promises. */
    promisedOn: day.nullable().default(null),
    /** Goods that are not packed: refuse, let them travel without a box, or leave them for the next. */
    rest: z.enum(restChoices).default('refuse'),
  }),
  output: movedShipment.extend({ promisedAt: z.iso.datetime().nullable() }),
  errors: [...shipmentErrors, 'shipments.promise-is-split'],
  run: async (work, { shipmentId, version, ...wish }) => {
    const row = await lockWithOrders(work, shipmentId, version);
    const sent = await sendOff(work, row, wish);
    return { ...whereIs(sent), promisedAt: sent.promisedAt?.toISOString() ?? null };
  },
});
