/** Takes goods out of their boxes again; they stay in the shipment and wait to be packed. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { findLines } from '../packing/find-lines.ts';
import { packLines } from '../packing/pack-lines.ts';
import { noteContents } from '../send.ts';
import { lockShipment } from '../store.ts';

export const unpackGoods = defineCommand({
  name: 'shipments.unpack',
  permission: 'shipments.work',
  summary: 'Takes goods of a shipment out of their boxes again.',
  input: z.strictObject({ ...shipmentInput, lineIds: z.array(id).min(1).max(500) }),
  output: movedShipment,
  errors: [...shipmentErrors, 'shipments.unknown-line'],
  run: async (work, { shipmentId, version, lineIds }) => {
    const row = await lockShipment(work, shipmentId, { end: 'from', version });
    const open = await noteContents(work, row);
    const boxed = (await findLines(work, shipmentId, lineIds)).filter(
      (line) => line.handlingUnitId !== null,
    );
    const shares = boxed.map((line) => ({ line, quantity: line.quantity }));
    await packLines(work, open, { handlingUnitId: null, shares });
    return whereIs(await noteContents(work, open));
  },
});
