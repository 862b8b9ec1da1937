/**
 * A locked shipment leaves: what is not packed stays behind or goes without a box, as was said; the
 * goods are on the road at once, and whoever waits for them is told.
 */
import type { Work } from '../../platform/work.ts';
import { isPacked, onTheWayOf } from '../line-sums.rules.ts';
import { changeLine, linesOf } from '../lines.store.ts';
import { slipOf } from '../queries/slip.ts';
import { noteContents, sendToShipment } from '../send.ts';
import { tellSources } from '../sources.ts';
import { keepSlip, type ShipmentRow } from '../store.ts';
import { leaveForNext } from './leave-for-next.ts';
import { passageOf } from './promise.ts';

/** What to do with goods that are not packed. */
export const restChoices = ['refuse', 'unboxed', 'next'] as const;

/** How a shipment leaves. */
export interface SendOffWish {
  readonly rest: (typeof restChoices)[number];
  /** Null: as the lane says. */
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly mode: string | null;
  /** Null: as the network promises. */
  readonly promisedOn: string | null;
}

/** A day is kept until it is over. */
function endOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T23:59:59.999Z`);
}

async function sortOut(work: Work, row: ShipmentRow, rest: SendOffWish['rest']) {
  if (rest === 'next') return leaveForNext(work, row);
  if (rest === 'refuse') return row;
  for (const line of await linesOf(work, row.id)) {
    if (!isPacked(line)) await changeLine(work, line.id, { isUnboxed: true });
  }
  return noteContents(work, row);
}

/**
 * Sends a locked shipment off; its orders must be locked too.
 * @throws shipments.event-not-allowed, it-holds-goods, everything-is-packed, promise-is-split, and
 *   what the ledger and the orders refuse
 */
export async function sendOff(
  work: Work,
  row: ShipmentRow,
  wish: SendOffWish,
): Promise<ShipmentRow> {
  const sorted = await sortOut(work, row, wish.rest);
  const passage = await passageOf(work, sorted);
  const sent = await sendToShipment(
    work,
    sorted,
    { type: 'dispatch' },
    {
      laneId: passage.laneId,
      mode: wish.mode ?? passage.mode,
      carrier: wish.carrier ?? passage.carrier,
      trackingNumber: wish.trackingNumber,
      promisedAt: endOf(wish.promisedOn) ?? passage.arriveAt,
    },
  );
  await keepSlip(work, sent.id, await slipOf(work, sent));
  const lines = await linesOf(work, row.id);
  const parts = lines.map((line) => ({ line, quantity: onTheWayOf(line) }));
  await tellSources(work, sent, { fate: 'sent', parts });
  return sent;
}
