/** Reads and writes the shipment of a line's way back: box, hold, carrier, tracking number. */
import { and, eq, isNull } from 'drizzle-orm';
import { InvariantError } from '../platform/errors.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import type { LineRow } from './store.ts';
import { rmaShipment } from './tables.ts';

export type ShipmentRow = typeof rmaShipment.$inferSelect;

/** The live shipment of a line, or null. */
export async function findShipment(read: Read, lineId: string): Promise<ShipmentRow | null> {
  const [row] = await read.db
    .select()
    .from(rmaShipment)
    .where(and(eq(rmaShipment.lineId, lineId), isNull(rmaShipment.unpackedAt)));
  return row ?? null;
}

/** The live shipment of a packed line; the machine asks for it only then. */
export async function currentShipment(read: Read, lineId: string): Promise<ShipmentRow> {
  const row = await findShipment(read, lineId);
  if (row === null) throw new InvariantError('a packed line has a shipment');
  return row;
}

/** Opens the shipment of a unit that has just been packed. */
export async function addShipment(
  work: Work,
  packed: {
    readonly line: LineRow;
    readonly box: { readonly id: string; readonly number: string };
    readonly reservationId: string;
  },
): Promise<void> {
  const series = { sequence: 'shipment_number_seq', prefix: 'SHP' };
  await work.db.insert(rmaShipment).values({
    id: work.newId(),
    number: await nextNumber(work.db, series),
    lineId: packed.line.id,
    handlingUnitId: packed.box.id,
    boxNumber: packed.box.number,
    reservationId: packed.reservationId,
    accessories: packed.line.accessories,
    packedAt: work.now,
  });
}

/** Writes what became known of a shipment. */
export async function stampShipment(
  work: Work,
  shipmentId: string,
  stamp: Partial<
    Pick<ShipmentRow, 'carrier' | 'trackingNumber' | 'shippedAt' | 'deliveredAt' | 'unpackedAt'>
  >,
): Promise<void> {
  await work.db.update(rmaShipment).set(stamp).where(eq(rmaShipment.id, shipmentId));
}
