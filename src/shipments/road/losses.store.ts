/** Reads and writes what was written off on the way, line by line, with the entry that did it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { shipmentLoss } from '../tables.ts';

export type LossRow = typeof shipmentLoss.$inferSelect;

/** Adds what one entry wrote off. */
export async function addLosses(
  work: Work,
  losses: readonly Pick<
    LossRow,
    'shipmentId' | 'lineId' | 'handlingUnitId' | 'quantity' | 'entryId' | 'reason'
  >[],
): Promise<void> {
  const lostByName = work.actor.name;
  await work.db
    .insert(shipmentLoss)
    .values(losses.map((loss) => ({ ...loss, id: work.newId(), lostAt: work.now, lostByName })));
}

/** What one entry wrote off of a shipment and was not found again. */
export async function openLosses(
  read: Read,
  shipmentId: string,
  entryId: string,
): Promise<LossRow[]> {
  return read.db
    .select()
    .from(shipmentLoss)
    .where(
      and(
        eq(shipmentLoss.shipmentId, shipmentId),
        eq(shipmentLoss.entryId, entryId),
        isNull(shipmentLoss.foundAt),
      ),
    )
    .orderBy(asc(shipmentLoss.id));
}

/** Says that what an entry wrote off has turned up. */
export async function stampFound(work: Work, entryId: string): Promise<void> {
  await work.db
    .update(shipmentLoss)
    .set({ foundAt: work.now, foundByName: work.actor.name })
    .where(and(eq(shipmentLoss.entryId, entryId), isNull(shipmentLoss.foundAt)));
}

/** Boxes of which something was found again and is on the way once more. */
export async function losingBoxes(read: Read, shipmentId: string): Promise<string[]> {
  const rows = await read.db
    .select({ id: shipmentLoss.handlingUnitId, foundAt: shipmentLoss.foundAt })
    .from(shipmentLoss)
    .where(eq(shipmentLoss.shipmentId, shipmentId));
  const found = rows.filter((row) => row.foundAt !== null);
  return [...new Set(found.flatMap((row) => row.id ?? []))];
}
