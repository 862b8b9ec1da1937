/**
 * What can be said of one source by itself: how near, when there, at what cost, and whether the rules
 * may take from it without asking anybody. Comparing sources is another matter.
 */
import { coveredBy } from '../allocation/covers.rules.ts';
import type {
  Candidate,
  Nearness,
  SiteArrival,
  Source,
  SourceReason,
  StockCandidate,
  Wanted,
  Ways,
} from './sourcing.vocabulary.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

function nearnessOf(candidate: Candidate, { destination }: Wanted): Nearness {
  const isHere = candidate.siteId === destination.siteId;
  if (candidate.kind !== 'stock') return isHere ? 'this-site' : 'other-site';
  if (candidate.locationId === destination.locationId) return 'there-already';
  const { isVan, custodianId } = candidate;
  if (isVan && custodianId !== null) {
    return custodianId === destination.custodianId ? 'own-van' : 'peer-van';
  }
  return isHere ? 'this-site' : 'other-site';
}

/** The first instant at which stock with this last day may not be used any more. */
function expiresAt(expiresOn: string): number {
  return Date.parse(`${expiresOn}T00:00:00Z`) + dayMs;
}

function isGoneBy(candidate: Candidate, arriveAt: number | null, now: number): boolean {
  if (candidate.kind !== 'stock' || candidate.expiresOn === null) return false;
  return expiresAt(candidate.expiresOn) <= (arriveAt ?? now);
}

function timeReasons(wanted: Wanted, arriveAt: number | null): SourceReason[] {
  if (arriveAt === null) return [{ code: 'arrival-unknown', params: {} }];
  if (wanted.neededBy === null) return [{ code: 'no-date', params: {} }];
  const lateHours = Math.ceil((arriveAt - wanted.neededBy) / hourMs);
  return lateHours <= 0
    ? [{ code: 'on-time', params: {} }]
    : [{ code: 'late', params: { hours: lateHours } }];
}

function partReasons({ standIn, partNumber }: Candidate): SourceReason[] {
  const { kind, numerator, denominator, useUpOldFirst, effectivity } = standIn;
  if (kind === 'same') return [];
  const params = { partNumber, numerator, denominator };
  const reasons: SourceReason[] = [
    { code: kind === 'supersedes' ? 'successor' : 'alternate', params },
  ];
  if (useUpOldFirst) reasons.push({ code: 'use-up-old', params: { partNumber } });
  if (effectivity !== null) reasons.push({ code: 'effectivity', params: { effectivity } });
  return reasons;
}

function laterReasons(candidate: Candidate): SourceReason[] {
  if (candidate.kind === 'stock') return [];
  const { documentNumber, readyAt } = candidate;
  const params = { documentNumber, readyAt };
  if (candidate.kind === 'in-transit') return [{ code: 'in-transit', params }];
  if (candidate.kind === 'purchase' || documentNumber !== null) {
    return [{ code: 'on-order', params }];
  }
  return [{ code: 'must-be-repaired', params }];
}

function stockReasons(candidate: StockCandidate, nearness: Nearness): SourceReason[] {
  const near: SourceReason[] = nearness === 'other-site' ? [] : [{ code: nearness, params: {} }];
  if (candidate.condition === 'good') near.push({ code: 'refurbished', params: {} });
  if (candidate.expiresOn !== null) {
    near.push({ code: 'first-expiring', params: { expiresOn: candidate.expiresOn } });
  }
  return near;
}

function wayReasons(way: SiteArrival | undefined, isReachable: boolean): SourceReason[] {
  if (!isReachable) return [{ code: 'no-lane', params: {} }];
  if (way === undefined) return [];
  const waits = way.waits.map(({ code, departAt }) => ({ code, params: { departAt } }));
  if (way.costMinor === null || way.costMinor === 0) return waits;
  const { costMinor, currency } = way;
  return [...waits, { code: 'cost', params: { costMinor, currency } }];
}

/** What the rules say of a source by itself; `isWhole` is for whoever sees all sources. */
export function judgeSource(wanted: Wanted, candidate: Candidate, ways: Ways): Source {
  const nearness = nearnessOf(candidate, wanted);
  const isHere = candidate.siteId === wanted.destination.siteId;
  const way = ways.arrivals.find(({ siteId }) => siteId === candidate.siteId);
  const isReachable = isHere || way !== undefined || !ways.isDescribed;
  const stockArrival = isHere ? wanted.now : (way?.arriveAt ?? null);
  const arriveAt = candidate.kind === 'stock' ? stockArrival : candidate.arriveAt;
  const isGone = isGoneBy(candidate, arriveAt, wanted.now);
  const mayTake =
    nearness !== 'there-already' &&
    (nearness !== 'peer-van' || wanted.isUrgent) &&
    // Whether the equipment is one of those, only a person can see.
    candidate.standIn.effectivity === null;
  const coversAtMost = Math.min(wanted.quantity, coveredBy(candidate.quantity, candidate.standIn));
  return {
    candidate,
    nearness,
    arriveAt,
    isOnTime: arriveAt !== null && (wanted.neededBy === null || arriveAt <= wanted.neededBy),
    isPromisable:
      candidate.kind === 'stock' && isReachable && !isGone && mayTake && coversAtMost > 0,
    isWhole: false,
    costMinor: isHere ? 0 : (way?.costMinor ?? null),
    currency: isHere ? null : (way?.currency ?? null),
    coversAtMost,
    reasons: [
      ...timeReasons(wanted, arriveAt),
      ...partReasons(candidate),
      ...(candidate.kind === 'stock' ? stockReasons(candidate, nearness) : laterReasons(candidate)),
      ...(isGone ? [{ code: 'expires-before-arrival' as const, params: {} }] : []),
      ...wayReasons(way, isReachable),
    ],
  };
}
