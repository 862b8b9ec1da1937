/**
 * The words of an order: what may happen to it, what it remembers, and what it asks for. An order
 * remembers how its pieces are spread over the stages of their way; the lines repeat this per part.
 * Must hold no decision.
 */
import { declareEffects } from '../platform/flow-effects.ts';

/** Where the pieces of an order are; the six numbers always add up to what was ordered. */
export interface OrderBalance {
  /** Ordered, and nothing is promised for it yet. */
  readonly waiting: number;
  /** Held in a bin. */
  readonly held: number;
  /** Taken from the bin, not yet on its way. */
  readonly picked: number;
  readonly onTheRoad: number;
  readonly received: number;
  readonly cancelled: number;
}

export interface OrderInput {
  readonly quantity: number;
}

/** Quantities count pieces of the ordered parts. */
export type OrderEvent =
  | { readonly type: 'allocate'; readonly quantity: number }
  | { readonly type: 'release'; readonly quantity: number }
  | { readonly type: 'cancel-rest'; readonly waiting: number; readonly held: number }
  | { readonly type: 'pick'; readonly quantity: number }
  | { readonly type: 'unpick'; readonly quantity: number }
  | { readonly type: 'ship'; readonly quantity: number }
  /** What was lost on the road waits again. */
  | { readonly type: 'arrive'; readonly received: number; readonly lost: number };

/** How an order ended. */
export type OrderEnd = 'fulfilled' | 'closed' | 'cancelled';

export interface OrderEffects {
  /** Tells whoever waits for the order that nothing more will come. */
  announceEnd: { readonly end: OrderEnd };
}

export const orderEffects = declareEffects<OrderEffects>({ announceEnd: true });
