/** A shipment to somebody outside has come to him: what was on the road is his place's stock now. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { lockWithOrders } from '../lock-with-orders.ts';
import { deliver } from '../road/deliver.ts';

export const confirmShipmentDelivery = defineCommand({
  name: 'shipments.confirm-delivery',
  permission: 'shipments.work',
  summary: 'Records that a shipment to a supplier, repairer or customer has come to him.',
  input: z.strictObject(shipmentInput),
  output: movedShipment,
  errors: [
    ...shipmentErrors,
    'shipments.received-at-dock',
    'shipments.nothing-on-the-way',
    'inventory.unknown-party',
  ],
  run: async (work, { shipmentId, version }) => {
    const row = await lockWithOrders(work, shipmentId, version);
    return whereIs(await deliver(work, row));
  },
});
