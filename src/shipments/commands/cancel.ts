/**
 * A shipment is called off before it leaves. The goods go back to their bins and stay promised, or
 * stay in the packing area and are free; either way nothing is held for a shipment that is not there.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { linesOf } from '../lines.store.ts';
import { lockWithOrders } from '../lock-with-orders.ts';
import { packLines } from '../packing/pack-lines.ts';
import { putBack } from '../packing/put-back.ts';
import { noteContents, sendToShipment } from '../send.ts';
import type { ShipmentRow } from '../store.ts';

async function returnToBins(work: Work, row: ShipmentRow): Promise<ShipmentRow> {
  const boxed = (await linesOf(work, row.id)).filter((line) => line.handlingUnitId !== null);
  const shares = boxed.map((line) => ({ line, quantity: line.quantity }));
  await packLines(work, row, { handlingUnitId: null, shares });
  const lines = await linesOf(work, row.id);
  await putBack(work, row, { lines, bin: null, staysPromised: true });
  return noteContents(work, row);
}

export const cancelShipment = defineCommand({
  name: 'shipments.cancel',
  permission: 'shipments.work',
  summary:
    'Calls a shipment off before it leaves; its goods go back to their bins, or stay and are free.',
  input: z.strictObject({
    ...shipmentInput,
    /** `put-back`: into the bins they came from, still promised. `leave`: in the packing area, free. */
    goods: z.enum(['put-back', 'leave']),
    reason: text(400),
  }),
  output: movedShipment,
  errors: [...shipmentErrors, 'shipments.is-packed'],
  run: async (work, { shipmentId, version, goods, reason }) => {
    const row = await lockWithOrders(work, shipmentId, version);
    const open = await noteContents(work, row);
    const emptied = goods === 'put-back' ? await returnToBins(work, open) : open;
    return whereIs(await sendToShipment(work, emptied, { type: 'cancel' }, { note: reason }));
  },
});
