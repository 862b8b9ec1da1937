/**
 * Nets what waits against what is free, on its way or bought already, part by part and site by site.
 * What lies at the site that wants it counts first, what lies elsewhere next; every piece counts once.
 * Pure: it knows neither stock nor orders, only numbers and who is first.
 */

/** Something that waits, in the order in which it is served. */
export interface WaitingWish {
  readonly lineId: string;
  readonly partId: string;
  readonly siteId: string;
  readonly waiting: number;
}

/** Made by hand and not bought yet. */
export interface HandMade {
  readonly demandId: string;
  readonly partId: string;
  readonly siteId: string;
  readonly open: number;
}

/** Free in stock, on the road to a site, promised by somebody, or on an order not yet sent. */
export const poolKinds = ['free', 'road', 'expected', 'draft'] as const;
export type PoolKind = (typeof poolKinds)[number];

export interface Pool {
  readonly kind: PoolKind;
  readonly partId: string;
  readonly siteId: string;
  readonly quantity: number;
}

/** `numerator` pieces of the part serve for `denominator` wanted ones. */
export interface StandIn {
  readonly partId: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** What is to be bought of a part for a site, and the numbers it is made of. */
export interface Need extends Readonly<Record<PoolKind, number>> {
  readonly partId: string;
  readonly siteId: string;
  readonly waiting: number;
  /** What waits and is covered by nothing. */
  readonly short: number;
  readonly byHand: number;
  /** short + byHand. */
  readonly quantity: number;
  /** Whom it is for, first come first served. */
  readonly wishes: readonly {
    readonly lineId: string;
    readonly waiting: number;
    readonly short: number;
  }[];
  readonly handMade: readonly { readonly demandId: string; readonly open: number }[];
}

interface OpenPool extends Pool {
  left: number;
}

interface OpenWish extends WaitingWish {
  short: number;
  readonly covered: Record<PoolKind, number>;
}

const byKind = (a: Pool, b: Pool) => poolKinds.indexOf(a.kind) - poolKinds.indexOf(b.kind);

/** Takes from one pool for one wish; whole wanted pieces only. */
function take(wish: OpenWish, pool: OpenPool, { numerator, denominator }: StandIn): void {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const servable = (BigInt(pool.left) * d) / n;
  const served = servable < BigInt(wish.short) ? servable : BigInt(wish.short);
  if (served === 0n) return;
  pool.left -= Number((served * n + d - 1n) / d);
  wish.short -= Number(served);
  wish.covered[pool.kind] += Number(served);
}

function coverAll(
  wishes: readonly OpenWish[],
  pools: ReadonlyMap<string, readonly OpenPool[]>,
  standInsOf: (partId: string) => readonly StandIn[],
): void {
  for (const isHere of [true, false]) {
    for (const wish of wishes) {
      for (const standIn of standInsOf(wish.partId)) {
        for (const pool of pools.get(standIn.partId) ?? []) {
          if ((pool.siteId === wish.siteId) === isHere) take(wish, pool, standIn);
        }
      }
    }
  }
}

function sumOf<T>(rows: readonly T[], count: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0);
}

/**
 * What is needed, per part and site; also where everything is covered, so that the numbers can be
 * shown. `wishes` come in the order in which they are served.
 */
export function netDemand(given: {
  readonly wishes: readonly WaitingWish[];
  readonly handMade: readonly HandMade[];
  readonly pools: readonly Pool[];
  readonly standIns: ReadonlyMap<string, readonly StandIn[]>;
}): Need[] {
  const pools = new Map<string, OpenPool[]>();
  for (const pool of [...given.pools].sort(byKind)) {
    pools.set(pool.partId, [...(pools.get(pool.partId) ?? []), { ...pool, left: pool.quantity }]);
  }
  const wishes = given.wishes.map((wish): OpenWish => {
    return { ...wish, short: wish.waiting, covered: { free: 0, road: 0, expected: 0, draft: 0 } };
  });
  const itself = (partId: string) => [{ partId, numerator: 1, denominator: 1 }];
  coverAll(wishes, pools, (partId) => given.standIns.get(partId) ?? itself(partId));
  const keyOf = (one: { partId: string; siteId: string }) => `${one.partId} ${one.siteId}`;
  const keys = new Map([...given.wishes, ...given.handMade].map((one) => [keyOf(one), one]));
  return [...keys].map(([key, { partId, siteId }]): Need => {
    const own = wishes.filter((wish) => keyOf(wish) === key);
    const handMade = given.handMade.filter((one) => keyOf(one) === key && one.open > 0);
    const covered = (kind: PoolKind) => sumOf(own, (wish) => wish.covered[kind]);
    const short = sumOf(own, (wish) => wish.short);
    const byHand = sumOf(handMade, (one) => one.open);
    return {
      partId,
      siteId,
      waiting: sumOf(own, (wish) => wish.waiting),
      free: covered('free'),
      road: covered('road'),
      expected: covered('expected'),
      draft: covered('draft'),
      short,
      byHand,
      quantity: short + byHand,
      wishes: own.map(({ lineId, waiting, short: rest }) => ({ lineId, waiting, short: rest })),
      handMade: handMade.map(({ demandId, open }) => ({ demandId, open })),
    };
  });
}
