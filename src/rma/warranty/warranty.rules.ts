/**
 * What a customer is entitled to on a day: refund, exchange, free repair or paid repair, with the
 * reasons in the order they counted. Decides on plain dates and settings alone; must not know who
 * asks, where settings are kept, or any language.
 */
import { invariant } from '../../platform/errors.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  isPlainDate,
  type PlainDate,
} from './plain-date.rules.ts';
import type {
  Coverage,
  CoverageQuestion,
  CoverageRefused,
  Entitlement,
  WarrantyPolicy,
  WarrantyReason,
  WarrantyStatement,
  WarrantyTier,
} from './warranty.vocabulary.ts';

/**
 * Decides the entitlement. Days count from 0 on the day of sale or acceptance; a period of months
 * ends on the corresponding day of its last month, that day included, or on the month's last day when
 * there is none (Civil Code of the PRC, articles 201 and 202). Any exclusion makes the repair paid;
 * our own repair warranty needs no proof of purchase.
 * @example decideCoverage({ soldOn: '2024-01-01', acceptedOn: null, exclusions: [],
 *   policy: DEFAULT_WARRANTY_POLICY, today: '2024-01-09' }) // exchange, day 8
 */
export function decideCoverage(question: CoverageQuestion): Coverage | CoverageRefused {
  const refused = contradiction(question);
  if (refused !== undefined) return refused;
  const start = startOf(question);
  const dayNumber =
    start.startsOn === null ? null : (daysBetween(start.startsOn, question.today) ?? null);
  const grants = [...saleGrants(start.startsOn, question.policy), ...repairGrants(question)];
  const because = (...more: readonly WarrantyStatement[]) => [...start.reasons, ...more];
  const facts = { kind: 'covered', startsOn: start.startsOn, dayNumber } as const;
  const last = grants.reduce<PlainDate | null>((a, b) => laterOf(a, b.endsOn), null);
  const paid = { ...facts, entitlement: 'paid', tier: 'none', endsOn: last } as const;
  if (question.exclusions.length > 0) {
    const excluded = question.exclusions.map((name) => say(`excluded-${name}`, {}));
    return { ...paid, reasons: because(...excluded) };
  }
  const kept = grants.find((grant) => question.today <= grant.endsOn);
  if (kept !== undefined) {
    const { entitlement, tier, endsOn, reason } = kept;
    return { ...facts, entitlement, tier, endsOn, reasons: because(reason) };
  }
  return {
    ...paid,
    reasons: last === null ? because() : because(say('period-over', { endsOn: last })),
  };
}

function say(code: WarrantyReason, params: WarrantyStatement['params']): WarrantyStatement {
  return { code, params };
}

// Days of one shape sort as text.
function laterOf(a: PlainDate | null, b: PlainDate): PlainDate {
  return a === null || a < b ? b : a;
}

function contradiction(question: CoverageQuestion): CoverageRefused | undefined {
  const { soldOn, acceptedOn, repairedOn = null, today } = question;
  const refuse = (reason: CoverageRefused['reason'], field: CoverageRefused['field']) =>
    ({ kind: 'refused', reason, field }) as const;
  if (!isPlainDate(today)) return refuse('date-unknown', 'today');
  const past = [
    ['soldOn', soldOn],
    ['acceptedOn', acceptedOn],
    ['repairedOn', repairedOn],
  ] as const;
  for (const [field, date] of past) {
    if (date === null) continue;
    if (!isPlainDate(date)) return refuse('date-unknown', field);
    if (date > today) return refuse('date-in-future', field);
  }
  if (soldOn !== null && acceptedOn !== null && acceptedOn < soldOn) {
    return refuse('accepted-before-sale', 'acceptedOn');
  }
  return undefined;
}

interface Start {
  readonly startsOn: PlainDate | null;
  readonly reasons: readonly WarrantyStatement[];
}

function startOf({ soldOn, acceptedOn, policy }: CoverageQuestion): Start {
  if (policy.startsAt === 'acceptance' && acceptedOn !== null) {
    const reasons = [say('started-at-acceptance', { startsOn: acceptedOn })];
    return { startsOn: acceptedOn, reasons };
  }
  if (soldOn === null) return { startsOn: null, reasons: [say('no-proof-of-purchase', {})] };
  const code = policy.startsAt === 'sale' ? 'started-at-sale' : 'acceptance-unknown-sale-used';
  return { startsOn: soldOn, reasons: [say(code, { startsOn: soldOn })] };
}

/** One promise and its last day, best promise first. */
interface Grant {
  readonly entitlement: Exclude<Entitlement, 'paid'>;
  readonly tier: WarrantyTier;
  readonly endsOn: PlainDate;
  readonly reason: WarrantyStatement;
}

function saleGrants(startsOn: PlainDate | null, policy: WarrantyPolicy): readonly Grant[] {
  if (startsOn === null) return [];
  const windows = policy.windows.map(({ entitlement, throughDay }): Grant => {
    const endsOn = onCalendar(addDays(startsOn, throughDay));
    const reason = say(`within-${entitlement}-days`, { throughDay, endsOn });
    return { entitlement, tier: entitlement, endsOn, reason };
  });
  const { freeRepairMonths, makerMonths } = policy;
  const isMakers = makerMonths !== null && makerMonths > freeRepairMonths;
  const months = isMakers ? makerMonths : freeRepairMonths;
  if (months === 0) return windows;
  const endsOn = onCalendar(addMonths(startsOn, months));
  const code = isMakers ? 'within-maker-period' : 'within-free-repair';
  const tier = isMakers ? 'maker' : 'free-repair';
  return [
    ...windows,
    { entitlement: 'repair', tier, endsOn, reason: say(code, { months, endsOn }) },
  ];
}

function repairGrants({ repairedOn = null, policy }: CoverageQuestion): readonly Grant[] {
  const months = policy.repairWarrantyMonths;
  if (repairedOn === null || months === 0) return [];
  const endsOn = onCalendar(addMonths(repairedOn, months));
  const reason = say('within-repair-warranty', { repairedOn, months, endsOn });
  return [{ entitlement: 'repair', tier: 'repair-warranty', endsOn, reason }];
}

function onCalendar(date: PlainDate | undefined): PlainDate {
  invariant(date !== undefined, 'a warranty term ends outside the calendar');
  return date;
}
