/**
 * Invents the demand of a part over the last months and the stock levels a planner might have set
 * from it. It makes plausible figures, not good ones: the planning rules are to find fault with them.
 */
import type { SeededRandom } from './catalogue-random.ts';

export interface DemoDemand {
  /** Units demanded in each month, oldest first. */
  readonly byMonth: readonly number[];
  readonly minQuantity: number;
  readonly maxQuantity: number;
}

/** The months up to and with `lastMonth` (`YYYY-MM`), oldest first. */
export function monthsUpTo(lastMonth: string, count: number): readonly string[] {
  const year = Number(lastMonth.slice(0, 4));
  const lastIndex = year * 12 + Number(lastMonth.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, offset) => {
    const index = lastIndex - count + 1 + offset;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * Intermittent demand: in most months nothing, now and then a few at once; cheap parts move faster.
 * Minimum covers the lead time, maximum three months more, both in whole units.
 */
export function inventDemand(
  random: SeededRandom,
  months: number,
  { costMinor, leadTimeDays }: { readonly costMinor: number; readonly leadTimeDays: number },
): DemoDemand {
  const isMoving = random.chance(0.85);
  const base = costMinor < 500 ? 0.45 : costMinor < 10_000 ? 0.25 : 0.12;
  const probability = isMoving ? Math.min(0.95, random.logNormal(base, 0.7)) : 0;
  const sizeMean = costMinor < 500 ? random.logNormal(8, 0.8) : random.logNormal(1.4, 0.5);
  const byMonth = Array.from({ length: months }, () =>
    random.chance(probability) ? Math.max(1, Math.round(random.logNormal(sizeMean, 0.6))) : 0,
  );
  const monthly = byMonth.reduce((sum, each) => sum + each, 0) / months;
  const cover = (monthly * leadTimeDays) / 30;
  const minQuantity = Math.ceil(cover + 1.3 * Math.sqrt(cover * sizeMean));
  const maxQuantity = minQuantity + Math.max(1, Math.ceil(monthly * 3));
  return { byMonth, minQuantity, maxQuantity };
}
