/**
 * Gathers what the sourcing rules need for many lines at once: parts that may stand in, free piles,
 * destinations, ways. One question, however many lines there are, and the network where it matters.
 */
import { type CoveringPart, coveringParts, coversFor } from '../../inventory/index.ts';
import { arrivalFrom } from '../../network/index.ts';
import { isoDay } from '../../platform/clock.ts';
import type { Read } from '../../platform/work.ts';
import type { FreePile, PileChoice } from './candidates.store.ts';
import { type Destination, type GroundRows, readGround } from './ground.store.ts';
import type { SiteArrival, StandInUse, Ways } from './sourcing.vocabulary.ts';

/** How a part may stand in, with its name. */
export interface NamedStandIn extends StandInUse {
  readonly partId: string;
  readonly partNumber: string;
}

/** Everything the rules need of the world for some lines. */
export interface Ground {
  /** By wanted part, in the order in which to try them. */
  readonly standIns: ReadonlyMap<string, readonly NamedStandIn[]>;
  readonly piles: readonly FreePile[];
  /** The wanted parts and those related to them; one nobody knows is absent. */
  readonly parts: GroundRows['parts'];
  /** By id; one nobody knows is absent. */
  readonly destinations: ReadonlyMap<string, Destination>;
  /** By site of the destination. */
  readonly ways: ReadonlyMap<string, Ways>;
}

const nowhere: Ways = { arrivals: [], isDescribed: false };

function inOrder(
  covering: ReadonlyMap<string, readonly CoveringPart[]>,
): ReadonlyMap<string, readonly NamedStandIn[]> {
  return new Map(
    [...covering].map(([partId, parts]) => [
      partId,
      parts.map((part, order) => ({ ...part, order })),
    ]),
  );
}

/** The parts that may stand in for each wanted part. */
export async function standInsOf(
  read: Read,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedStandIn[]>> {
  return inOrder(await coveringParts(read, partIds, isoDay(read.now)));
}

/** When stock of sites is at a destination site, as the rules take it. */
export async function waysTo(
  read: Read,
  ask: { readonly toSiteId: string; readonly readyAt: Date; readonly fromSiteIds?: string[] },
): Promise<readonly SiteArrival[]> {
  return (await arrivalFrom(read, ask)).map((arrival) => ({
    siteId: arrival.fromSiteId,
    arriveAt: arrival.arriveAt.getTime(),
    costMinor: arrival.costMinor,
    currency: arrival.currency,
    waits: arrival.reasons.map(({ code, departAt }) => ({ code, departAt: departAt.getTime() })),
  }));
}

async function waysFor(
  read: Read,
  destinations: readonly Destination[],
  piles: readonly FreePile[],
): Promise<Map<string, Ways>> {
  const ways = new Map<string, Ways>();
  for (const { siteId, hasLanes } of destinations) {
    if (siteId === null || !hasLanes || ways.has(siteId)) continue;
    if (!piles.some((pile) => pile.siteId !== siteId)) continue;
    const fromSiteIds = [...new Set(piles.map((pile) => pile.siteId))];
    const arrivals = await waysTo(read, { toSiteId: siteId, readyAt: read.now, fromSiteIds });
    ways.set(siteId, { arrivals, isDescribed: true });
  }
  return ways;
}

/** The way to a site; nothing is known where no network has been described. */
export function wayOf(ground: Ground, siteId: string): Ways {
  return ground.ways.get(siteId) ?? nowhere;
}

/** Reads the ground; with `isLocked` the piles are locked and what is said of them stays true. */
export async function gather(
  read: Read,
  ask: { readonly destinationIds: readonly string[]; readonly partIds: readonly string[] },
  options: PileChoice = {},
): Promise<Ground> {
  const wanted = [...new Set(ask.partIds)];
  const destinationIds = [...new Set(ask.destinationIds)];
  const { parts, relations, destinations, piles } = await readGround(
    read,
    { partIds: wanted, destinationIds },
    options,
  );
  return {
    standIns: inOrder(coversFor(wanted, { relations, parts }, isoDay(read.now))),
    piles,
    parts,
    destinations: new Map(destinations.map((one) => [one.id, one])),
    ways: await waysFor(read, destinations, piles),
  };
}
