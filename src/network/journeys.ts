/**
 * Answers of the network for other rooms, inside their own transaction: from where stock reaches a site
 * and when, which lane a shipment takes, what arrival may be promised. Reads lanes, decides by the rules.
 */
import type { Read } from '../platform/work.ts';
import { localDayOf, minuteMs, type WorkCalendar, weekdayOf } from './calendar.rules.ts';
import type { Wait } from './departure.rules.ts';
import {
  earliestJourney,
  type Journey,
  journeysTo,
  latestArrival,
  rideOn,
} from './journey.rules.ts';
import { readLanes } from './lanes.store.ts';

/** Why goods wait before a lane, as data; `missedAt` is the cut-off they were late for. */
export interface Reason {
  readonly code: Wait['because'];
  readonly laneId: string;
  readonly closed: 'weekday' | 'holiday' | null;
  readonly missedAt: Date | null;
  readonly departAt: Date;
  /** The departure in the local time of the lane, `2026-11-23 09:00`, and its day of the week. */
  readonly localDepart: string;
  /** 1 is Monday. */
  readonly weekday: number;
}

/** When and how stock that is ready at one site reaches another. */
export interface Arrival {
  readonly fromSiteId: string;
  readonly toSiteId: string;
  /** Null when it is there already. */
  readonly firstLaneId: string | null;
  readonly laneIds: readonly string[];
  /** The sites on the way, both ends included. */
  readonly siteIds: readonly string[];
  readonly departAt: Date;
  readonly arriveAt: Date;
  /** When every lane takes its spread too. */
  readonly latestAt: Date;
  /** The sum over the lanes, in minor units; null when they are paid in several currencies. */
  readonly costMinor: number | null;
  readonly currency: string | null;
  /** The least usual lane on the way, 1 to 9; 0 without any. */
  readonly priority: number;
  readonly reasons: readonly Reason[];
}

/** An instant as a clock and a calendar on the wall there show it. */
function localText(calendar: WorkCalendar, instant: number): string {
  const local = new Date(instant + calendar.offsetAt(instant) * minuteMs).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

function reasonOf({ lane, wait, departAt }: Journey['legs'][number]): Reason[] {
  if (wait === null) return [];
  return [
    {
      code: wait.because,
      laneId: lane.id,
      closed: wait.because === 'closed' ? wait.closed : null,
      missedAt: wait.because === 'cut-off-missed' ? new Date(wait.missed) : null,
      departAt: new Date(departAt),
      localDepart: localText(lane.calendar, departAt),
      weekday: weekdayOf(localDayOf(lane.calendar, departAt)),
    },
  ];
}

/** A journey as other rooms take it. */
function arrivalOf(journey: Journey): Arrival {
  const lanes = journey.legs.map(({ lane }) => lane);
  const currencies = new Set(lanes.map(({ currency }) => currency));
  const [currency = null] = currencies;
  const isOneCurrency = currencies.size <= 1;
  return {
    fromSiteId: journey.fromSiteId,
    toSiteId: journey.toSiteId,
    firstLaneId: lanes[0]?.id ?? null,
    laneIds: lanes.map(({ id }) => id),
    siteIds: [journey.fromSiteId, ...lanes.map(({ toSiteId }) => toSiteId)],
    departAt: new Date(journey.departAt),
    arriveAt: new Date(journey.arriveAt),
    latestAt: new Date(latestArrival(journey)),
    costMinor: isOneCurrency ? lanes.reduce((sum, { costMinor }) => sum + costMinor, 0) : null,
    currency: isOneCurrency ? currency : null,
    priority: Math.max(0, ...lanes.map(({ priority }) => priority)),
    reasons: journey.legs.flatMap(reasonOf),
  };
}

/**
 * For every site that can reach `toSiteId`, the earliest arrival of what is ready there at `readyAt`,
 * soonest first. The destination itself is among them, with no lane and no wait.
 * @param ask `fromSiteIds` limits the answer to these sites
 */
export async function arrivalFrom(
  read: Read,
  ask: {
    readonly toSiteId: string;
    readonly readyAt: Date;
    readonly fromSiteIds?: readonly string[];
  },
): Promise<readonly Arrival[]> {
  const lanes = await readLanes(read);
  const to = { toSiteId: ask.toSiteId, readyAt: ask.readyAt.getTime() };
  const from = ask.fromSiteIds === undefined ? undefined : new Set(ask.fromSiteIds);
  return journeysTo(lanes, to, from).map(arrivalOf);
}

/** Two sites and when the goods are ready. */
interface Between {
  readonly fromSiteId: string;
  readonly toSiteId: string;
}

/** The arrival that may be promised; null when no way leads there. */
export async function promisedArrival(
  read: Read,
  ask: Between & { readonly readyAt: Date },
): Promise<Arrival | null> {
  const trip = { ...ask, readyAt: ask.readyAt.getTime() };
  const journey = earliestJourney(await readLanes(read), trip);
  return journey === null ? null : arrivalOf(journey);
}

/** The lane a shipment takes, with its times. */
export interface LaneChoice {
  readonly laneId: string;
  readonly departAt: Date;
  readonly arriveAt: Date;
  readonly latestAt: Date;
}

/**
 * The lane that a shipment ready at `at` takes straight from one site to the other: the one that arrives
 * first, then the usual one, then the cheaper. Null when there is none.
 */
export async function laneFor(
  read: Read,
  { fromSiteId, toSiteId, at }: Between & { readonly at: Date },
): Promise<LaneChoice | null> {
  const lanes = await readLanes(read);
  const straight = lanes.filter(
    (lane) => lane.fromSiteId === fromSiteId && lane.toSiteId === toSiteId,
  );
  const [best] = straight
    .flatMap((lane) => rideOn(lane, at.getTime()) ?? [])
    .sort(
      (a, b) =>
        a.arriveAt - b.arriveAt ||
        a.lane.priority - b.lane.priority ||
        a.lane.costMinor - b.lane.costMinor ||
        (a.lane.id < b.lane.id ? -1 : 1),
    );
  if (best === undefined) return null;
  return {
    laneId: best.lane.id,
    departAt: new Date(best.departAt),
    arriveAt: new Date(best.arriveAt),
    latestAt: new Date(best.latestAt),
  };
}
