/**
 * Where a scanned box, parcel or shipment leads: to its receipt when it is on its way to the reader, to
 * the packing table while it is packed there, else to its page.
 */
import { findArrival } from '../../../receipts/index.ts';
import { findShipmentByScan } from '../../../shipments/index.ts';
import type { Visit } from '../../visit.ts';
import { receiptLinks } from '../receipts/links.ts';
import { shipmentLinks } from '../shipments/addresses.ts';
import { type Choice, holdsAt } from './choice.ts';

/** What a shipment means to the reader, and whether the code was one of a piece inside. */
export interface ShipmentChoice extends Choice {
  readonly isPiece: boolean;
}

const onTheRoad: ReadonlySet<string> = new Set(['in-transit', 'partly-received']);

function arrivalOf(shipmentId: string, boxId: string | null): string {
  const page = receiptLinks.arrival(shipmentId);
  return boxId === null ? page : `${page}?${new URLSearchParams({ box: boxId })}`;
}

/** The shipment a code names; null when there is none, or the reader may not see it. */
export async function shipmentOf(visit: Visit, code: string): Promise<ShipmentChoice | null> {
  if (!visit.can('shipments.view')) return null;
  const [match] = await visit.ask(findShipmentByScan, { code });
  if (match === undefined) return null;
  const { shipmentId, state, boxNumber, boxId, number, toSiteId, fromSiteId } = match;
  const named = { code: boxNumber ?? number, isPiece: match.by === 'serial' };
  if (onTheRoad.has(state) && holdsAt(visit.actor, 'receipts.work', toSiteId)) {
    return { ...named, kind: 'arrival', href: arrivalOf(shipmentId, boxId) };
  }
  if (state === 'packing' && holdsAt(visit.actor, 'shipments.work', fromSiteId)) {
    const { pack, packBox } = shipmentLinks;
    const href = boxNumber === null ? pack(shipmentId) : packBox(shipmentId, boxNumber);
    return { ...named, kind: 'to-pack', href };
  }
  return { ...named, kind: 'shipment', href: shipmentLinks.shipment(shipmentId) };
}

/** What of an order is on its way to the reader; null when nothing is. */
export async function arrivalOfOrder(visit: Visit, code: string): Promise<Choice | null> {
  if (!visit.can('receipts.view')) return null;
  const found = await visit.ask(findArrival, { code });
  const coming = found.filter(
    ({ kind, state, siteId }) =>
      kind === 'order' && onTheRoad.has(state) && holdsAt(visit.actor, 'receipts.work', siteId),
  );
  const [only, ...others] = coming;
  if (only === undefined) return null;
  const all = `${receiptLinks.arrivals}/order?${new URLSearchParams({ number: code })}`;
  const href = others.length > 0 ? all : arrivalOf(only.shipmentId, null);
  return { code: others.length > 0 ? code : only.shipmentNumber, kind: 'arrival', href };
}
