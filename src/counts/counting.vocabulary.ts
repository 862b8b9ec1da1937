/**
 * The words of a count: the document, its bins and its lines. Event names are the commands and
 * buttons of the same name; the rest is said by one of the three documents to another. Must hold no
 * decision.
 */
import { declareEffects } from '../platform/flow-effects.ts';

/** What a count knows of its bins and lines; told again after every step. */
export interface CountTally {
  /** Bins that nobody has opened in any pass. */
  readonly binsUntouched: number;
  /** Bins whose first pass is not finished, the untouched ones included. */
  readonly binsLeft: number;
  readonly toRecount: number;
  readonly toApprove: number;
  readonly posted: number;
  readonly bins: number;
}

export type StockCountEvent =
  | { readonly type: 'approve' }
  | { readonly type: 'send-back' }
  | { readonly type: 'dismiss' }
  | { readonly type: 'cancel' }
  | { readonly type: 'progress'; readonly tally: CountTally };

export interface StockCountInput {
  readonly bins: number;
}

export interface StockCountContext {
  readonly tally: CountTally;
}

/** What a command performs for the document as a whole. */
export interface StockCountEffects {
  /** Ends what is still open in bins and lines. */
  cancelRest: undefined;
  /** Bins may be counted by another count again. */
  closeBins: undefined;
}
export const stockCountEffects = declareEffects<StockCountEffects>({
  cancelRest: true,
  closeBins: true,
});

export type CountBinEvent =
  | { readonly type: 'open'; readonly isAnotherPerson: boolean }
  | { readonly type: 'scan'; readonly isOwn: boolean }
  | {
      readonly type: 'finish';
      readonly isOwn: boolean;
      /** Something was scanned, or the person said that there is nothing. */
      readonly isSeen: boolean;
    }
  | { readonly type: 'restart' }
  | { readonly type: 'recount' }
  | { readonly type: 'close' }
  | { readonly type: 'cancel' };

export interface CountBinContext {
  /** Whether the first pass is behind it, so that only lines in doubt are looked at. */
  readonly isRecount: boolean;
}

export interface CountBinEffects {
  /** A pass begins: what the books say now is kept beside it. */
  startPass: { readonly isRecount: boolean };
  /** The pass is given up; what was scanned in it counts for nothing. */
  dropPass: undefined;
  /** The pass is over; a first one also names what nobody found. */
  judgeLines: { readonly isRecount: boolean };
}
export const countBinEffects = declareEffects<CountBinEffects>({
  startPass: true,
  dropPass: true,
  judgeLines: true,
});

/** What a comparison of shelf and books says. */
export type Verdict = 'right' | 'within' | 'beyond';

export type CountLineEvent =
  | { readonly type: 'scan' }
  | { readonly type: 'judge'; readonly verdict: Verdict }
  | { readonly type: 'recount' }
  | { readonly type: 'give-up' }
  | { readonly type: 'approve' }
  | { readonly type: 'send-back' }
  | { readonly type: 'dismiss' }
  | { readonly type: 'cancel' };

export interface CountLineContext {
  /** The second count decides, whatever it says. */
  readonly wasRecounted: boolean;
}

/** A line performs nothing itself; the difference of all lines of one approval is one entry. */
export interface CountLineEffects {
  postDifference: undefined;
}
export const countLineEffects = declareEffects<CountLineEffects>({ postDifference: true });
