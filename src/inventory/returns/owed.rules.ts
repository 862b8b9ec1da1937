/** How late a defective return is, and what may still come back. Knows days and states, and no row. */
import type { OwedState } from './owed.vocabulary.ts';

/** Whether the part is still owed: nobody has sent it, taken it in or given it up. */
export function isOwed({ state }: { readonly state: string }): boolean {
  return state === ('owed' satisfies OwedState);
}

/** Groups of lateness, in whole days after the due day; the first is not late. */
export const ageBuckets = ['not-due', 'week', 'month', 'quarter', 'older'] as const;

/** The last day of lateness each late group holds; the last group holds the rest. */
export const bucketDays = { week: 7, month: 30, quarter: 90 } as const;

const dayMs = 86_400_000;

/** Whole days from one calendar day to another, both `YYYY-MM-DD`; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
