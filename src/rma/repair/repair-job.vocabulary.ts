/**
 * The words of a repair job: what happens on the bench, what the job remembers, and what it asks the
 * depot to do. Event names are the commands, permissions and buttons of the same name.
 */
import { declareEffects } from '../../platform/flow-effects.ts';

export interface RepairJobContext {
  /** Failed final tests so far; the third one makes the unit uneconomic. */
  readonly cycle: number;
  /** Since the unit last came to its final test. */
  readonly everyMandatoryTestPassed: boolean;
}

export type RepairJobEvent =
  | { readonly type: 'start' }
  | {
      readonly type: 'record-test';
      /** Of this final test, the recorded step included; means nothing while diagnosing. */
      readonly everyMandatoryTestPassed: boolean;
    }
  | { readonly type: 'record-fault'; readonly faultCode: string }
  | {
      readonly type: 'use-part';
      readonly usageId: string;
      /** The part's policy: the replaced piece is owed back as a defective return. */
      readonly defectiveMustComeBack: boolean;
    }
  | { readonly type: 'remove-part'; readonly usageId: string }
  | { readonly type: 'finish-repair' }
  | { readonly type: 'pass-final-test' }
  | { readonly type: 'fail-final-test' }
  | { readonly type: 'declare-uneconomic' }
  | { readonly type: 'cancel' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'reopen' }
  | { readonly type: 'close' };

/** What a command performs, in the order given. */
export interface RepairJobEffects {
  /** dock to bench. */
  moveToBench: undefined;
  /** bench to dock. */
  moveToDock: { readonly condition: 'good' | 'defective' };
  recordFault: { readonly faultCode: string };
  consumePart: { readonly usageId: string };
  oweDefectivePart: { readonly usageId: string };
  /** Undoes the usage and whatever it owes. */
  undoPartUse: { readonly usageId: string };
  /** Sends `job-passed` to the line. */
  notifyLinePassed: undefined;
  /** Sends `job-uneconomic` to the line. */
  notifyLineUneconomic: undefined;
  /** Sends `job-cancelled` to the line. */
  notifyLineCancelled: undefined;
}

export const repairJobEffects = declareEffects<RepairJobEffects>({
  moveToBench: true,
  moveToDock: true,
  recordFault: true,
  consumePart: true,
  oweDefectivePart: true,
  undoPartUse: true,
  notifyLinePassed: true,
  notifyLineUneconomic: true,
  notifyLineCancelled: true,
});
