/** The door of purchase demand and purchase orders. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { addPurchaseDemand } from './commands/add-demand.ts';
import { cancelPurchase } from './commands/cancel-order.ts';
import { confirmPurchaseOrder } from './commands/confirm-order.ts';
import { createPurchaseOrder } from './commands/create-order.ts';
import { discardPurchaseOrder } from './commands/discard-order.ts';
import { makePurchaseOrders } from './commands/make-orders.ts';
import { receivePurchase } from './commands/receive.ts';
import { removePurchaseLine } from './commands/remove-line.ts';
import { sendPurchaseOrder } from './commands/send-order.ts';
import { setPurchaseLine } from './commands/set-line.ts';
import { withdrawPurchaseDemand } from './commands/withdraw-demand.ts';
import { findPurchaseByScan } from './queries/find-by-scan.ts';
import { getPurchaseOrder } from './queries/get-order.ts';
import { listPurchaseDemand } from './queries/list-demand.ts';
import { listPurchaseOrders } from './queries/list-orders.ts';
import { getPurchaseSheet } from './queries/order-sheet.ts';

export { purchasingErrors } from './errors.ts';
export { purchaseFlow } from './purchase.machine.ts';
export {
  addPurchaseDemand,
  cancelPurchase,
  confirmPurchaseOrder,
  createPurchaseOrder,
  discardPurchaseOrder,
  findPurchaseByScan,
  getPurchaseOrder,
  getPurchaseSheet,
  listPurchaseDemand,
  listPurchaseOrders,
  makePurchaseOrders,
  receivePurchase,
  removePurchaseLine,
  sendPurchaseOrder,
  setPurchaseLine,
  withdrawPurchaseDemand,
};

export const purchasingCommands: readonly AnyCommand[] = [
  addPurchaseDemand,
  withdrawPurchaseDemand,
  makePurchaseOrders,
  createPurchaseOrder,
  setPurchaseLine,
  removePurchaseLine,
  sendPurchaseOrder,
  confirmPurchaseOrder,
  cancelPurchase,
  discardPurchaseOrder,
  receivePurchase,
];
/** Sent by the product itself; no route and no button. */
export const purchasingOwnCommands: readonly AnyCommand[] = [];
export const purchasingQueries: readonly AnyQuery[] = [
  listPurchaseDemand,
  listPurchaseOrders,
  getPurchaseOrder,
  getPurchaseSheet,
  findPurchaseByScan,
];
