/** Writes what was claimed as promises to lines: the allocations, the sums, the orders. */
import type { Work } from '../../platform/work.ts';
import type { OrderRow } from '../store.ts';
import type { Claimed } from './claim.ts';
import { keepSums } from './keep-sums.ts';
import type { Waiting } from './plan-line.ts';
import { allocated as stepOf } from './steps.rules.ts';
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

/** Claims for lines of locked orders. */
export interface ClaimsToNote {
  readonly orders: readonly OrderRow[];
  readonly waiting: readonly Waiting[];
  readonly claimed: readonly Claimed[];
  readonly policy: AllocationPolicy;
  readonly note: string | null;
}

/** The row of what was claimed. */
export function rowOf(
  one: Claimed,
  { policy, note }: Pick<ClaimsToNote, 'policy' | 'note'>,
): NewAllocation {
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
    note,
    promisedAt: arriveAt === null ? null : new Date(arriveAt),
  };
}

/** What a row promises to a line of an order. */
export function allocatedOf(row: NewAllocation, orderId: string): Allocated {
  const { id: allocationId, orderLineId, partId, siteId, locationId } = row;
  const { quantity, covers, promisedAt } = row;
  return {
    ...{ allocationId, orderId, orderLineId, partId, siteId, locationId },
    ...{ quantity, covers, promisedAt },
  };
}

/** What was promised, and the orders as they were saved. */
export interface Noted {
  readonly orders: readonly OrderRow[];
  readonly allocated: readonly Allocated[];
}

/** Notes the claims. */
export async function noteClaims(work: Work, claims: ClaimsToNote): Promise<Noted> {
  const rows = claims.claimed.map((one) => rowOf(one, claims));
  const orderOf = new Map(claims.waiting.map(({ order, line }) => [line.id, order.id]));
  const steps = rows.map(({ orderLineId, covers }) => ({
    orderId: orderOf.get(orderLineId) ?? '',
    lineId: orderLineId,
    step: stepOf(covers),
  }));
  // None reads what another writes, so they travel together.
  const [orders] = await Promise.all([
    keepSums(work, claims.orders, steps),
    addAllocations(work, rows),
  ]);
  const allocated = rows.map((row) => allocatedOf(row, orderOf.get(row.orderLineId) ?? ''));
  return { orders, allocated };
}
