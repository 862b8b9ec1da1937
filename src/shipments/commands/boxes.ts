/** Weighs a box of a shipment, or takes an empty one off it. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { linesOf } from '../lines.store.ts';
import { type BoxRow, boxesOf, releaseBoxes, weighBox } from '../packing/boxes.store.ts';
import { noteContents } from '../send.ts';
import { lockShipment } from '../store.ts';

async function boxNamed(work: Work, shipmentId: string, number: string): Promise<BoxRow> {
  const boxes = await boxesOf(work, shipmentId);
  const box = boxes.find(({ boxNumber }) => boxNumber === number.toUpperCase());
  if (box === undefined) throw shipmentsErrors.error('unknown-box', { box: number });
  return box;
}

export const weighShipmentBox = defineCommand({
  name: 'shipments.weigh-box',
  permission: 'shipments.work',
  summary: 'Notes the weight of a box of a shipment, in grams.',
  input: z.strictObject({
    ...shipmentInput,
    boxNumber: text(40),
    weightGrams: z.int().min(1).max(100_000_000).nullable(),
  }),
  output: movedShipment,
  errors: [...shipmentErrors, 'shipments.unknown-box'],
  run: async (work, { shipmentId, version, boxNumber, weightGrams }) => {
    const row = await lockShipment(work, shipmentId, { end: 'from', version });
    const open = await noteContents(work, row);
    const box = await boxNamed(work, shipmentId, boxNumber);
    await weighBox(work, box.id, weightGrams);
    return whereIs(open);
  },
});

export const removeBox = defineCommand({
  name: 'shipments.remove-box',
  permission: 'shipments.work',
  summary: 'Takes an empty box off a shipment, so that another may use it.',
  input: z.strictObject({ ...shipmentInput, boxNumber: text(40) }),
  output: movedShipment,
  errors: [...shipmentErrors, 'shipments.unknown-box', 'shipments.box-is-not-empty'],
  run: async (work, { shipmentId, version, boxNumber }) => {
    const row = await lockShipment(work, shipmentId, { end: 'from', version });
    const open = await noteContents(work, row);
    const box = await boxNamed(work, shipmentId, boxNumber);
    const lines = await linesOf(work, shipmentId);
    if (lines.some(({ handlingUnitId }) => handlingUnitId === box.handlingUnitId)) {
      throw shipmentsErrors.error('box-is-not-empty', { box: box.boxNumber });
    }
    await releaseBoxes(work, shipmentId, box.handlingUnitId);
    return whereIs(open);
  },
});
