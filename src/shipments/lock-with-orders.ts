/**
 * Locks a shipment that is being packed together with the orders whose goods it holds: orders first,
 * as everybody does who picks for them, so that nobody waits in a circle.
 */
import { lockAllocations } from '../orders/index.ts';
import type { Work } from '../platform/work.ts';
import { type LineRow, linesOf } from './lines.store.ts';
import { markUnlocked, unlockAgain } from './point.store.ts';
import { getShipmentRow, lockShipment, type ShipmentRow } from './store.ts';

/** The allocations of lines, each once. */
function allocationsOf(lines: readonly Pick<LineRow, 'allocationId'>[]): string[] {
  return [...new Set(lines.flatMap(({ allocationId }) => allocationId ?? []))];
}

/** After so many the orders are locked late, and the database resolves the rare circle. */
const looksAtMost = 5;

/** Locks the orders of lines whose shipment is locked, before any pile is touched. */
export async function lockOrdersOf(work: Work, lines: readonly LineRow[]): Promise<void> {
  const ids = allocationsOf(lines);
  if (ids.length > 0) await lockAllocations(work, ids);
}

/**
 * The shipment at the caller's site, locked after the orders it serves.
 * @throws shipments.unknown-shipment, version-changed
 */
export async function lockWithOrders(
  work: Work,
  shipmentId: string,
  version: number | null,
): Promise<ShipmentRow> {
  await getShipmentRow(work, shipmentId, 'from');
  await markUnlocked(work);
  for (let look = 1; ; look += 1) {
    const ids = allocationsOf(await linesOf(work, shipmentId));
    if (ids.length > 0) await lockAllocations(work, ids);
    const row = await lockShipment(work, shipmentId, { end: 'from', version });
    const lines = await linesOf(work, shipmentId);
    // Somebody put goods in between the two looks; their orders come before the shipment, too.
    const isComplete = allocationsOf(lines).every((id) => ids.includes(id));
    if (isComplete) return row;
    if (look === looksAtMost) {
      await lockOrdersOf(work, lines);
      return row;
    }
    await unlockAgain(work);
  }
}
