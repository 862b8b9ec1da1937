/** Addresses of receiving by list and discrepancies. */
import {
  assignDiscrepancy,
  closeShort,
  inspectStock,
  putAway,
  receiveGoods,
  receiveOrder,
  receiveShipment,
  setReceivingRule,
  settleDiscrepancy,
} from '../../receipts/index.ts';
import { type Operation, operation } from '../operation.ts';

export const receiptsRoutes: readonly Operation[] = [
  operation('POST', '/receipts', receiveGoods),
  operation('POST', '/arrivals/{shipmentId}/receive', receiveShipment),
  operation('POST', '/arrivals/{shipmentId}/close-short', closeShort),
  operation('POST', '/arrivals/by-order/{orderNumber}/receive', receiveOrder),
  operation('POST', '/put-aways', putAway),
  operation('POST', '/inspections', inspectStock),
  operation('POST', '/discrepancies/{discrepancyId}/assign', assignDiscrepancy),
  operation('POST', '/discrepancies/{discrepancyId}/settle', settleDiscrepancy),
  operation('PUT', '/receiving-rules/{siteId}', setReceivingRule),
];
