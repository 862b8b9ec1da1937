/**
 * How much of a part a quantity in another unit is. Exact or refused: half a piece does not exist.
 * Knows factors, not parts.
 */
import { quantityMax } from '../../../platform/scalars.ts';

/** One `unit` is exactly `numerator` / `denominator` base units. */
export interface UnitFactor {
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
}

export type BaseUnits =
  | { readonly ok: true; readonly quantity: number }
  | { readonly ok: false; readonly why: 'unknown-unit' | 'not-whole' | 'too-many' };

/**
 * `quantity` of `unit` in base units of the part. The base unit itself is always known.
 * @example toBaseUnits({ base: 'pcs', units: [{ unit: 'box', numerator: 12, denominator: 1 }] }, 2, 'box')
 *          // { ok: true, quantity: 24 }
 */
export function toBaseUnits(
  part: { readonly base: string; readonly units: readonly UnitFactor[] },
  quantity: number,
  unit: string,
): BaseUnits {
  const factor =
    unit === part.base
      ? { numerator: 1, denominator: 1 }
      : part.units.find((one) => one.unit === unit);
  if (factor === undefined) return { ok: false, why: 'unknown-unit' };
  const pieces = BigInt(quantity) * BigInt(factor.numerator);
  const denominator = BigInt(factor.denominator);
  if (pieces % denominator !== 0n) return { ok: false, why: 'not-whole' };
  const base = pieces / denominator;
  if (base > BigInt(quantityMax)) return { ok: false, why: 'too-many' };
  return { ok: true, quantity: Number(base) };
}
