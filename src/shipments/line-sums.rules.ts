/**
 * What the lines of a shipment add up to: whether it holds anything, whether all is packed, how much
 * is still on the way. Pure sums; which line belongs to which shipment is decided elsewhere.
 */

/** What a line says of its quantities. */
export interface LineQuantities {
  readonly quantity: number;
  readonly shipped: number;
  readonly received: number;
  readonly lost: number;
  readonly handlingUnitId: string | null;
  readonly isUnboxed: boolean;
}

/** Whether a line is ready to travel: in a box, or said to go without one. */
export function isPacked(line: Pick<LineQuantities, 'handlingUnitId' | 'isUnboxed'>): boolean {
  return line.handlingUnitId !== null || line.isUnboxed;
}

/** What the shipment's machine has to know of its lines. */
export function contentsOf(lines: readonly LineQuantities[]): {
  hasGoods: boolean;
  isAllPacked: boolean;
} {
  return { hasGoods: lines.length > 0, isAllPacked: lines.every(isPacked) };
}

/** How much of a line is on the way: it left, did not arrive and is not written off. */
export function onTheWayOf(line: LineQuantities): number {
  return line.shipped - line.received - line.lost;
}

/** Whether nothing of the lines is on the way any more. */
export function isAllIn(lines: readonly LineQuantities[]): boolean {
  return lines.every((line) => onTheWayOf(line) === 0);
}

/** Whether anything of the lines is written off. */
export function hasLost(lines: readonly LineQuantities[]): boolean {
  return lines.some((line) => line.lost > 0);
}
