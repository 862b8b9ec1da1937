/**
 * When a part has to be replenished and by how much: order at or below the minimum, up to the
 * maximum. Pure; quantities are whole base units.
 */

/** What is known of a part at a site. */
export interface Position {
  readonly onHand: number;
  readonly reserved: number;
  readonly minQuantity: number;
  readonly maxQuantity: number;
  /** Smallest lot the supplier sells and the multiple it comes in; 1 when he does not say. */
  readonly minimumOrderQuantity: number;
  readonly packSize: number;
}

/** How much to order now; null when there is enough. */
export interface Proposal {
  readonly available: number;
  readonly quantity: number;
}

/**
 * The proposal of a min/max rule. Available = on hand − reserved; the shortfall to the maximum is
 * raised to the minimum order and then to whole packs.
 */
export function propose(position: Position): Proposal | null {
  const available = position.onHand - position.reserved;
  if (available > position.minQuantity) return null;
  const shortfall = position.maxQuantity - available;
  const atLeast = Math.max(shortfall, position.minimumOrderQuantity);
  const packs = Math.ceil(atLeast / position.packSize);
  return { available, quantity: packs * position.packSize };
}
