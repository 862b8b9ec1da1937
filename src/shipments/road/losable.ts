/** Which goods of a shipment somebody means who says that they are lost. Changes nothing. */
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import type { Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { onTheWayOf } from '../line-sums.rules.ts';
import { linesOf } from '../lines.store.ts';
import { lockOrdersOf } from '../lock-with-orders.ts';
import { boxesOf } from '../packing/boxes.store.ts';
import { findLines } from '../packing/find-lines.ts';
import { shipmentFlow } from '../shipment.machine.ts';
import type { ShipmentRow } from '../store.ts';
import type { LineLoss } from './lose.ts';

async function namedLines(
  work: Work,
  row: ShipmentRow,
  {
    boxNumber,
    lineIds,
  }: { readonly boxNumber: string | null; readonly lineIds: readonly string[] },
) {
  if (lineIds.length > 0) return findLines(work, row.id, lineIds);
  const lines = await linesOf(work, row.id);
  if (boxNumber === null) return lines;
  const boxes = await boxesOf(work, row.id);
  const box = boxes.find((one) => one.boxNumber === boxNumber.toUpperCase());
  if (box === undefined) throw shipmentsErrors.error('unknown-box', { box: boxNumber });
  return lines.filter(({ handlingUnitId }) => handlingUnitId === box.handlingUnitId);
}

/**
 * What is on the way of the named lines; the orders they are for are locked.
 * @throws shipments.event-not-allowed before it left, unknown-box, unknown-line, nothing-on-the-way
 */
export async function losable(
  work: Work,
  row: ShipmentRow,
  named: { readonly boxNumber: string | null; readonly lineIds: readonly string[] },
): Promise<LineLoss[]> {
  // Only asked: the answer says why not, before anything is looked for on the road.
  advance(shipmentFlow, storedOf(row), { type: 'lose', isLast: false });
  const lines = await namedLines(work, row, named);
  await lockOrdersOf(work, lines);
  const losses = lines.map((line) => ({ line, quantity: onTheWayOf(line) }));
  const lost = losses.filter(({ quantity }) => quantity > 0);
  if (lost.length === 0) throw shipmentsErrors.error('nothing-on-the-way');
  return lost;
}
