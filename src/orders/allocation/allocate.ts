/**
 * Automatic allocation: asks where the stock of waiting lines should come from, claims it, and notes
 * what was claimed. What is not free stays waiting; nobody is refused for wanting more.
 */
import type { Pile } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import type { OrderRow } from '../store.ts';

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
}

/** Which lines of locked orders are to be served. */
export interface AllocateWish {
  readonly orders: readonly OrderRow[];
  /** All lines when absent. */
  readonly lineIds?: readonly string[];
  /** Piles that must not be used. */
  readonly avoid?: readonly Pile[];
  /** For callers who hold piles already: pass over what somebody else has locked. */
  readonly skipBusy?: boolean;
}

/** Allocates what can be allocated of the lines, best source first. Never refuses. */
export async function allocateLines(
  _work: Work,
  _wish: AllocateWish,
): Promise<readonly Allocated[]> {
  return [];
}
