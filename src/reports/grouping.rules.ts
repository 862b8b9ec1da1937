/**
 * What a report of stock may be split by, and in which order the columns stand. Pure; it knows neither
 * columns of a table nor words of a page.
 */

/** From the part to the box it lies in. */
export const groupings = [
  'part',
  'category',
  'site',
  'location',
  'condition',
  'owner',
  'lot',
  'box',
] as const;
export type Grouping = (typeof groupings)[number];

/** Each once, as asked for; of one part there is one category, so that adds no row. */
export function groupingsOf(asked: readonly Grouping[]): readonly Grouping[] {
  return groupings.filter((one) => asked.includes(one));
}
