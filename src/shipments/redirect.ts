/**
 * Sends a shipment somewhere else while it is on the road: it turned up at another site, which keeps
 * it. Decides nothing; whoever calls has locked it.
 */
import type { Work } from '../platform/work.ts';
import { type ShipmentRow, writeDestination } from './store.ts';

/** Makes another site the end of a locked shipment. Fact: `shipments.redirected`. */
export async function redirectShipment(
  work: Work,
  row: ShipmentRow,
  toSiteId: string,
): Promise<ShipmentRow> {
  const saved = await writeDestination(work, row, toSiteId);
  const { id: shipmentId, number, fromSiteId, toSiteId: wasForSiteId } = row;
  work.emit('shipments.redirected', { shipmentId, number, fromSiteId, wasForSiteId, toSiteId });
  return saved;
}
