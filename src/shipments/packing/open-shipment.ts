/**
 * Opens a shipment for goods that lie somewhere, and holds them for it there. Whoever asks says what
 * the goods are sent for; the shipment keeps that as an opaque source.
 */
import { type Pile, reserve } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { addLines, type LineRow } from '../lines.store.ts';
import { noteContents } from '../send.ts';
import { addShipment, type NewShipment, type ShipmentRow } from '../store.ts';

/** Goods for a shipment: so much of a pile, or one piece of it. */
export interface GoodsToShip {
  /** Opaque, e.g. `part-return-line:<id>`; told back when they are received or lost. */
  readonly source: string;
  readonly pile: Pile;
  readonly quantity: number;
  readonly serialId: string | null;
  /** The place they are meant for at the other end, if one is known. */
  readonly destinationId?: string | null;
}

/**
 * Opens a shipment in state `packing` with these goods, held where they lie.
 * @throws inventory.insufficient-stock, serial-held, serial-not-here, unknown-serial
 */
export async function openShipment(
  work: Work,
  wish: NewShipment & { readonly goods: readonly GoodsToShip[] },
): Promise<{ shipment: ShipmentRow; lines: LineRow[] }> {
  const { goods, ...header } = wish;
  const row = await addShipment(work, header);
  const holds = await reserve(
    work,
    goods.map(({ pile, quantity, serialId, source }) => {
      return { pile, quantity, serialId, document: source, expiresAt: null };
    }),
  );
  const lines = await addLines(
    work,
    goods.map(({ source, pile, quantity, serialId, destinationId }, index) => ({
      shipmentId: row.id,
      source,
      ...pile,
      quantity,
      serialId,
      reservationId: holds[index] ?? null,
      destinationId: destinationId ?? null,
    })),
  );
  return { shipment: await noteContents(work, row), lines };
}
