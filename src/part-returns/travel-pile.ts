/** The pile a line of a return becomes on its way. */
import type { Condition, Pile } from '../inventory/index.ts';
import { type PartReturnLineRow, pileOfLine } from './store.ts';

/** The same goods, called what they are called until somebody has looked at them. */
export function travelPileOf(line: PartReturnLineRow): Pile {
  return { ...pileOfLine(line), condition: line.travelCondition as Condition };
}
