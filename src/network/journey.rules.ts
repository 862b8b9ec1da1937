/**
 * The earliest arrival over the lanes: from a site, with goods ready at an instant, to another. Goods
 * that are ready later never arrive earlier on a lane, so the nearest arrival may be settled first
 * (Dijkstra, "A note on two problems in connexion with graphs", 1959). Pure and repeatable: what
 * arrives together is told apart by priority, cost and number.
 */
import { afterHours } from './calendar.rules.ts';
import { nextDeparture, type Timetable, type Wait } from './departure.rules.ts';

/** A way between two sites. Hours are whole; money is in minor units. */
export interface Lane extends Timetable {
  readonly id: string;
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly leadHours: number;
  readonly spreadHours: number;
  readonly priority: number;
  readonly costMinor: number;
  readonly currency: string;
}

/** One lane of a journey, with its times. `latestAt` grants the lane its spread. */
export interface Leg {
  readonly lane: Lane;
  readonly readyAt: number;
  readonly departAt: number;
  readonly arriveAt: number;
  readonly latestAt: number;
  readonly wait: Wait | null;
}

/** A way through the network. No legs: the goods are there already. */
export interface Journey {
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly legs: readonly Leg[];
  readonly departAt: number;
  readonly arriveAt: number;
}

/** Goods on one lane; null when it does not carry them any more. */
export function rideOn(lane: Lane, readyAt: number): Leg | null {
  const departure = nextDeparture(lane, readyAt);
  if (departure === null) return null;
  const { departAt, wait } = departure;
  const arriveAt = afterHours(lane.calendar, departAt, lane.leadHours);
  const latestAt = afterHours(lane.calendar, departAt, lane.leadHours + lane.spreadHours);
  if (arriveAt === null) return null;
  return { lane, readyAt, departAt, arriveAt, latestAt: latestAt ?? arriveAt, wait };
}

/** Lanes by the site they leave from. */
function byOrigin(lanes: readonly Lane[]): ReadonlyMap<string, readonly Lane[]> {
  const from = new Map<string, Lane[]>();
  for (const lane of lanes) {
    const own = from.get(lane.fromSiteId);
    if (own === undefined) from.set(lane.fromSiteId, [lane]);
    else own.push(lane);
  }
  return from;
}

/** Sites from which the destination can be reached at all, whatever the calendars say. */
function reaching(lanes: readonly Lane[], toSiteId: string): ReadonlySet<string> {
  const into = new Map<string, string[]>();
  for (const { fromSiteId, toSiteId: end } of lanes) {
    into.set(end, [...(into.get(end) ?? []), fromSiteId]);
  }
  const found = new Set([toSiteId]);
  // A Set visits what is added while it is walked.
  for (const site of found) for (const before of into.get(site) ?? []) found.add(before);
  return found;
}

interface Reached {
  readonly leg: Leg | null;
  readonly arriveAt: number;
  readonly legs: number;
  readonly priority: number;
  readonly costMinor: number;
}

/** Whether `a` is the better way to the same site; never true both ways. */
function isBetter(a: Reached, b: Reached | undefined): boolean {
  if (b === undefined) return true;
  const order =
    a.arriveAt - b.arriveAt ||
    a.priority - b.priority ||
    a.costMinor - b.costMinor ||
    a.legs - b.legs;
  if (order !== 0) return order < 0;
  return (a.leg?.lane.id ?? '') < (b.leg?.lane.id ?? '');
}

function nearest(open: ReadonlyMap<string, Reached>): [string, Reached] | undefined {
  let best: [string, Reached] | undefined;
  for (const one of open) {
    const order = best === undefined ? -1 : one[1].arriveAt - best[1].arriveAt;
    if (best === undefined || order < 0 || (order === 0 && one[0] < best[0])) best = one;
  }
  return best;
}

function legsTo(reached: ReadonlyMap<string, Reached>, siteId: string): Leg[] {
  const legs: Leg[] = [];
  for (let leg = reached.get(siteId)?.leg ?? null; leg !== null; ) {
    legs.unshift(leg);
    leg = reached.get(leg.lane.fromSiteId)?.leg ?? null;
  }
  return legs;
}

/** What is asked of the network. */
export interface Trip {
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly readyAt: number;
}

function walk(from: ReadonlyMap<string, readonly Lane[]>, useful: ReadonlySet<string>, trip: Trip) {
  const { fromSiteId, toSiteId, readyAt } = trip;
  const start: Reached = { leg: null, arriveAt: readyAt, legs: 0, priority: 0, costMinor: 0 };
  const open = new Map([[fromSiteId, start]]);
  const settled = new Map<string, Reached>();
  for (let next = nearest(open); next !== undefined; next = nearest(open)) {
    const [siteId, here] = next;
    open.delete(siteId);
    settled.set(siteId, here);
    if (siteId === toSiteId) break;
    for (const lane of from.get(siteId) ?? []) {
      if (settled.has(lane.toSiteId) || !useful.has(lane.toSiteId)) continue;
      const leg = rideOn(lane, here.arriveAt);
      if (leg === null) continue;
      const there: Reached = {
        leg,
        arriveAt: leg.arriveAt,
        legs: here.legs + 1,
        priority: Math.max(here.priority, lane.priority),
        costMinor: here.costMinor + lane.costMinor,
      };
      if (isBetter(there, open.get(lane.toSiteId))) open.set(lane.toSiteId, there);
    }
  }
  return settled;
}

function journeyOf(settled: ReadonlyMap<string, Reached>, trip: Trip): Journey | null {
  const end = settled.get(trip.toSiteId);
  if (end === undefined) return null;
  const { fromSiteId, toSiteId } = trip;
  const legs = legsTo(settled, toSiteId);
  const departAt = legs[0]?.departAt ?? trip.readyAt;
  return { fromSiteId, toSiteId, legs, departAt, arriveAt: end.arriveAt };
}

/** The journey that arrives first; null when no way leads there in time that can be foreseen. */
export function earliestJourney(lanes: readonly Lane[], trip: Trip): Journey | null {
  return journeyOf(walk(byOrigin(lanes), reaching(lanes, trip.toSiteId), trip), trip);
}

/** The earliest journey from every site that can reach the destination, the soonest first. */
export function journeysTo(
  lanes: readonly Lane[],
  to: Omit<Trip, 'fromSiteId'>,
  from?: ReadonlySet<string>,
): readonly Journey[] {
  const useful = reaching(lanes, to.toSiteId);
  const origins = byOrigin(lanes);
  return [...useful]
    .filter((siteId) => from === undefined || from.has(siteId))
    .flatMap((fromSiteId) => {
      const trip = { ...to, fromSiteId };
      return journeyOf(walk(origins, useful, trip), trip) ?? [];
    })
    .sort((a, b) => a.arriveAt - b.arriveAt || (a.fromSiteId < b.fromSiteId ? -1 : 1));
}

/** The latest arrival when every lane of the journey takes its spread too. */
export function latestArrival(journey: Journey): number {
  return journey.legs.reduce<number>((readyAt, { lane, latestAt }, at) => {
    if (at === 0) return latestAt;
    return rideOn(lane, readyAt)?.latestAt ?? latestAt;
  }, journey.arriveAt);
}
