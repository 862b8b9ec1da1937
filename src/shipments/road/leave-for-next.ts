/**
 * What is not packed stays behind when a shipment leaves: it moves to the shipment that gathers for
 * the same way from now on. A promise never travels in two shipments.
 */
import type { Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { isPacked } from '../line-sums.rules.ts';
import { changeLine, linesOf } from '../lines.store.ts';
import { noteContents } from '../send.ts';
import {
  lockCollectingShipment,
  type NewShipment,
  type ShipmentRow,
  stopCollecting,
} from '../store.ts';

function wayOfRow(row: ShipmentRow): NewShipment {
  const { fromSiteId, toSiteId, toLocationId, toPartyId, shipTo } = row;
  const kind = row.kind as NewShipment['kind'];
  return { kind, fromSiteId, toSiteId, toLocationId, toPartyId, shipTo };
}

/**
 * Moves the unpacked lines of a locked shipment to the next one.
 * @throws shipments.promise-is-split when a promise is partly packed
 */
export async function leaveForNext(work: Work, row: ShipmentRow): Promise<ShipmentRow> {
  const lines = await linesOf(work, row.id);
  const rest = lines.filter((line) => !isPacked(line));
  const going = lines.filter(isPacked);
  if (rest.length === 0) return row;
  const promised = new Set(going.flatMap(({ allocationId }) => allocationId ?? []));
  if (rest.some(({ allocationId }) => promised.has(allocationId ?? ''))) {
    throw shipmentsErrors.error('promise-is-split');
  }
  const open = await stopCollecting(work, row);
  const next = await lockCollectingShipment(work, wayOfRow(row));
  for (const line of rest) await changeLine(work, line.id, { shipmentId: next.id });
  await noteContents(work, next);
  return noteContents(work, open);
}
