/**
 * The words of a defective part that has to come back: where it stands and what can happen to it.
 * Must hold no decision.
 */
import { declareEffects } from '../../platform/flow-effects.ts';

/** Where an obligation stands, in the order of its life. */
export const owedStates = [
  'owed',
  'sent',
  'returned',
  'closed',
  'written-off',
  'cancelled',
] as const;
export type OwedState = (typeof owedStates)[number];

/**
 * It left on its way back, came in, was inspected, was credited afterwards, was given up with consent, vanished on
 * the way, turned up again, or was taken back because the swap never happened.
 */
export type OwedEvent =
  | { readonly type: 'send' }
  | { readonly type: 'arrive' }
  | { readonly type: 'close' }
  | { readonly type: 'note-credit' }
  | { readonly type: 'write-off' }
  | { readonly type: 'lose' }
  | { readonly type: 'find' }
  | { readonly type: 'cancel' };

/** What a move leads to is stamped by whoever sends the event. */
export type OwedEffects = Readonly<Record<never, never>>;

export const owedEffects = declareEffects<OwedEffects>({});
