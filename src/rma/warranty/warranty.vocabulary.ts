/**
 * The words of the warranty: entitlements, terms as data, and the explanation a desk translates.
 * Must hold no decision.
 */
import type { PlainDate } from './plain-date.rules.ts';

/** What the customer may choose, best first. */
export type Entitlement = 'refund' | 'exchange' | 'repair' | 'paid';

/** Which promise granted it. */
export type WarrantyTier =
  | 'refund'
  | 'exchange'
  | 'free-repair'
  | 'maker'
  | 'repair-warranty'
  | 'none';

/** What voids the free promises, from the warranty terms. */
export const warrantyExclusions = [
  'proof-invalid',
  'serial-altered',
  'serial-disagrees',
  'misuse',
  'unauthorised-repair',
  'accident',
] as const;
export type WarrantyExclusion = (typeof warrantyExclusions)[number];

/** A term of the promise; day limits include their last day. */
export interface WarrantyPolicy {
  /** `acceptance` falls back to the sale while the acceptance is unknown: it cannot be later. */
  readonly startsAt: 'sale' | 'acceptance';
  /** Windows by age in days, from the best entitlement to the least; limits rise. */
  readonly windows: ReadonlyArray<{
    readonly entitlement: 'refund' | 'exchange';
    readonly throughDay: number;
  }>;
  readonly freeRepairMonths: number;
  /** The maker's own period; counts when it is the longer one. */
  readonly makerMonths: number | null;
  /** What our own repair carries, from the day it was repaired. */
  readonly repairWarrantyMonths: number;
}

/** Day 0 to 7 refund, 8 to 30 exchange, then free repair to one year (the documents' defaults). */
export const DEFAULT_WARRANTY_POLICY: WarrantyPolicy = {
  startsAt: 'sale',
  windows: [
    { entitlement: 'refund', throughDay: 7 },
    { entitlement: 'exchange', throughDay: 30 },
  ],
  freeRepairMonths: 12,
  makerMonths: null,
  repairWarrantyMonths: 3,
};

export type WarrantyReason =
  | 'started-at-sale'
  | 'started-at-acceptance'
  | 'acceptance-unknown-sale-used'
  | 'no-proof-of-purchase'
  | 'within-refund-days'
  | 'within-exchange-days'
  | 'within-free-repair'
  | 'within-maker-period'
  | 'within-repair-warranty'
  | 'period-over'
  | `excluded-${WarrantyExclusion}`;

/** One sentence of the explanation: its code, and the dates and numbers to fill in. */
export interface WarrantyStatement {
  readonly code: WarrantyReason;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Coverage {
  readonly kind: 'covered';
  readonly entitlement: Entitlement;
  readonly tier: WarrantyTier;
  /** Day 0, or null when nothing proves it. */
  readonly startsOn: PlainDate | null;
  /** Last day of the tier that applies; for `none`, of the last promise that applied, or null. */
  readonly endsOn: PlainDate | null;
  /** Age in days on the day asked; the day of sale or acceptance is day 0. */
  readonly dayNumber: number | null;
  readonly reasons: readonly WarrantyStatement[];
}

/** The facts contradict each other or the calendar: nothing can be decided from them. */
export interface CoverageRefused {
  readonly kind: 'refused';
  readonly reason: 'date-unknown' | 'date-in-future' | 'accepted-before-sale';
  readonly field: 'soldOn' | 'acceptedOn' | 'repairedOn' | 'today';
}

export interface CoverageQuestion {
  readonly soldOn: PlainDate | null;
  readonly acceptedOn: PlainDate | null;
  readonly policy: WarrantyPolicy;
  readonly exclusions: readonly WarrantyExclusion[];
  /** Day our last repair of this unit was finished. */
  readonly repairedOn?: PlainDate | null;
  readonly today: PlainDate;
}
