/** Asks the warranty rule about an installed unit; the answer is kept with the line. */
import { isoDay } from '../platform/clock.ts';
import type { CoverageView } from './contract.ts';
import { rmaErrors } from './errors.ts';
import type { InstalledRow } from './installed-base/store.ts';
import { decideCoverage } from './warranty/warranty.rules.ts';
import { DEFAULT_WARRANTY_POLICY, type WarrantyExclusion } from './warranty/warranty.vocabulary.ts';

/** What the customer is entitled to. @throws rma.date-unknown, date-in-future, accepted-before-sale */
export function coverageOf(
  unit: Pick<InstalledRow, 'soldOn' | 'acceptedOn' | 'warrantyMonths' | 'lastRepairedOn'>,
  now: Date,
  exclusions: readonly WarrantyExclusion[] = [],
): CoverageView {
  const policy = { ...DEFAULT_WARRANTY_POLICY, makerMonths: unit.warrantyMonths };
  const decided = decideCoverage({
    soldOn: unit.soldOn,
    acceptedOn: unit.acceptedOn,
    repairedOn: unit.lastRepairedOn,
    policy,
    exclusions,
    today: isoDay(now),
  });
  if (decided.kind === 'refused') {
    throw rmaErrors.error(decided.reason, { field: decided.field });
  }
  const { kind: _, reasons, ...coverage } = decided;
  return {
    ...coverage,
    reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
  };
}
