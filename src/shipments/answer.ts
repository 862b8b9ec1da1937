/** What a command on a shipment answers: where it now stands. */
import { type MovedShipment, movedShipment } from './contract.ts';
import type { ShipmentRow } from './store.ts';

/** The answer about a saved shipment. */
export function whereIs({ id: shipmentId, number, state, version }: ShipmentRow): MovedShipment {
  return movedShipment.parse({ shipmentId, number, state, version });
}
