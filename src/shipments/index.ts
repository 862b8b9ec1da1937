/** The door of picking, packing and shipping of parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { removeBox, weighShipmentBox } from './commands/boxes.ts';
import { cancelShipment } from './commands/cancel.ts';
import { confirmShipmentDelivery } from './commands/confirm-delivery.ts';
import { dispatchShipment } from './commands/dispatch.ts';
import { findGoodsAgain } from './commands/find-again.ts';
import { loseShipment } from './commands/lose.ts';
import { markUnboxed } from './commands/mark-unboxed.ts';
import { packGoods } from './commands/pack.ts';
import { pickGoods } from './commands/pick.ts';
import { pickShort } from './commands/pick-short.ts';
import { putGoodsBack } from './commands/put-back.ts';
import { unpackGoods } from './commands/unpack.ts';
import { boxContents } from './queries/box-contents.ts';
import { countShipmentWork } from './queries/count-work.ts';
import { findShipmentByScan } from './queries/find-by-scan.ts';
import { getShipment } from './queries/get-shipment.ts';
import { listShipments } from './queries/list-shipments.ts';
import { listShortPicks } from './queries/list-short-picks.ts';
import { listOnTheWay } from './queries/on-the-way.ts';
import { pickList } from './queries/pick-list.ts';
import { getShipmentSlip } from './queries/slip.ts';

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
export { shipmentQueues } from './queries/list-shipments.ts';
export { redirectShipment } from './redirect.ts';
export { type LineArrival, shipmentArrived } from './road/arrive.ts';
export { sendOff } from './road/send-off.ts';
export { shipmentFlow } from './shipment.machine.ts';
export {
  type Destination,
  getShipmentRow,
  lockShipment,
  type NewShipment,
  type ShipmentRow,
} from './store.ts';
export {
  boxContents,
  cancelShipment,
  confirmShipmentDelivery,
  countShipmentWork,
  dispatchShipment,
  findGoodsAgain,
  findShipmentByScan,
  getShipment,
  getShipmentSlip,
  listOnTheWay,
  listShipments,
  listShortPicks,
  loseShipment,
  markUnboxed,
  packGoods,
  pickGoods,
  pickList,
  pickShort,
  putGoodsBack,
  removeBox,
  unpackGoods,
  weighShipmentBox,
};

export const shipmentsCommands: readonly AnyCommand[] = [
  pickGoods,
  pickShort,
  packGoods,
  unpackGoods,
  markUnboxed,
  weighShipmentBox,
  removeBox,
  putGoodsBack,
  dispatchShipment,
  cancelShipment,
  confirmShipmentDelivery,
  loseShipment,
  findGoodsAgain,
];
/** Sent by the product itself; no route and no button. */
export const shipmentsOwnCommands: readonly AnyCommand[] = [];
export const shipmentsQueries: readonly AnyQuery[] = [
  getShipmentSlip,
  pickList,
  listShipments,
  getShipment,
  boxContents,
  countShipmentWork,
  listOnTheWay,
  findShipmentByScan,
  listShortPicks,
];
