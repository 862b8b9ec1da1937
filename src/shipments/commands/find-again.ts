/** Goods that were given up turn up: the loss is undone, and they are on the road again. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { findAgain } from '../road/find-again.ts';
import { lockShipment } from '../store.ts';

export const findGoodsAgain = defineCommand({
  name: 'shipments.find-again',
  permission: 'shipments.work',
  summary: 'Undoes a loss of a shipment: what was written off is on the road again.',
  input: z.strictObject({
    ...shipmentInput,
    /** The entry that wrote the goods off. */
    entryId: id,
    reason: text(400),
  }),
  output: movedShipment,
  errors: [
    ...shipmentErrors,
    'shipments.nothing-to-find',
    'shipments.unknown-line',
    'shipments.box-in-other-shipment',
    'inventory.unknown-entry',
    'inventory.already-reversed',
  ],
  run: async (work, { shipmentId, version, entryId, reason }) => {
    const row = await lockShipment(work, shipmentId, { version });
    return whereIs(await findAgain(work, row, { entryId, reason }));
  },
});
