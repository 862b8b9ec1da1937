/**
 * Locks a shipment that is being packed together with the orders whose goods it holds: orders first,
 * as everybody does who picks for them, so that nobody waits in a circle.
 */
import { lockAllocations } from '../orders/index.ts';
import type { Work } from '../platform/work.ts';
import { type LineRow, linesOf } from './lines.store.ts';
import { getShipmentRow, lockShipment, type ShipmentRow } from './store.ts';

/** The allocations of lines, each once. */
function allocationsOf(lines: readonly Pick<LineRow, 'allocationId'>[]): string[] {
  return [...new Set(lines.flatMap(({ allocationId }) => allocationId ?? []))];
}

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
  await lockOrdersOf(work, await linesOf(work, shipmentId));
  const row = await lockShipment(work, shipmentId, { end: 'from', version });
  // Whoever put goods in between the two looks has committed; their orders are locked late, and the
  // database resolves the rare circle.
  await lockOrdersOf(work, await linesOf(work, shipmentId));
  return row;
}
