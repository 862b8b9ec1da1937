/**
 * Brings goods of a locked shipment back from the packing area to a bin, promised again there or free
 * for others, and takes them off the shipment. Goods that were never picked stay where they lie.
 */
import { type LocationRow, postEntry, release, reserve } from '../../inventory/index.ts';
import { allocationsUnpicked } from '../../orders/index.ts';
import type { Work } from '../../platform/work.ts';
import { documentOf } from '../effects.ts';
import { shipmentsErrors } from '../errors.ts';
import { changeLine, type LineRow, linesOf, pileOfLine } from '../lines.store.ts';
import type { ShipmentRow } from '../store.ts';

/** Where goods go back to. */
export interface BackWish {
  /** Null: each into the bin it was picked from. */
  readonly bin: LocationRow | null;
  /** Whether they stay promised to their order. */
  readonly staysPromised: boolean;
}

interface Back {
  readonly line: LineRow;
  readonly locationId: string;
}

/** All lines of the promises that the lines belong to: a promise goes back whole. */
async function wholePromises(work: Work, row: ShipmentRow, lines: readonly LineRow[]) {
  const wanted = new Set(lines.flatMap(({ allocationId }) => allocationId ?? []));
  const ids = new Set(lines.map(({ id }) => id));
  const all = await linesOf(work, row.id);
  return all.filter(
    ({ id, allocationId }) => ids.has(id) || (allocationId !== null && wanted.has(allocationId)),
  );
}

async function moveBack(work: Work, row: ShipmentRow, backs: readonly Back[]) {
  const moved = backs.filter(({ line, locationId }) => line.locationId !== locationId);
  const stay = backs.filter(({ line, locationId }) => line.locationId === locationId);
  const holds = stay.flatMap(({ line }) => line.reservationId ?? []);
  if (holds.length > 0) await release(work, holds);
  if (moved.length === 0) return;
  await postEntry(work, {
    kind: 'put-away',
    document: documentOf(row),
    reason: null,
    siteId: row.fromSiteId,
    lines: moved.map(({ line, locationId }) => {
      const from = pileOfLine(line);
      const { quantity, serialId, reservationId: holdId } = line;
      return { from, to: { ...from, locationId }, quantity, serialId, holdId };
    }),
  });
}

/** One hold a promise again, in its bin; a counted part's lines were one promise before. */
async function promiseAgain(work: Work, backs: readonly Back[]): Promise<Map<string, string>> {
  const sums = new Map<string, Back & { quantity: number }>();
  for (const { line, locationId } of backs) {
    const { allocationId } = line;
    if (allocationId === null) continue;
    const before = sums.get(allocationId)?.quantity ?? 0;
    sums.set(allocationId, { line, locationId, quantity: before + line.quantity });
  }
  const promises = [...sums];
  if (promises.length === 0) return new Map();
  const holds = await reserve(
    work,
    promises.map(([, { line, locationId, quantity }]) => {
      const { serialId, source: document } = line;
      const pile = { ...pileOfLine(line), locationId };
      return { pile, quantity, serialId, document, expiresAt: null };
    }),
  );
  return new Map(promises.map(([id], index) => [id, holds[index] ?? '']));
}

/**
 * Puts goods back. The orders of the lines must be locked.
 * @throws shipments.is-packed, unknown-line when nobody knows the bin, and what the ledger refuses
 */
export async function putBack(
  work: Work,
  row: ShipmentRow,
  wish: BackWish & { readonly lines: readonly LineRow[] },
): Promise<void> {
  const lines = await wholePromises(work, row, wish.lines);
  if (lines.some(({ handlingUnitId }) => handlingUnitId !== null)) {
    throw shipmentsErrors.error('is-packed');
  }
  const backs = lines.map((line) => {
    return { line, locationId: wish.bin?.id ?? line.pickedFromId ?? line.locationId };
  });
  await moveBack(work, row, backs);
  const holds = wish.staysPromised ? await promiseAgain(work, backs) : new Map<string, string>();
  const places = new Map(backs.map(({ line, locationId }) => [line.allocationId, locationId]));
  const unpicked = [...places].flatMap(([allocationId, locationId]) => {
    if (allocationId === null) return [];
    const reservationId = holds.get(allocationId) ?? null;
    return [{ allocationId, reservationId, siteId: row.fromSiteId, locationId }];
  });
  if (unpicked.length > 0) await allocationsUnpicked(work, unpicked);
  for (const line of lines) {
    await changeLine(work, line.id, { reservationId: null, removedAt: work.now });
  }
}
