/**
 * What counts as a receipt, an issue, a scrapping and so on, and how time is cut into periods. Pure;
 * days are `YYYY-MM-DD` in UTC, weeks begin on Monday.
 */

/** What a report of a period may be about. */
export const flowKinds = [
  'receipts',
  'issues',
  'shipments',
  'scrap',
  'adjustments',
  'counts',
  'everything',
] as const;
export type FlowKind = (typeof flowKinds)[number];

export const periodUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

export const flowSplits = ['none', 'site', 'category'] as const;

/** The kinds of entry that make up each; a reversal counts against the kind of what it undoes. */
export const entryKindsOf: Readonly<Record<FlowKind, readonly string[] | null>> = {
  receipts: ['receipt', 'return'],
  issues: ['issue', 'delivery'],
  shipments: ['shipment'],
  scrap: ['scrap', 'loss'],
  adjustments: ['adjustment'],
  counts: ['count'],
  everything: null,
};

/** Which way of the border of a site matters for it. */
export const directionOf: Readonly<Record<FlowKind, 'in' | 'out' | 'both'>> = {
  receipts: 'in',
  issues: 'out',
  shipments: 'out',
  scrap: 'out',
  adjustments: 'both',
  counts: 'both',
  everything: 'both',
};

/** The most periods one report shows. */
export const periodsMax = 400;

const dayMs = 86_400_000;

/** How many days two calendar days are apart. */
function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs);
}

const daysOf: Readonly<Record<PeriodUnit, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
};

/** Whether a span of days is cut into more periods than a report shows. */
export function isTooFine(unit: PeriodUnit, fromDay: string, untilDay: string): boolean {
  return daysBetween(fromDay, untilDay) / daysOf[unit] > periodsMax;
}
