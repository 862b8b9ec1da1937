/**
 * Matches what came with what was ordered: what each piece was to cost, how much of a line is still
 * expected when it is counted, and how much of it the delivery settles. Knows numbers only.
 */
import { valueOfLine } from './rounding.rules.ts';

/** A line of the order as far as a delivery is concerned. */
export interface OrderedLine {
  readonly quantity: number;
  readonly received: number;
  readonly cancelled: number;
  readonly priceMinor: number | null;
}

/** What is still to come of a line. */
export function openOf({ quantity, received, cancelled }: OrderedLine): number {
  return quantity - received - cancelled;
}

/** What so many cost; undefined where the part is valued in another currency or nobody knows. */
export function valueOfGoods(
  quantity: number,
  line: OrderedLine,
  isSameCurrency: boolean,
): number | undefined {
  if (!isSameCurrency || line.priceMinor === null) return undefined;
  return valueOfLine(quantity, line.priceMinor) ?? undefined;
}

/** How much of the line is settled by what came; what came beyond it is the receipt's discrepancy. */
export function settledBy(line: OrderedLine, came: number): number {
  return Math.min(came, openOf(line));
}
