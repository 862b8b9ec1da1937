/**
 * Which box belongs to which shipment. A box is in one shipment at a time: the database says so. What
 * lies in it says the ledger.
 */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { shipment, shipmentBox } from '../tables.ts';

export type BoxRow = typeof shipmentBox.$inferSelect;

/** The boxes of a shipment, in the order they were added. */
export async function boxesOf(read: Read, shipmentId: string): Promise<BoxRow[]> {
  return read.db
    .select()
    .from(shipmentBox)
    .where(and(eq(shipmentBox.shipmentId, shipmentId), isNull(shipmentBox.releasedAt)))
    .orderBy(asc(shipmentBox.addedAt), asc(shipmentBox.id));
}

/** Puts a box into a shipment. @throws shipments.box-in-other-shipment */
export async function addBox(
  work: Work,
  shipmentId: string,
  box: { readonly id: string; readonly number: string },
): Promise<void> {
  work.refuseAs('shipment_box_one_shipment', (read) => boxElsewhere(read, box));
  await work.db.insert(shipmentBox).values({
    id: work.newId(),
    shipmentId,
    handlingUnitId: box.id,
    boxNumber: box.number,
    addedAt: work.now,
  });
}

/** The refusal that names the shipment a box is in. */
async function boxElsewhere(read: Read, box: { readonly id: string; readonly number: string }) {
  const [row] = await read.db
    .select({ number: shipment.number })
    .from(shipmentBox)
    .innerJoin(shipment, eq(shipment.id, shipmentBox.shipmentId))
    .where(and(eq(shipmentBox.handlingUnitId, box.id), isNull(shipmentBox.releasedAt)));
  return shipmentsErrors.error('box-in-other-shipment', {
    box: box.number,
    shipment: row?.number ?? null,
  });
}

/** The shipment's box of that id, or null. */
export async function findBox(
  read: Read,
  shipmentId: string,
  handlingUnitId: string,
): Promise<BoxRow | null> {
  const all = await boxesOf(read, shipmentId);
  return all.find((box) => box.handlingUnitId === handlingUnitId) ?? null;
}

/** Writes what was weighed. */
export async function weighBox(work: Work, boxId: string, grams: number | null): Promise<void> {
  await work.db.update(shipmentBox).set({ weightGrams: grams }).where(eq(shipmentBox.id, boxId));
}

/** Frees the boxes of a shipment, or one of them, for others. */
export async function releaseBoxes(
  work: Work,
  shipmentId: string,
  handlingUnitId?: string,
): Promise<void> {
  const own = and(eq(shipmentBox.shipmentId, shipmentId), isNull(shipmentBox.releasedAt));
  const which =
    handlingUnitId === undefined ? own : and(own, eq(shipmentBox.handlingUnitId, handlingUnitId));
  await work.db.update(shipmentBox).set({ releasedAt: work.now }).where(which);
}

/** Gives a shipment its boxes back that were freed when it came to its end. */
export async function reclaimBoxes(
  work: Work,
  shipmentId: string,
  handlingUnitIds: readonly string[],
): Promise<void> {
  work.refuseAs('shipment_box_one_shipment', async () =>
    shipmentsErrors.error('box-in-other-shipment', { box: null, shipment: null }),
  );
  for (const handlingUnitId of handlingUnitIds) {
    await work.db
      .update(shipmentBox)
      .set({ releasedAt: null })
      .where(
        and(eq(shipmentBox.shipmentId, shipmentId), eq(shipmentBox.handlingUnitId, handlingUnitId)),
      );
  }
}

/** A handling unit by the number on its label, or null. */
export async function findHandlingUnit(
  read: Read,
  number: string,
): Promise<{ id: string; number: string } | null> {
  const rows = await read.db.execute<{ id: string; number: string }>(sql`
    select id, number from handling_unit where number = upper(${number})`);
  return rows[0] ?? null;
}

/** Where a box lies that somebody else's goods are in; null when nothing is in it. */
export async function foreignInBox(
  read: Read,
  handlingUnitId: string,
): Promise<{ location: string } | null> {
  const rows = await read.db.execute<{ location: string }>(sql`
    select l.code as location from bucket b join location l on l.id = b.location_id
    where b.handling_unit_id = ${handlingUnitId}::uuid and b.on_hand > 0
      and l.kind not in ('customer', 'supplier', 'repairer', 'scrap')
    limit 1`);
  return rows[0] ?? null;
}
