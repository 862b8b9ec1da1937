/**
 * Locks what an allocation step works on: first the orders, by id, then nothing more, for whatever is
 * changed of an order is changed under its lock.
 */
import type { Work } from '../../platform/work.ts';
import { ordersErrors } from '../errors.ts';
import { lockOrders, type OrderRow } from '../store.ts';
import { type AllocationRow, type AllocationState, findAllocations, orderIdsOf } from './store.ts';

/** Locked orders with some of their allocations. */
export interface LockedAllocations {
  readonly orders: readonly OrderRow[];
  readonly allocations: readonly AllocationRow[];
}

/** Locks the orders of allocations and reads both. @throws orders.unknown-allocation */
export async function lockWithOrders(
  work: Work,
  ids: readonly string[],
): Promise<LockedAllocations> {
  const orders = await lockOrders(work, await orderIdsOf(work, ids));
  const allocations = await findAllocations(work, ids);
  if (allocations.length !== new Set(ids).size) throw ordersErrors.error('unknown-allocation');
  return { orders, allocations };
}

/**
 * Locks allocations, through their orders, before any pile is touched.
 * @returns them in the order they were made
 * @throws orders.unknown-allocation
 */
export async function lockAllocations(
  work: Work,
  ids: readonly string[],
): Promise<readonly AllocationRow[]> {
  return (await lockWithOrders(work, ids)).allocations;
}

/** The allocation with this id, which must be at a stage. @throws orders.stage-differs */
export function atStage(
  { allocations }: LockedAllocations,
  id: string,
  state: AllocationState,
): AllocationRow {
  const found = allocations.find((one) => one.id === id);
  if (found === undefined) throw ordersErrors.error('unknown-allocation');
  if (found.state !== state) {
    throw ordersErrors.error('stage-differs', { number: found.orderNumber, state: found.state });
  }
  return found;
}
