/**
 * Gathers what the sourcing rules need for many lines at once: parts that may stand in, free piles,
 * destinations, ways. A fixed small number of questions, however many lines there are.
 */
import { coveringParts } from '../../inventory/index.ts';
import { arrivalFrom } from '../../network/index.ts';
import { isoDay } from '../../platform/clock.ts';
import type { Read } from '../../platform/work.ts';
import type { OrderLineRow, OrderRow } from '../store.ts';
import { type FreePile, freePiles, type PileChoice } from './candidates.store.ts';
import { custodiansOf, laneEndsAmong } from './places.store.ts';
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
  /** By destination: whose van it is. */
  readonly custodians: ReadonlyMap<string, string | null>;
  /** By site of the destination. */
  readonly ways: ReadonlyMap<string, Ways>;
}

const nowhere: Ways = { arrivals: [], isDescribed: false };

/** The parts that may stand in for each wanted part. */
export async function standInsOf(
  read: Read,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedStandIn[]>> {
  const covering = await coveringParts(read, partIds, isoDay(read.now));
  return new Map(
    [...covering].map(([partId, parts]) => [
      partId,
      parts.map((part, order) => ({ ...part, order })),
    ]),
  );
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
  orders: readonly OrderRow[],
  piles: readonly FreePile[],
): Promise<Map<string, Ways>> {
  const ways = new Map<string, Ways>();
  const sites = [...new Set(orders.map(({ siteId }) => siteId))];
  const far = sites.filter((siteId) => piles.some((pile) => pile.siteId !== siteId));
  if (far.length === 0) return ways;
  const described = await laneEndsAmong(read, far);
  for (const toSiteId of far) {
    if (!described.has(toSiteId)) continue;
    const fromSiteIds = [...new Set(piles.map(({ siteId }) => siteId))];
    const arrivals = await waysTo(read, { toSiteId, readyAt: read.now, fromSiteIds });
    ways.set(toSiteId, { arrivals, isDescribed: true });
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
  { orders, lines }: { orders: readonly OrderRow[]; lines: readonly OrderLineRow[] },
  options: PileChoice = {},
): Promise<Ground> {
  const wanted = lines.map(({ partId }) => partId);
  const standIns = await standInsOf(read, wanted);
  const partIds = [...standIns.values()].flat().map(({ partId }) => partId);
  const piles = await freePiles(read, partIds, options);
  // Whose a destination is only matters beside vans.
  const destinations = piles.some(({ isVan }) => isVan)
    ? orders.map(({ destinationId }) => destinationId)
    : [];
  const custodians = await custodiansOf(read, destinations);
  return { standIns, piles, custodians, ways: await waysFor(read, orders, piles) };
}
