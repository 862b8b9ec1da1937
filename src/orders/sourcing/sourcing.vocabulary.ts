/**
 * The words of the sourcing answer: what is wanted, where pieces could come from, and what is said of
 * each source. Instants are milliseconds, money is in minor units. Must hold no decision.
 */
import type { ErrorParams } from '../../platform/errors.ts';
import type { Ratio } from '../allocation/covers.rules.ts';

/** A line that waits. */
export interface Wanted {
  readonly partId: string;
  /** Pieces of the wanted part. */
  readonly quantity: number;
  readonly destination: {
    readonly locationId: string;
    readonly siteId: string;
    readonly custodianId: string | null;
  };
  readonly neededBy: number | null;
  readonly now: number;
  /** Nothing is more urgent: a colleague's van may be asked without asking him first. */
  readonly isUrgent: boolean;
}

/** How a part may stand in for the wanted one; `order` is the order in which to try them. */
export interface StandInUse extends Ratio {
  readonly kind: 'same' | 'supersedes' | 'alternate';
  readonly order: number;
  readonly useUpOldFirst: boolean;
  /** Serial numbers of the equipment for which alone it may stand in, as people say it; null for all. */
  readonly effectivity: string | null;
}

interface AnyCandidate {
  readonly partId: string;
  readonly partNumber: string;
  readonly standIn: StandInUse;
  readonly siteId: string;
  readonly siteCode: string;
  /** Pieces of the part it has to give. */
  readonly quantity: number;
}

/** Stock that is free now. */
export interface StockCandidate extends AnyCandidate {
  readonly kind: 'stock';
  readonly pileId: string;
  readonly isSerial: boolean;
  readonly locationId: string;
  readonly locationCode: string;
  readonly isVan: boolean;
  readonly custodianId: string | null;
  /** Refurbished stock goes before new. */
  readonly condition: 'new' | 'good';
  readonly lotNumber: string | null;
  /** The last day on which it may be used, `YYYY-MM-DD`. */
  readonly expiresOn: string | null;
  /** When the pile was begun, as a number that grows. */
  readonly since: number;
}

/** Stock that will be free later: being repaired, bought, or on the road without a taker. */
export interface LaterCandidate extends AnyCandidate {
  readonly kind: 'repair' | 'purchase' | 'in-transit';
  readonly readyAt: number | null;
  /** What promises it, as people call it; null for stock that only has to be repaired. */
  readonly documentNumber: string | null;
  /** When it would be at the destination; null when nobody can say. */
  readonly arriveAt: number | null;
}

export type Candidate = StockCandidate | LaterCandidate;

/** Why goods stand still before a lane. */
export type WaitCode = 'closed' | 'cut-off-missed' | 'after-hours' | 'not-yet-valid';

/** When stock of a site that is ready now is at the destination. */
export interface SiteArrival {
  readonly siteId: string;
  readonly arriveAt: number;
  readonly costMinor: number | null;
  readonly currency: string | null;
  /** Why it waits on the way. */
  readonly waits: readonly { readonly code: WaitCode; readonly departAt: number }[];
}

/** The ways to the destination; none at all where no network has been described. */
export interface Ways {
  readonly arrivals: readonly SiteArrival[];
  readonly isDescribed: boolean;
}

/** Where stock lies as seen from the destination. */
export type Nearness = 'there-already' | 'own-van' | 'this-site' | 'other-site' | 'peer-van';

export const reasonCodes = [
  'on-time',
  'late',
  'no-date',
  'arrival-unknown',
  'no-lane',
  'whole-line',
  'part-of-line',
  'successor',
  'alternate',
  'use-up-old',
  'effectivity',
  'refurbished',
  'first-expiring',
  'expires-before-arrival',
  'there-already',
  'own-van',
  'this-site',
  'peer-van',
  'cost',
  'closed',
  'cut-off-missed',
  'after-hours',
  'not-yet-valid',
  'must-be-repaired',
  'on-order',
  'in-transit',
  'by-hand',
  'stock-came-in',
  'taken-over',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Why a source stands where it stands: a sentence of the catalogues, with its data. */
export interface SourceReason {
  readonly code: ReasonCode;
  readonly params: ErrorParams;
}

/** A source and what the rules say of it. */
export interface Source {
  readonly candidate: Candidate;
  readonly nearness: Nearness;
  readonly arriveAt: number | null;
  readonly isOnTime: boolean;
  /** Whether the rules may take from it by themselves. */
  readonly isPromisable: boolean;
  /** Whether its site has the whole line. */
  readonly isWhole: boolean;
  readonly costMinor: number | null;
  readonly currency: string | null;
  /** Wanted pieces it could cover. */
  readonly coversAtMost: number;
  readonly reasons: readonly SourceReason[];
}

/** A source in its place, and what is to be taken from it. */
export interface RankedSource extends Source {
  readonly rank: number;
  /** Pieces of the source's part, and the wanted pieces they cover; 0 where nothing is taken. */
  readonly take: number;
  readonly covers: number;
}

/** The answer for one line. */
export interface SourcingAnswer {
  readonly sources: readonly RankedSource[];
  /** Wanted pieces covered by what is taken, and those that go on waiting. */
  readonly covered: number;
  readonly waiting: number;
}
