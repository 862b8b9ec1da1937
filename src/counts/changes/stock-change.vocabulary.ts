/**
 * The words of a change of stock that somebody asks for and somebody else approves: an adjustment of
 * what the books say, or the scrapping of what is there. Must hold no decision.
 */
import { declareEffects } from '../../platform/flow-effects.ts';

export const changeKinds = ['adjustment', 'scrap'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface StockChangeInput {
  readonly kind: ChangeKind;
}
export interface StockChangeContext {
  readonly kind: ChangeKind;
}

export type StockChangeEvent =
  | { readonly type: 'approve' }
  | { readonly type: 'reject' }
  | { readonly type: 'cancel' };

export interface StockChangeEffects {
  /** What shall be scrapped is put out of everybody's reach; what is only corrected is not. */
  secureStock: { readonly isHeld: boolean };
  /** To scrap, using the hold up. */
  scrapStock: undefined;
  /** To or from the count difference. */
  correctStock: undefined;
  releaseStock: undefined;
}

export const stockChangeEffects = declareEffects<StockChangeEffects>({
  secureStock: true,
  scrapStock: true,
  correctStock: true,
  releaseStock: true,
});
