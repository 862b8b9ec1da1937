/**
 * What may happen to a part's master data. Knows the part and whether stock of it ever moved; not
 * who asks.
 */

/** What of a part decides about a change. */
export interface PartFacts {
  readonly tracking: string;
  readonly unitOfMeasure: string;
}

/**
 * Why a change of tracking or base unit cannot be once stock has moved: piles, serial numbers and
 * quantities would mean something else afterwards. Null when it can.
 */
export function fixedByHistory(
  before: PartFacts,
  after: PartFacts,
  hasMoved: boolean,
): 'part-tracking-fixed' | 'part-unit-fixed' | null {
  if (!hasMoved) return null;
  if (before.tracking !== after.tracking) return 'part-tracking-fixed';
  return before.unitOfMeasure === after.unitOfMeasure ? null : 'part-unit-fixed';
}

/** Whether counting or tracking would change. */
export function changesCounting(before: PartFacts, after: PartFacts): boolean {
  return before.tracking !== after.tracking || before.unitOfMeasure !== after.unitOfMeasure;
}
