/** Goods on the road are given up as lost: the whole shipment, one box, or some lines. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { lockWithOrders } from '../lock-with-orders.ts';
import { losable } from '../road/losable.ts';
import { writeOff } from '../road/lose.ts';

export const loseShipment = defineCommand({
  name: 'shipments.lose',
  permission: 'shipments.work',
  summary:
    'Writes off what is lost on the road: a whole shipment, one of its boxes, or some lines.',
  input: z.strictObject({
    ...shipmentInput,
    /** Null with no lines: everything that is still on the way. */
    boxNumber: text(40).nullable().default(null),
    lineIds: z.array(id).max(500).default([]),
    reason: text(400),
  }),
  output: movedShipment,
  errors: [
    ...shipmentErrors,
    'shipments.unknown-line',
    'shipments.unknown-box',
    'shipments.nothing-on-the-way',
  ],
  run: async (work, { shipmentId, version, boxNumber, lineIds, reason }) => {
    const row = await lockWithOrders(work, shipmentId, version);
    const losses = await losable(work, row, { boxNumber, lineIds });
    return whereIs(await writeOff(work, row, { losses, reason }));
  },
});
