/** What returned goods are called on their way. Knows conditions; no place and no person. */
import type { Condition } from '../inventory/index.ts';

/**
 * Nobody is promised what nobody has looked at: what was usable travels unverified. What goes to a
 * repairer or supplier is inspected there and stays what it is.
 */
export function travelConditionOf(condition: Condition, isInspectedHere: boolean): Condition {
  const isUsable = condition === 'new' || condition === 'good';
  return isUsable && isInspectedHere ? 'unverified' : condition;
}
