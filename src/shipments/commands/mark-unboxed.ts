/** Says that goods travel without a box, or that they are to be packed after all. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { changeLine } from '../lines.store.ts';
import { findLines } from '../packing/find-lines.ts';
import { noteContents } from '../send.ts';
import { lockShipment } from '../store.ts';

export const markUnboxed = defineCommand({
  name: 'shipments.mark-unboxed',
  permission: 'shipments.work',
  summary: 'Says that goods of a shipment travel without a box, or are to be packed after all.',
  input: z.strictObject({
    ...shipmentInput,
    lineIds: z.array(id).min(1).max(500),
    isUnboxed: z.boolean().default(true),
  }),
  output: movedShipment,
  errors: [...shipmentErrors, 'shipments.unknown-line', 'shipments.is-packed'],
  run: async (work, { shipmentId, version, lineIds, isUnboxed }) => {
    const row = await lockShipment(work, shipmentId, { end: 'from', version });
    const open = await noteContents(work, row);
    for (const line of await findLines(work, shipmentId, lineIds)) {
      if (line.handlingUnitId !== null) throw shipmentsErrors.error('is-packed');
      await changeLine(work, line.id, { isUnboxed });
    }
    return whereIs(await noteContents(work, open));
  },
});
