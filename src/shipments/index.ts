/** The door of picking, packing and shipping of parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { allocationSource } from './allocation-source.rules.ts';
export { shipmentsErrors } from './errors.ts';
export { onTheWayOf } from './line-sums.rules.ts';
export {
  type LineRow as ShipmentLineRow,
  linesOf as shipmentLinesOf,
  pileOfLine,
  pileOnTheWay,
} from './lines.store.ts';
export { type GoodsToShip, openShipment } from './packing/open-shipment.ts';
export { redirectShipment } from './redirect.ts';
export { type LineArrival, shipmentArrived } from './road/arrive.ts';
export { shipmentFlow } from './shipment.machine.ts';
export {
  type Destination,
  getShipmentRow,
  lockShipment,
  type NewShipment,
  type ShipmentRow,
} from './store.ts';

export const shipmentsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const shipmentsOwnCommands: readonly AnyCommand[] = [];
export const shipmentsQueries: readonly AnyQuery[] = [];
