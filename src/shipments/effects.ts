/**
 * Performs what the shipment's machine asks for, one handler per effect, all of them present by type.
 * It moves goods between packing area, road and nobody's; it never asks in which state a shipment is.
 */
import { postEntry, release } from '../inventory/index.ts';
import { allocationsUnpicked } from '../orders/index.ts';
import type { Work } from '../platform/work.ts';
import {
  changeLine,
  type LineRow,
  linesOf,
  pileOfLine,
  pileOnTheWay,
  stampShipped,
} from './lines.store.ts';
import { reclaimBoxes, releaseBoxes } from './packing/boxes.store.ts';
import { losingBoxes } from './road/losses.store.ts';
import type { ShipmentEffects } from './shipment.vocabulary.ts';
import type { ShipmentChanges, ShipmentRow } from './store.ts';

/** One shipment being acted on. */
export interface ShipmentCase {
  readonly row: ShipmentRow;
  readonly changes: ShipmentChanges;
}

type Handlers = {
  readonly [K in keyof ShipmentEffects]: (
    work: Work,
    on: ShipmentCase,
    params: ShipmentEffects[K],
  ) => Promise<void>;
};

/** What the ledger calls the shipment. */
export function documentOf(row: Pick<ShipmentRow, 'number'>): string {
  return row.number;
}

function unpacked(line: LineRow) {
  const from = pileOfLine(line);
  const { quantity, serialId, reservationId: holdId } = line;
  return { from, to: { ...from, handlingUnitId: null }, quantity, serialId, holdId };
}

async function takeOutOfBoxes(work: Work, row: ShipmentRow, lines: readonly LineRow[]) {
  const boxed = lines.filter((line) => line.handlingUnitId !== null);
  if (boxed.length > 0) {
    await postEntry(work, {
      kind: 'pack',
      document: documentOf(row),
      reason: null,
      siteId: row.fromSiteId,
      lines: boxed.map(unpacked),
    });
  }
  const held = lines.filter((line) => line.handlingUnitId === null);
  const holds = held.flatMap((line) => line.reservationId ?? []);
  if (holds.length > 0) await release(work, holds);
}

/** The goods stay where they lie, and nobody is promised them any more. */
async function giveUpPromises(work: Work, row: ShipmentRow, lines: readonly LineRow[]) {
  const places = new Map(lines.map(({ allocationId, locationId }) => [allocationId, locationId]));
  const unpicked = [...places].flatMap(([allocationId, locationId]) => {
    if (allocationId === null) return [];
    return [{ allocationId, reservationId: null, siteId: row.fromSiteId, locationId }];
  });
  if (unpicked.length > 0) await allocationsUnpicked(work, unpicked);
}

export const shipmentHandlers: Handlers = {
  sendOff: async (work, { row, changes }) => {
    const lines = await linesOf(work, row.id);
    await postEntry(work, {
      kind: 'shipment',
      document: documentOf(row),
      reason: null,
      siteId: row.fromSiteId,
      lines: lines.map((line) => ({
        from: pileOfLine(line),
        to: pileOnTheWay(line),
        quantity: line.quantity,
        serialId: line.serialId,
        holdId: line.reservationId,
      })),
    });
    await stampShipped(work, row.id);
    Object.assign(changes, {
      shippedAt: work.now,
      shippedByName: work.actor.name,
      collectingKey: null,
    } satisfies ShipmentChanges);
  },
  takeApart: async (work, { row, changes }) => {
    const lines = await linesOf(work, row.id);
    await takeOutOfBoxes(work, row, lines);
    await giveUpPromises(work, row, lines);
    for (const line of lines) {
      await changeLine(work, line.id, { reservationId: null, removedAt: work.now });
    }
    await releaseBoxes(work, row.id);
    Object.assign(changes, { collectingKey: null, closedAt: work.now } satisfies ShipmentChanges);
  },
  close: async (work, { row, changes }) => {
    await releaseBoxes(work, row.id);
    Object.assign(changes, { closedAt: work.now } satisfies ShipmentChanges);
  },
  reopen: async (work, { row, changes }) => {
    await reclaimBoxes(work, row.id, await losingBoxes(work, row.id));
    Object.assign(changes, { closedAt: null } satisfies ShipmentChanges);
  },
};
