/**
 * From what is needed to what is ordered: never less, at least the supplier's minimum, whole packs,
 * and the price that holds for so many. Knows numbers of one offer, not who makes it.
 */

/** What of an offer decides how much and for how much. */
export interface OfferTerms {
  readonly packSize: number;
  readonly minimumOrder: number;
  readonly priceBreaks: readonly { readonly fromQuantity: number; readonly priceMinor: number }[];
}

/** How much is ordered, and what raised it above what is needed. */
export interface Rounded {
  readonly quantity: number;
  readonly isRaisedToMinimum: boolean;
  readonly isRaisedToPack: boolean;
}

/** The smallest number of whole packs that is enough and not below the minimum. */
export function roundedUp(
  needed: number,
  { packSize, minimumOrder }: Pick<OfferTerms, 'packSize' | 'minimumOrder'>,
): Rounded {
  const enough = Math.max(needed, minimumOrder);
  const quantity = Math.ceil(enough / packSize) * packSize;
  return {
    quantity,
    isRaisedToMinimum: enough > needed,
    isRaisedToPack: quantity > enough,
  };
}

/** The price of one piece when so many are bought, in minor units; null where no break begins there. */
export function priceFor(breaks: OfferTerms['priceBreaks'], quantity: number): number | null {
  const reached = breaks.filter(({ fromQuantity }) => fromQuantity <= quantity);
  if (reached.length === 0) return null;
  return reached.reduce((best, one) => (one.fromQuantity > best.fromQuantity ? one : best))
    .priceMinor;
}

/** Quantity times price, exactly; null when no number here can hold it. */
export function valueOfLine(quantity: number, priceMinor: number): number | null {
  const value = BigInt(quantity) * BigInt(priceMinor);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}

/** What all lines come to; null when a price is missing or no number here can hold it. */
export function totalOf(
  lines: readonly { readonly quantity: number; readonly priceMinor: number | null }[],
): number | null {
  let total = 0n;
  for (const { quantity, priceMinor } of lines) {
    if (priceMinor === null) return null;
    total += BigInt(quantity) * BigInt(priceMinor);
  }
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : null;
}
