/**
 * Gives stock that has just come in to the lines that wait for it, by priority, date needed and age,
 * and holds it right where it lies, at the dock too. The caller has the piles locked already, so
 * orders and piles that somebody else works on are passed over; a fact then has them served later.
 */
import { type Pile, pileId } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { lockOrders } from '../store.ts';
import { type Allocated, allocateLines } from './allocate.ts';
import { tellFed } from './tell-fed.ts';
import { lockWaiting } from './waiting.store.ts';

/** Stock that came in. */
export interface Incoming {
  readonly pile: Pile;
  readonly quantity: number;
}

/** Gives what came in to waiting lines; answers what it fed. Stock in a box is not given away. */
export async function feedBackorders(
  work: Work,
  incoming: Incoming | readonly Incoming[],
): Promise<readonly Allocated[]> {
  const given = 'pile' in incoming ? [incoming] : incoming;
  const partIds = [...new Set(given.map(({ pile }) => pile.partId))];
  if (partIds.length === 0) return [];
  const { ids, hasBusy } = await lockWaiting(work, partIds);
  if (hasBusy) work.emit('orders.stock-freed', { partIds, exceptOrderId: null });
  const orders = await lockOrders(work, ids);
  if (orders.length === 0) return [];
  const only = new Map<string, number>();
  for (const { pile, quantity } of given) {
    only.set(pileId(pile), (only.get(pileId(pile)) ?? 0) + quantity);
  }
  const allocated = await allocateLines(work, { orders, only, skipBusy: true, policy: 'fed' });
  await tellFed(work, allocated);
  return allocated;
}
