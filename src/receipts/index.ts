/** The door of receiving by list and discrepancies. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { discrepancyFlow } from './discrepancy.machine.ts';
export type { DiscrepancyRow } from './discrepancy.store.ts';
export { receiptsErrors } from './errors.ts';
export type { Expectation, IncomingLine, IncomingTrouble } from './incoming.rules.ts';
export { type DiscrepancyDraft, raiseDiscrepancy } from './raise-discrepancy.ts';
export { recordReceiptErrors } from './receipt-errors.ts';
export {
  type IncomingGoods,
  type LineOutcome,
  type RecordedReceipt,
  recordReceipt,
} from './record-receipt.ts';

export const receiptsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const receiptsOwnCommands: readonly AnyCommand[] = [];
export const receiptsQueries: readonly AnyQuery[] = [];
