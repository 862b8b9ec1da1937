/** The packer scans a box and what goes into it; goods in another box of the shipment are packed anew. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { chooseBox } from '../packing/choose-box.ts';
import { findShares } from '../packing/find-lines.ts';
import { packLines } from '../packing/pack-lines.ts';
import { noteContents } from '../send.ts';
import { lockShipment } from '../store.ts';

export const packGoods = defineCommand({
  name: 'shipments.pack',
  permission: 'shipments.work',
  summary: 'Puts goods of a shipment into one of its boxes, a scanned one or a new one.',
  input: z.strictObject({
    ...shipmentInput,
    /** The number on the box; null for a new box. */
    boxNumber: text(40).nullable().default(null),
    /** Nothing, to add an empty box. */
    items: z
      .array(z.strictObject({ lineId: id, quantity: quantity.nullable().default(null) }))
      .max(500)
      .default([]),
  }),
  output: movedShipment.extend({ boxNumber: z.string() }),
  errors: [
    ...shipmentErrors,
    'shipments.unknown-line',
    'shipments.unknown-box',
    'shipments.more-than-in-line',
    'shipments.already-in-box',
    'shipments.box-in-other-shipment',
    'shipments.box-holds-other-goods',
  ],
  run: async (work, { shipmentId, version, boxNumber, items }) => {
    const row = await lockShipment(work, shipmentId, { end: 'from', version });
    // Asked before anything is moved: only a shipment that is being packed takes a box.
    const open = await noteContents(work, row);
    const box = await chooseBox(work, shipmentId, boxNumber);
    const shares = await findShares(work, shipmentId, items);
    if (shares.some(({ line }) => line.handlingUnitId === box.id)) {
      throw shipmentsErrors.error('already-in-box', { box: box.number });
    }
    await packLines(work, open, { handlingUnitId: box.id, shares });
    const saved = await noteContents(work, open);
    return { ...whereIs(saved), boxNumber: box.number };
  },
});
