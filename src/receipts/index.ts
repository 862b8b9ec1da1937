/** The door of receiving by list and discrepancies. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { assignDiscrepancy } from './commands/assign-discrepancy.ts';
import { closeShort } from './commands/close-short.ts';
import { inspectStock } from './commands/inspect-stock.ts';
import { noteWrittenOff } from './commands/note-written-off.ts';
import { planArrival } from './commands/plan-arrival.ts';
import { putAway } from './commands/put-away.ts';
import { receiveGoods } from './commands/receive-goods.ts';
import { receiveOrder } from './commands/receive-order.ts';
import { receiveShipment } from './commands/receive-shipment.ts';
import { receiveWhenDue } from './commands/receive-when-due.ts';
import { setReceivingRule } from './commands/set-receiving-rule.ts';
import { settleDiscrepancy } from './commands/settle-discrepancy.ts';
import { countReceiptWork } from './queries/count-work.ts';
import { findArrival } from './queries/find-arrival.ts';
import { findReceiptByScan } from './queries/find-by-scan.ts';
import { getArrival } from './queries/get-arrival.ts';
import { getDiscrepancy } from './queries/get-discrepancy.ts';
import { getReceipt } from './queries/get-receipt.ts';
import { getReceivingRule } from './queries/get-receiving-rule.ts';
import { listArrivals } from './queries/list-arrivals.ts';
import { listDiscrepancies } from './queries/list-discrepancies.ts';
import { listReceipts } from './queries/list-receipts.ts';
import { listToPutAway } from './queries/to-put-away.ts';

export { answerOf as receiptAnswer } from './answer.ts';
export { discrepancyFlow } from './discrepancy.machine.ts';
export type { DiscrepancyRow } from './discrepancy.store.ts';
export { receiptsErrors } from './errors.ts';
export type { Expectation, IncomingLine, IncomingTrouble } from './incoming.rules.ts';
export { type DiscrepancyDraft, raiseDiscrepancy } from './raise-discrepancy.ts';
export { arrivalErrors, recordReceiptErrors } from './receipt-errors.ts';
export {
  type IncomingGoods,
  type LineOutcome,
  type RecordedReceipt,
  recordReceipt,
} from './record-receipt.ts';

export {
  assignDiscrepancy,
  closeShort,
  countReceiptWork,
  findArrival,
  findReceiptByScan,
  getArrival,
  getDiscrepancy,
  getReceipt,
  getReceivingRule,
  inspectStock,
  listArrivals,
  listDiscrepancies,
  listReceipts,
  listToPutAway,
  noteWrittenOff,
  planArrival,
  putAway,
  receiveGoods,
  receiveOrder,
  receiveShipment,
  receiveWhenDue,
  setReceivingRule,
  settleDiscrepancy,
};

export const receiptsCommands: readonly AnyCommand[] = [
  assignDiscrepancy,
  closeShort,
  inspectStock,
  putAway,
  receiveGoods,
  receiveOrder,
  receiveShipment,
  setReceivingRule,
  settleDiscrepancy,
];
/** Sent by the product itself after facts and by timers; no route and no button. */
export const receiptsOwnCommands: readonly AnyCommand[] = [
  planArrival,
  receiveWhenDue,
  noteWrittenOff,
];
export const receiptsQueries: readonly AnyQuery[] = [
  countReceiptWork,
  findArrival,
  findReceiptByScan,
  getArrival,
  getDiscrepancy,
  getReceipt,
  getReceivingRule,
  listArrivals,
  listDiscrepancies,
  listReceipts,
  listToPutAway,
];
