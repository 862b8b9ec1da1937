/**
 * The words of a discrepancy: what can be wrong with what came, what may be decided about it, and
 * what the decision asks the warehouse to do. Must hold no decision.
 */
import { declareEffects } from '../platform/flow-effects.ts';

export const discrepancyKinds = [
  'short',
  'over',
  'wrong-part',
  'damaged',
  'unexpected',
  'wrong-serial',
  'unknown-serial',
  'serial-elsewhere',
  'expired',
  'misrouted',
] as const;
export type DiscrepancyKind = (typeof discrepancyKinds)[number];

/** What was decided about pieces; the events of the machine, `tolerate` is the product's own. */
export const outcomes = [
  'lost',
  'found',
  'not-sent',
  'accept',
  'send-back',
  'scrap',
  'found-here',
  'note',
  'tolerate',
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Where the pieces are: on the way and missing, lying here in quarantine, taken into stock at once,
 * somewhere else by the books, or there are none to move.
 */
export type Whereabouts = 'missing' | 'here' | 'stocked' | 'elsewhere' | 'nowhere';

export interface DiscrepancyInput {
  readonly whereabouts: Whereabouts;
  /** Pieces nobody expected: only somebody else than who received them may let them in. */
  readonly needsSecondPerson: boolean;
}

export type DiscrepancyContext = DiscrepancyInput;

export interface DiscrepancyEvent {
  readonly type: Outcome;
  /** Whether nothing is left open afterwards. */
  readonly isAll: boolean;
  /** Whether it is the very person who received the pieces. */
  readonly byReceiver: boolean;
}

/** What a command performs, in the order given. */
export interface DiscrepancyEffects {
  /** The missing pieces are written off; whoever waits for them is served anew. */
  writeOff: undefined;
  /** The missing pieces came after all and are taken in. */
  takeIn: undefined;
  /** The missing pieces never left: they lie where they were sent from. */
  putBackAtSender: undefined;
  /** The quarantined pieces become stock. */
  admit: undefined;
  /** The quarantined pieces go back to where they came from. */
  sendBack: undefined;
  /** The quarantined pieces are destroyed. */
  destroy: undefined;
  /** The piece lies here and not where the books say: the books follow. */
  moveHere: undefined;
}

export const discrepancyEffects = declareEffects<DiscrepancyEffects>({
  writeOff: true,
  takeIn: true,
  putBackAtSender: true,
  admit: true,
  sendBack: true,
  destroy: true,
  moveHere: true,
});
