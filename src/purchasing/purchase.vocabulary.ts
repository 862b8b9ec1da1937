/**
 * The words of a purchase order: what may happen to it, what it remembers, and what it asks the house
 * to do. Quantities count pieces over all lines; the lines repeat this per part. Must hold no decision.
 */
import { declareEffects } from '../platform/flow-effects.ts';

/** received + cancelled <= ordered. */
export interface PurchaseBalance {
  readonly ordered: number;
  /** Lines whose price nobody knows. */
  readonly unpriced: number;
  readonly received: number;
  readonly cancelled: number;
}

export type PurchaseEvent =
  /** The lines of a draft were changed: what they come to now. */
  | { readonly type: 'note-lines'; readonly ordered: number; readonly unpriced: number }
  | { readonly type: 'send' }
  /** The supplier named days and prices; he may do so again. */
  | { readonly type: 'confirm' }
  | { readonly type: 'receive'; readonly quantity: number }
  /** So many pieces that were to come will not. */
  | { readonly type: 'cancel'; readonly quantity: number }
  /** A draft is given up. */
  | { readonly type: 'discard' };

export interface PurchaseEffects {
  /** Keeps what the paper says. */
  freezeSheet: undefined;
  /** Writes what every line still promises. */
  promiseSupply: undefined;
}

export const purchaseEffects = declareEffects<PurchaseEffects>({
  freezeSheet: true,
  promiseSupply: true,
});
