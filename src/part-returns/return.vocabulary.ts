/**
 * The words of a return of parts: where it stands, what can happen to it, and what a step asks the
 * warehouse to do. Must hold no decision.
 */
import { declareEffects } from '../platform/flow-effects.ts';

/** Where a return stands, in the order of its life. */
export const returnStates = ['open', 'sent', 'received', 'closed', 'cancelled'] as const;

/** How far the pieces of all lines together are. */
export interface HowFar {
  /** Pieces that are listed and have neither been handed over nor sent. */
  readonly isAllGone: boolean;
  /** Nothing is on the way any more. */
  readonly isAllIn: boolean;
  /** Everything that came in has been inspected. */
  readonly isAllInspected: boolean;
  /** No piece has been handed over or sent yet. */
  readonly isUntouched: boolean;
}

/** A step, with how far the pieces are after it. */
export interface ReturnEvent extends HowFar {
  readonly type: 'list' | 'send' | 'hand-over' | 'arrive' | 'lose' | 'find' | 'inspect' | 'cancel';
}

/** What a command performs, in the order given. */
export interface ReturnEffects {
  /** What is still held for the return is free again. */
  letGo: undefined;
  /** The return is at its end. */
  finish: undefined;
  /** What was thought finished goes on. */
  resume: undefined;
}

export const returnEffects = declareEffects<ReturnEffects>({
  letGo: true,
  finish: true,
  resume: true,
});
