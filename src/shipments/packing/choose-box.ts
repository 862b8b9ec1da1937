/**
 * The box somebody packs into: a new one with a number of its own, or one that was scanned. A scanned
 * box must be of this shipment, or free and empty.
 */
import { addHandlingUnit } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { addBox, findBox, findHandlingUnit, foreignInBox } from './boxes.store.ts';

interface Box {
  readonly id: string;
  readonly number: string;
}

/**
 * The box, part of the shipment from now on.
 * @throws shipments.unknown-box, box-in-other-shipment, box-holds-other-goods
 */
export async function chooseBox(
  work: Work,
  shipmentId: string,
  boxNumber: string | null,
): Promise<Box> {
  if (boxNumber === null) {
    const box = await addHandlingUnit(work);
    await addBox(work, shipmentId, box);
    return box;
  }
  const box = await findHandlingUnit(work, boxNumber);
  if (box === null) throw shipmentsErrors.error('unknown-box', { box: boxNumber });
  if ((await findBox(work, shipmentId, box.id)) !== null) return box;
  const foreign = await foreignInBox(work, box.id);
  await addBox(work, shipmentId, box);
  if (foreign !== null) {
    const { location } = foreign;
    throw shipmentsErrors.error('box-holds-other-goods', { box: box.number, location });
  }
  return box;
}
