/**
 * Which parts deserve to be counted often: classes by the value that went out in a year (ABC analysis,
 * Pareto 80/15/5). Pure.
 */

export const abcClasses = ['A', 'B', 'C'] as const;
export type AbcClass = (typeof abcClasses)[number];

/** What went out of a part in a year, in minor units. */
export interface UsageValue {
  readonly partId: string;
  readonly valueMinor: number;
}

/**
 * Class of each part: A makes up the first 80 % of the value, B the next 15 %, C the rest and whatever
 * did not move. The part that crosses a boundary belongs to the better class.
 */
export function classesOf(usage: readonly UsageValue[]): ReadonlyMap<string, AbcClass> {
  const total = usage.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  const sorted = [...usage].sort(
    (a, b) => b.valueMinor - a.valueMinor || (a.partId < b.partId ? -1 : 1),
  );
  const classes = new Map<string, AbcClass>();
  let before = 0;
  for (const { partId, valueMinor } of sorted) {
    const isC = valueMinor === 0 || before * 100 >= total * 95;
    classes.set(partId, isC ? 'C' : before * 100 < total * 80 ? 'A' : 'B');
    before += valueMinor;
  }
  return classes;
}
