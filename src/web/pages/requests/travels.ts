/** In which box, with whom and until when the goods of a request travel; asked only when some do. */
import type { RequestView } from '../../../orders/index.ts';
import { getShipment, listShipments } from '../../../shipments/index.ts';
import type { Visit } from '../../visit.ts';

/** One box, or goods without one, of a shipment. */
export interface Travel {
  readonly shipmentId: string;
  readonly number: string;
  readonly box: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly promisedAt: string | null;
}

/** By allocation. */
export type Travels = ReadonlyMap<string, readonly Travel[]>;

/** Shipments of one order that are looked through; the newest come first. */
const most = 20;

/** Where the goods of the request travel, as far as the reader may see it. */
export async function travelsOf(visit: Visit, request: RequestView): Promise<Travels> {
  const { orderNumber, lines } = request;
  const isMoving = lines.some(({ picked, inTransit }) => picked > 0 || inTransit > 0);
  if (orderNumber === null || !isMoving || !visit.can('shipments.view')) return new Map();
  const { shipments } = await visit.ask(listShipments, { search: orderNumber, limit: most });
  const travels = new Map<string, Travel[]>();
  for (const { shipmentId } of shipments) {
    const shipment = await visit.ask(getShipment, { shipmentId });
    for (const { allocationId, boxNumber: box } of shipment.contents) {
      if (allocationId === null) continue;
      const known = travels.get(allocationId) ?? [];
      if (known.some((one) => one.shipmentId === shipmentId && one.box === box)) continue;
      const { number, carrier, trackingNumber: tracking, promisedAt } = shipment;
      travels.set(allocationId, [
        ...known,
        { shipmentId, number, box, carrier, tracking, promisedAt },
      ]);
    }
  }
  return travels;
}
