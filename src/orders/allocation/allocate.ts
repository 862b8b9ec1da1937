/**
 * Automatic allocation: asks where the stock of waiting lines should come from, claims it, and notes
 * what was claimed. What is not free stays waiting; nobody is refused for wanting more.
 */
import type { Work } from '../../platform/work.ts';
import { type Ground, gather, wayOf } from '../sourcing/gather.ts';
import { linesOf, type OrderLineRow, type OrderRow } from '../store.ts';
import { type Claimed, claim, isComplete } from './claim.ts';
import { keepSums } from './keep-sums.ts';
import { type PlanLine, type PlannedTake, planTakes } from './plan.rules.ts';
import { backToPoint, markPoint } from './savepoint.store.ts';
import { allocated, waitingOf } from './steps.rules.ts';
import { type AllocationPolicy, addAllocations, type NewAllocation } from './store.ts';

/** What was promised to a line, and from where. */
export interface Allocated {
  readonly allocationId: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly partId: string;
  readonly siteId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly covers: number;
  /** When it should be there; null when nobody can say. */
  readonly promisedAt: Date | null;
}

/** Which lines of locked orders are to be served. */
export interface AllocateWish {
  readonly orders: readonly OrderRow[];
  /** Their lines, when the caller has just read or written them. */
  readonly lines?: readonly OrderLineRow[];
  /** Only these lines; all when absent. */
  readonly lineIds?: readonly string[];
  /** Ids of piles that must not be used. */
  readonly avoid?: readonly string[];
  /** Ids of the only piles that may be used; any when absent. */
  readonly only?: readonly string[];
  /** For callers who hold piles already: pass over what somebody else has locked. */
  readonly skipBusy?: boolean;
  readonly policy?: AllocationPolicy;
}

interface Waiting {
  readonly order: OrderRow;
  readonly line: OrderLineRow;
}

function planLineOf(ground: Ground, { order, line }: Waiting, now: Date): PlanLine {
  const { destinationId, siteId, priority, neededBy, createdAt, number } = order;
  const needed = neededBy?.getTime() ?? null;
  return {
    lineId: line.id,
    wanted: {
      partId: line.partId,
      quantity: waitingOf(line),
      destination: {
        locationId: destinationId,
        siteId,
        custodianId: ground.custodians.get(destinationId) ?? null,
      },
      neededBy: needed,
      now: now.getTime(),
      isUrgent: priority === 1,
    },
    standIns: ground.standIns.get(line.partId) ?? [],
    ways: wayOf(ground, siteId),
    turn: [priority, needed ?? Number.MAX_SAFE_INTEGER, createdAt.getTime(), number, line.line],
  };
}

async function plan(
  work: Work,
  waiting: readonly Waiting[],
  wish: AllocateWish & { readonly isLocked: boolean },
): Promise<readonly PlannedTake[]> {
  const { orders, isLocked, avoid = [], only } = wish;
  const lines = waiting.map(({ line }) => line);
  const ground = await gather(work, { orders, lines }, { isLocked });
  const piles = ground.piles.filter(
    ({ pileId }) => !avoid.includes(pileId) && (only === undefined || only.includes(pileId)),
  );
  return planTakes(
    waiting.map((one) => planLineOf(ground, one, work.now)),
    piles,
  );
}

/**
 * Claims by a plan made without locks, since the plan nearly always holds. When somebody was faster,
 * it goes back, locks all that could serve, and plans again on what cannot change any more.
 */
async function planAndClaim(
  work: Work,
  waiting: readonly Waiting[],
  wish: AllocateWish,
): Promise<readonly Claimed[]> {
  const first = await plan(work, waiting, { ...wish, isLocked: false });
  if (first.length === 0) return [];
  if (wish.skipBusy === true) return claim(work, first, { skipBusy: true });
  await markPoint(work);
  const claimed = await claim(work, first, { skipBusy: false });
  if (isComplete(first, claimed)) return claimed;
  await backToPoint(work);
  const second = await plan(work, waiting, { ...wish, isLocked: true });
  return claim(work, second, { skipBusy: false });
}

function rowOf(one: Claimed, policy: AllocationPolicy): NewAllocation {
  const { candidate, lineId, arriveAt, reasons } = one.take;
  return {
    id: one.allocationId,
    orderLineId: lineId,
    reservationId: one.holdId,
    partId: candidate.partId,
    siteId: candidate.siteId,
    locationId: candidate.locationId,
    quantity: one.quantity,
    covers: one.covers,
    state: 'held',
    policy,
    reasons,
    note: null,
    promisedAt: arriveAt === null ? null : new Date(arriveAt),
  };
}

/** Allocates what can be allocated of the lines, best source first. Never refuses. */
export async function allocateLines(work: Work, wish: AllocateWish): Promise<readonly Allocated[]> {
  const { orders, lineIds, policy = 'automatic' } = wish;
  const ids = orders.map(({ id }) => id);
  const lines = wish.lines ?? (await linesOf(work, ids));
  const waiting = lines.flatMap((line): Waiting[] => {
    const order = orders.find(({ id }) => id === line.orderId);
    const isMeant = lineIds === undefined || lineIds.includes(line.id);
    return order !== undefined && isMeant && waitingOf(line) > 0 ? [{ order, line }] : [];
  });
  if (waiting.length === 0) return [];
  const claimed = await planAndClaim(work, waiting, wish);
  const rows = claimed.map((one) => rowOf(one, policy));
  await addAllocations(work, rows);
  const orderOf = new Map(waiting.map(({ order, line }) => [line.id, order.id]));
  const steps = rows.map(({ orderLineId, covers }) => ({
    orderId: orderOf.get(orderLineId) ?? '',
    lineId: orderLineId,
    step: allocated(covers),
  }));
  await keepSums(work, orders, steps);
  return rows.map((row) => ({
    allocationId: row.id,
    orderId: orderOf.get(row.orderLineId) ?? '',
    orderLineId: row.orderLineId,
    partId: row.partId,
    siteId: row.siteId,
    locationId: row.locationId,
    quantity: row.quantity,
    covers: row.covers,
    promisedAt: row.promisedAt,
  }));
}
