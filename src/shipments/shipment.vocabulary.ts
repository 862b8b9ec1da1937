/**
 * The words of a shipment: what happens to it on its way, what it remembers of its contents, and what
 * it asks the warehouse to do. It counts nothing itself: the lines do, and tell it what is left.
 */
import { declareEffects } from '../platform/flow-effects.ts';

export interface ShipmentContext {
  /** Whether it holds any goods at all. */
  readonly hasGoods: boolean;
  /** Whether all of them are in a box, or said to travel without one. */
  readonly isAllPacked: boolean;
  /** Whether anything of it is written off as lost and not found again. */
  readonly hasLost: boolean;
}

export type ShipmentEvent =
  /** Goods were added, taken off, packed or unpacked. */
  | { readonly type: 'note-contents'; readonly hasGoods: boolean; readonly isAllPacked: boolean }
  | { readonly type: 'dispatch' }
  | { readonly type: 'cancel' }
  /** Some of it was received; `isLast` when nothing more is on the way. */
  | { readonly type: 'arrive'; readonly isLast: boolean }
  /** Some of it is written off; `isLast` when nothing more is on the way. */
  | { readonly type: 'lose'; readonly isLast: boolean }
  /** Some of what was written off turned up and is on its way again. */
  | { readonly type: 'find'; readonly isStillLosing: boolean };

/** What a command performs, in the order given. */
export interface ShipmentEffects {
  /** The goods leave the shipping area and are on the road from now on. */
  sendOff: undefined;
  /** The goods leave their boxes and are no longer meant for anybody. */
  takeApart: undefined;
  /** Nothing is on the way any more: the boxes are free for others. */
  close: undefined;
  /** Something is on the way again. */
  reopen: undefined;
}

export const shipmentEffects = declareEffects<ShipmentEffects>({
  sendOff: true,
  takeApart: true,
  close: true,
  reopen: true,
});
