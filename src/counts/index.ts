/** The door of counts, adjustments and scrapping. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import {
  approveAdjustment,
  approveScrap,
  cancelAdjustment,
  cancelScrap,
  rejectAdjustment,
  rejectScrap,
} from './changes/commands/decide-change.ts';
import { requestAdjustment } from './changes/commands/request-adjustment.ts';
import { requestScrap } from './changes/commands/request-scrap.ts';
import { setChangeReason } from './changes/commands/set-reason.ts';
import { getStockChange } from './changes/queries/get-change.ts';
import { getProof } from './changes/queries/get-proof.ts';
import { listStockChanges } from './changes/queries/list-changes.ts';
import { listChangeReasons } from './changes/queries/list-reasons.ts';
import { approveCount } from './commands/approve-count.ts';
import { cancelCount } from './commands/cancel-count.ts';
import { countShortPick } from './commands/count-short-pick.ts';
import { createCount } from './commands/create-count.ts';
import { dismissLines } from './commands/dismiss-lines.ts';
import { finishBin } from './commands/finish-bin.ts';
import { openBin } from './commands/open-bin.ts';
import { restartBin } from './commands/restart-bin.ts';
import { scanPart } from './commands/scan-part.ts';
import { scanSerial } from './commands/scan-serial.ts';
import { sendBack } from './commands/send-back.ts';
import { setTolerance } from './commands/set-tolerance.ts';
import { countCountWork } from './queries/count-work.ts';
import { findCountByScan } from './queries/find-by-scan.ts';
import { getCountBin } from './queries/get-bin.ts';
import { getCount } from './queries/get-count.ts';
import { listCounts } from './queries/list-counts.ts';
import { listTolerances } from './queries/list-tolerances.ts';

export { abcClasses } from './abc.rules.ts';
export { proofBytesMax } from './changes/proof.rules.ts';
export { changeQueues } from './changes/queries/list-changes.ts';
export { stockChangeFlow } from './changes/stock-change.machine.ts';
export { countBinFlow } from './count-bin.machine.ts';
export { countLineFlow } from './count-line.machine.ts';
export { countsErrors } from './errors.ts';
export { countQueues } from './queries/list-counts.ts';
export { stockCountFlow } from './stock-count.machine.ts';
export {
  approveAdjustment,
  approveCount,
  approveScrap,
  cancelAdjustment,
  cancelCount,
  cancelScrap,
  countCountWork,
  countShortPick,
  createCount,
  dismissLines,
  findCountByScan,
  finishBin,
  getCount,
  getCountBin,
  getProof,
  getStockChange,
  listChangeReasons,
  listCounts,
  listStockChanges,
  listTolerances,
  openBin,
  rejectAdjustment,
  rejectScrap,
  requestAdjustment,
  requestScrap,
  restartBin,
  scanPart,
  scanSerial,
  sendBack,
  setChangeReason,
  setTolerance,
};

export const countsCommands: readonly AnyCommand[] = [
  createCount,
  openBin,
  scanPart,
  scanSerial,
  finishBin,
  restartBin,
  approveCount,
  sendBack,
  dismissLines,
  cancelCount,
  setTolerance,
  requestAdjustment,
  approveAdjustment,
  rejectAdjustment,
  cancelAdjustment,
  requestScrap,
  approveScrap,
  rejectScrap,
  cancelScrap,
  setChangeReason,
];
/** Sent by the product itself; no route and no button. */
export const countsOwnCommands: readonly AnyCommand[] = [countShortPick];
export const countsQueries: readonly AnyQuery[] = [
  countCountWork,
  findCountByScan,
  listCounts,
  getCount,
  getCountBin,
  listTolerances,
  listStockChanges,
  getStockChange,
  getProof,
  listChangeReasons,
];
