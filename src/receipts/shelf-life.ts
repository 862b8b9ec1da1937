/** Asks once before a lot is taken in that will not keep as long as the site wants. */

import { isoDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { daysBetween } from './days.rules.ts';
import { receiptsErrors } from './errors.ts';

/** @throws receipts.short-shelf-life unless it was acknowledged */
export function requireShelfLife(
  work: Work,
  lot: { readonly lotNumber?: string | null; readonly expiresOn: string | null },
  { minimumShelfLifeDays: minimum }: { readonly minimumShelfLifeDays: number },
): void {
  const { lotNumber = null, expiresOn } = lot;
  if (expiresOn === null) return;
  const days = daysBetween(isoDay(work.now), expiresOn);
  if (days >= minimum || work.acknowledged.has('receipts.short-shelf-life')) return;
  throw receiptsErrors.error('short-shelf-life', { lotNumber, expiresOn, days, minimum });
}
