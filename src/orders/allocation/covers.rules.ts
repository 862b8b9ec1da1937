/**
 * How many pieces of a part stand for how many of another. Whole pieces only: what covers a fraction
 * of a wanted piece covers nothing. Knows numbers, not where they lie.
 */

/** `numerator` pieces of one part serve for `denominator` of the wanted one. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

const whole = (value: bigint) => Number(value);

/** Wanted pieces that so many pieces stand for. */
export function coveredBy(pieces: number, { numerator, denominator }: Ratio): number {
  return whole((BigInt(pieces) * BigInt(denominator)) / BigInt(numerator));
}

/** Pieces needed to stand for so many wanted ones. */
export function piecesFor(wanted: number, { numerator, denominator }: Ratio): number {
  const [w, n, d] = [BigInt(wanted), BigInt(numerator), BigInt(denominator)];
  return whole((w * n + d - 1n) / d);
}

/** Of an allocation of `quantity` pieces that cover `covers`, what the first `pieces` of it cover. */
export function coveredShare(
  pieces: number,
  { quantity, covers }: { readonly quantity: number; readonly covers: number },
): number {
  return whole((BigInt(pieces) * BigInt(covers)) / BigInt(quantity));
}
