/**
 * The door of returns and repair: commands and queries for the desks, the flows for drawings, and
 * the timers' jobs.
 */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { assumeDelivery } from './commands/assume-delivery.ts';
import { authorizeRma } from './commands/authorize.ts';
import { agreeCharge, settleCharge, waiveCharge } from './commands/charges.ts';
import { decideScrap } from './commands/decide-scrap.ts';
import {
  acceptSubstitute,
  cancelLine,
  closeUnused,
  confirmDelivery,
  decideRepair,
  decideReturnAsIs,
  expireLine,
  packUnit,
  placeHold,
  releaseHold,
  returnWrongItem,
  revokeTest,
  unpackUnit,
} from './commands/plain-events.ts';
import { receiveUnit } from './commands/receive.ts';
import { shipUnit } from './commands/ship.ts';
import { registerUnit } from './installed-base/commands/register-unit.ts';
import { listUnits } from './installed-base/queries/list-units.ts';
import { countQueues } from './queries/count-queues.ts';
import { findLineByScan } from './queries/find-by-scan.ts';
import { getRmaLine } from './queries/get-line.ts';
import { listLines } from './queries/list-lines.ts';
import { addFaultCode } from './repair/commands/add-fault-code.ts';
import { addTestStep } from './repair/commands/add-test-step.ts';
import {
  cancelJob,
  declareUneconomic,
  failFinalTest,
  finishRepair,
  passFinalTest,
} from './repair/commands/plain-events.ts';
import { recordFault } from './repair/commands/record-fault.ts';
import { recordTest } from './repair/commands/record-test.ts';
import { removePart } from './repair/commands/remove-part.ts';
import { startJob } from './repair/commands/start-job.ts';
import { usePart } from './repair/commands/use-part.ts';
import { getRepairJob } from './repair/queries/get-job.ts';
import { listFaultCodes } from './repair/queries/list-fault-codes.ts';
import { listJobs } from './repair/queries/list-jobs.ts';
import { listTestSteps } from './repair/queries/list-test-steps.ts';

export { rmaErrors } from './errors.ts';
export { lineQueues } from './queries/list-lines.ts';
export { repairJobFlow } from './repair/repair-job.machine.ts';
export { rmaLineFlow } from './rma-line.machine.ts';
export { type WarrantyReason, warrantyExclusions } from './warranty/warranty.vocabulary.ts';
export {
  acceptSubstitute,
  addFaultCode,
  addTestStep,
  agreeCharge,
  assumeDelivery,
  authorizeRma,
  cancelJob,
  cancelLine,
  closeUnused,
  confirmDelivery,
  countQueues,
  decideRepair,
  decideReturnAsIs,
  decideScrap,
  declareUneconomic,
  expireLine,
  failFinalTest,
  findLineByScan,
  finishRepair,
  getRepairJob,
  getRmaLine,
  listFaultCodes,
  listJobs,
  listLines,
  listTestSteps,
  listUnits,
  packUnit,
  passFinalTest,
  placeHold,
  receiveUnit,
  recordFault,
  recordTest,
  registerUnit,
  releaseHold,
  removePart,
  returnWrongItem,
  revokeTest,
  settleCharge,
  shipUnit,
  startJob,
  unpackUnit,
  usePart,
  waiveCharge,
};

export const rmaCommands: readonly AnyCommand[] = [
  registerUnit,
  authorizeRma,
  cancelLine,
  closeUnused,
  receiveUnit,
  acceptSubstitute,
  returnWrongItem,
  decideRepair,
  decideReturnAsIs,
  decideScrap,
  revokeTest,
  packUnit,
  unpackUnit,
  shipUnit,
  confirmDelivery,
  agreeCharge,
  settleCharge,
  waiveCharge,
  placeHold,
  releaseHold,
  startJob,
  recordTest,
  recordFault,
  usePart,
  removePart,
  finishRepair,
  passFinalTest,
  failFinalTest,
  declareUneconomic,
  cancelJob,
  addFaultCode,
  addTestStep,
];

/** Commands that only the product's own timers send; they have no route and no button. */
export const rmaTimerCommands: readonly AnyCommand[] = [expireLine, assumeDelivery];

export const rmaQueries: readonly AnyQuery[] = [
  listLines,
  getRmaLine,
  countQueues,
  findLineByScan,
  listUnits,
  listJobs,
  getRepairJob,
  listFaultCodes,
  listTestSteps,
];
