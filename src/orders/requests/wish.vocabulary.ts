/**
 * The words of a wish for parts: what may happen to it, what it remembers, and what it asks the
 * warehouse to do. Quantities count pieces over all lines; the lines repeat this per part. Must hold
 * no decision.
 */
import { declareEffects } from '../../platform/flow-effects.ts';

/** undecided + refused + withdrawn + approved is what was asked for; arrived + cancelled <= approved. */
export interface WishBalance {
  readonly undecided: number;
  readonly refused: number;
  /** Taken back before anybody decided. */
  readonly withdrawn: number;
  readonly approved: number;
  /** Of what was approved: came in. */
  readonly arrived: number;
  /** Of what was approved: will not come. */
  readonly cancelled: number;
}

export interface WishInput {
  readonly quantity: number;
}

export type WishEvent =
  | { readonly type: 'approve'; readonly approved: number; readonly refused: number }
  | { readonly type: 'reject' }
  /** Before the decision so many pieces are taken back; afterwards the order says how many. */
  | { readonly type: 'cancel'; readonly quantity: number }
  /** The order has got on: what of the approved pieces has come and will not come, in all. */
  | { readonly type: 'follow'; readonly arrived: number; readonly cancelled: number };

/** What somebody decided, or withdrew. */
export type WishNews = 'approved' | 'partly-approved' | 'rejected' | 'cancelled';

export interface WishEffects {
  /** Opens the order for what was approved. */
  openOrder: undefined;
  /** Takes back from the order what has not been picked. */
  cancelRest: undefined;
  announce: { readonly news: WishNews };
}

export const wishEffects = declareEffects<WishEffects>({
  openOrder: true,
  cancelRest: true,
  announce: true,
});
