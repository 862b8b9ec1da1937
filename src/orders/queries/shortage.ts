/**
 * What order lines wait for, and what there is for them without anybody buying: free stock wherever it
 * lies, and stock that replenishes a site and is on the road. Who buys asks here, so that what waits
 * is kept in one place only. It sees every site; the caller shows what his reader may see.
 */
import { sql } from 'drizzle-orm';
import { coveringParts } from '../../inventory/index.ts';
import { isoDay } from '../../platform/clock.ts';
import type { Read } from '../../platform/work.ts';
import { freePiles } from '../sourcing/candidates.store.ts';
import { laterStock } from '../sourcing/later.store.ts';
import { iso } from './order-rows.ts';

/** A line that waits for stock. */
export interface ShortLine {
  readonly lineId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly partId: string;
  readonly siteId: string;
  readonly waiting: number;
  readonly priority: number;
  readonly neededBy: string | null;
}

/** So many pieces of a part that are, or will be, free at a site. */
export interface FreeStock {
  readonly kind: 'free' | 'road';
  readonly partId: string;
  readonly siteId: string;
  readonly quantity: number;
}

export interface Shortage {
  /** In the order in which they are served. */
  readonly lines: readonly ShortLine[];
  /** For each part that is waited for, the parts that may stand in, the part itself among them. */
  readonly standIns: Awaited<ReturnType<typeof coveringParts>>;
  readonly free: readonly FreeStock[];
}

async function shortLines(read: Pick<Read, 'db'>): Promise<ShortLine[]> {
  const rows = await read.db.execute<ShortLine & Record<string, unknown>>(sql`
    select l.id as "lineId", o.id as "orderId", o.number as "orderNumber", l.part_id as "partId",
           o.site_id as "siteId", o.priority, o.needed_by as "neededBy",
           l.quantity - l.cancelled - l.allocated - l.picked - l.shipped as waiting
    from stock_order_line l
    join stock_order o on o.id = l.order_id and o.closed_at is null
    where l.cancelled + l.allocated + l.picked + l.shipped < l.quantity
    order by o.priority, o.needed_by nulls last, o.created_at, o.number, l.line`);
  return [...rows].map((row) => ({
    ...row,
    waiting: Number(row.waiting),
    neededBy: row.neededBy === null ? null : iso(row.neededBy),
  }));
}

/**
 * Everything that waits, and what is or will be free for it. What lies in a van is its owner's own.
 * `readFirst` is asked for what else is to come of these parts. What waits is read last: whatever is
 * served meanwhile then counts as there, and nobody buys it a second time.
 */
export async function shortageOf(
  read: Read,
  readFirst: (partIds: readonly string[]) => Promise<void>,
): Promise<Shortage> {
  const wanted = [...new Set((await shortLines(read)).map(({ partId }) => partId))];
  const standIns = await coveringParts(read, wanted, isoDay(read.now));
  const partIds = [
    ...new Set([...standIns.values()].flatMap((ones) => ones.map(({ partId }) => partId))),
  ];
  await readFirst(partIds);
  const later = partIds.length === 0 ? [] : await laterStock(read, partIds);
  const piles = await freePiles(read, partIds);
  const free = piles
    .filter(({ isVan }) => !isVan)
    .map(({ partId, siteId, quantity }) => ({ kind: 'free' as const, partId, siteId, quantity }));
  const road = later
    .filter(({ kind }) => kind === 'in-transit')
    .map(({ partId, siteId, quantity }) => ({
      ...{ kind: 'road' as const, partId, siteId },
      quantity: Number(quantity),
    }));
  const known = new Set(wanted);
  const lines = (await shortLines(read)).filter(({ partId }) => known.has(partId));
  return { lines, standIns, free: [...free, ...road] };
}
