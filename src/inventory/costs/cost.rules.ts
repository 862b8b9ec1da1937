/**
 * What a change of the way a part is valued does to its value. Pure; amounts are whole minor units,
 * quantities whole base units.
 */

export const costMethods = ['average', 'standard'] as const;
export type CostMethod = (typeof costMethods)[number];

/** How a part is valued, and what all of it is worth. */
export interface CostState {
  readonly method: CostMethod;
  readonly standardMinor: number | null;
  readonly quantity: number;
  readonly valueMinor: number;
}

/** The state after a revaluation, and by how much the value changed. */
export interface Revaluation extends CostState {
  readonly deltaMinor: number;
}

/** What is wrong with a wish to value a part otherwise. */
export type RevaluationFlaw = 'standard-needs-cost' | 'nothing-to-revalue' | 'value-too-large';

/**
 * Values a part by a method. The standard prices every piece alike; the average keeps the value there
 * is, unless a new cost of one piece is given, which then prices the stock there is.
 */
export function revalue(
  state: CostState,
  wish: { readonly method: CostMethod; readonly unitMinor: number | null },
): Revaluation | RevaluationFlaw {
  const { method, unitMinor } = wish;
  if (method === 'standard' && unitMinor === null) return 'standard-needs-cost';
  if (method === 'average' && unitMinor !== null && state.quantity === 0) {
    return 'nothing-to-revalue';
  }
  const valueMinor = unitMinor === null ? state.valueMinor : unitMinor * state.quantity;
  if (!Number.isSafeInteger(valueMinor)) return 'value-too-large';
  return {
    method,
    standardMinor: method === 'standard' ? unitMinor : null,
    quantity: state.quantity,
    valueMinor,
    deltaMinor: valueMinor - state.valueMinor,
  };
}
