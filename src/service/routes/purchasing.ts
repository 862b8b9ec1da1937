/** Addresses of purchase demand and purchase orders. */
import {
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
} from '../../purchasing/index.ts';
import { type Operation, operation } from '../operation.ts';

export const purchasingRoutes: readonly Operation[] = [
  operation('GET', '/purchase-demand', listPurchaseDemand),
  operation('POST', '/purchase-demand', addPurchaseDemand, 201),
  operation('POST', '/purchase-demand/{demandId}/withdraw', withdrawPurchaseDemand),
  operation('POST', '/purchase-demand/make-orders', makePurchaseOrders, 201),
  operation('GET', '/purchase-orders', listPurchaseOrders),
  operation('GET', '/purchase-order-scan', findPurchaseByScan),
  operation('POST', '/purchase-orders', createPurchaseOrder, 201),
  operation('GET', '/purchase-orders/{purchaseOrderId}', getPurchaseOrder),
  operation('GET', '/purchase-orders/{purchaseOrderId}/sheet', getPurchaseSheet),
  operation('PUT', '/purchase-orders/{purchaseOrderId}/lines/{partId}', setPurchaseLine),
  operation('POST', '/purchase-orders/{purchaseOrderId}/remove-line', removePurchaseLine),
  operation('POST', '/purchase-orders/{purchaseOrderId}/send', sendPurchaseOrder),
  operation('POST', '/purchase-orders/{purchaseOrderId}/confirm', confirmPurchaseOrder),
  operation('POST', '/purchase-orders/{purchaseOrderId}/cancel', cancelPurchase),
  operation('POST', '/purchase-orders/{purchaseOrderId}/discard', discardPurchaseOrder),
  operation('POST', '/purchase-orders/{purchaseOrderId}/receive', receivePurchase),
];
