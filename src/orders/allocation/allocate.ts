/**
 * Automatic allocation: asks where the stock of waiting lines should come from, claims it, and notes
 * what was claimed. What is not free stays waiting; nobody is refused for wanting more.
 */
import type { Work } from '../../platform/work.ts';
import { gather } from '../sourcing/gather.ts';
import { linesOf, type OrderLineRow, type OrderRow } from '../store.ts';
import { type Claimed, claim, isComplete } from './claim.ts';
import { type Allocated, type Noted, noteClaims } from './note-claims.ts';
import { type PlannedTake, planTakes } from './plan.rules.ts';
import { planLineOf, type Waiting } from './plan-line.ts';
import { backToPoint, markPoint } from './savepoint.store.ts';
import { waitingOf } from './steps.rules.ts';
import type { AllocationPolicy } from './store.ts';

export type { Allocated } from './note-claims.ts';

/** Which lines of locked orders are to be served. */
export interface AllocateWish {
  readonly orders: readonly OrderRow[];
  /** Their lines, when the caller has just read or written them. */
  readonly lines?: readonly OrderLineRow[];
  /** Only these lines; all when absent. */
  readonly lineIds?: readonly string[];
  /** Ids of piles that must not be used. */
  readonly avoid?: readonly string[];
  /** The only piles that may be used, wherever they lie, and how much of each; any when absent. */
  readonly only?: ReadonlyMap<string, number>;
  /** For callers who hold piles already: pass over what somebody else has locked. */
  readonly skipBusy?: boolean;
  readonly policy?: AllocationPolicy;
}

async function plan(
  work: Work,
  waiting: readonly Waiting[],
  wish: AllocateWish & { readonly isLocked: boolean },
): Promise<readonly PlannedTake[]> {
  const { orders, isLocked, avoid = [], only } = wish;
  const destinationIds = orders.map(({ destinationId }) => destinationId);
  const partIds = waiting.map(({ line }) => line.partId);
  const onlyPileIds = only === undefined ? {} : { onlyPileIds: [...only.keys()] };
  const ground = await gather(work, { destinationIds, partIds }, { isLocked, ...onlyPileIds });
  const piles = ground.piles
    .filter(({ pileId }) => !avoid.includes(pileId))
    .map((pile) => {
      const most = only?.get(pile.pileId) ?? pile.quantity;
      return { ...pile, quantity: Math.min(most, pile.quantity) };
    });
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
  const [, claimed] = await Promise.all([markPoint(work), claim(work, first, { skipBusy: false })]);
  if (isComplete(first, claimed)) return claimed;
  await backToPoint(work);
  const second = await plan(work, waiting, { ...wish, isLocked: true });
  return claim(work, second, { skipBusy: false });
}

/**
 * Allocates what can be allocated of the lines, best source first, and answers the orders as saved.
 * Never refuses.
 */
export async function allocateOrders(work: Work, wish: AllocateWish): Promise<Noted> {
  const { orders, lineIds, policy = 'automatic' } = wish;
  const ids = orders.map(({ id }) => id);
  const lines = wish.lines ?? (await linesOf(work, ids));
  const waiting = lines.flatMap((line): Waiting[] => {
    const order = orders.find(({ id }) => id === line.orderId);
    const isMeant = lineIds === undefined || lineIds.includes(line.id);
    return order !== undefined && isMeant && waitingOf(line) > 0 ? [{ order, line }] : [];
  });
  const claimed = waiting.length === 0 ? [] : await planAndClaim(work, waiting, wish);
  if (claimed.length === 0) return { orders, allocated: [] };
  return noteClaims(work, { orders, waiting, claimed, policy, note: null });
}

/** Allocates what can be allocated; answers what was promised. */
export async function allocateLines(work: Work, wish: AllocateWish): Promise<readonly Allocated[]> {
  return (await allocateOrders(work, wish)).allocated;
}
