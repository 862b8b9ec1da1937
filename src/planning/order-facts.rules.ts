/** What follows from a suggestion's own numbers, for whoever puts it into words. Pure. */

/** The numbers of a suggestion that matter here; money in minor units of its currency. */
export interface OrderNumbers {
  readonly quantity: number;
  readonly available: number;
  readonly maxQuantity: number;
  readonly costMinor: number | null;
}

/** Whether minimum order and packs carry the order beyond the maximum. */
export function passesMaximum({ quantity, available, maxQuantity }: OrderNumbers): boolean {
  return available + quantity > maxQuantity;
}

/** Cost × quantity in minor units; null without a cost, or beyond what a whole number holds exactly. */
export function orderValueMinor({ quantity, costMinor }: OrderNumbers): number | null {
  const value = (costMinor ?? Number.NaN) * quantity;
  return Number.isSafeInteger(value) ? value : null;
}
