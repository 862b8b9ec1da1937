/**
 * Tells a shipment what came in and what did not, and whoever sent the goods what became of them. The
 * stock that came in is posted by whoever received it; what is lost is written off here.
 */
import type { Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { isAllIn, onTheWayOf } from '../line-sums.rules.ts';
import { changeLine, type LineRow, linesOf } from '../lines.store.ts';
import { lockOrdersOf } from '../lock-with-orders.ts';
import { sendToShipment } from '../send.ts';
import { tellSources } from '../sources.ts';
import { lockShipment, type ShipmentRow } from '../store.ts';
import { writeOff } from './lose.ts';

/** What became of a line of a shipment. */
export interface LineArrival {
  readonly shipmentLineId: string;
  /** Pieces that came in; the caller posts them from `pileOnTheWay` to where they lie now. */
  readonly received: number;
  /** Of those that came in, pieces nobody can use: whoever waits for them has to get others. */
  readonly unusable?: number;
  /** Pieces to be written off as lost; posted here. */
  readonly lost: number;
}

interface Matched {
  readonly line: LineRow;
  readonly received: number;
  readonly unusable: number;
  readonly lost: number;
}

function matchLines(lines: readonly LineRow[], arrivals: readonly LineArrival[]): Matched[] {
  const byId = new Map(lines.map((line) => [line.id, { line, received: 0, unusable: 0, lost: 0 }]));
  for (const { shipmentLineId, received, unusable = 0, lost } of arrivals) {
    const sum = byId.get(shipmentLineId);
    if (sum === undefined) throw shipmentsErrors.error('unknown-line');
    sum.received += received;
    sum.unusable += unusable;
    sum.lost += lost;
    const [onTheWay, told] = [onTheWayOf(sum.line), sum.received + sum.lost];
    if (told > onTheWay) throw shipmentsErrors.error('more-than-on-the-way', { onTheWay, told });
  }
  return [...byId.values()];
}

/**
 * Records what came in of a shipment, and writes off what is said to be lost. Call it in the
 * transaction that posts the receipt; it locks the shipment.
 * @throws shipments.unknown-shipment, unknown-line, more-than-on-the-way, event-not-allowed
 */
export async function shipmentArrived(
  work: Work,
  told: {
    readonly shipmentId: string;
    readonly lines: readonly LineArrival[];
    readonly reason?: string;
  },
): Promise<ShipmentRow> {
  let row = await lockShipment(work, told.shipmentId, { end: 'either' });
  const matched = matchLines(await linesOf(work, row.id), told.lines);
  await lockOrdersOf(
    work,
    matched.filter(({ received, lost }) => received + lost > 0).map(({ line }) => line),
  );
  const losing = matched.filter(({ lost }) => lost > 0);
  if (losing.length > 0) {
    const losses = losing.map(({ line, lost }) => ({ line, quantity: lost }));
    row = await writeOff(work, row, { losses, reason: told.reason ?? 'not received' });
  }
  const coming = matched.filter(({ received }) => received > 0);
  if (coming.length === 0) return row;
  for (const { line, received } of coming) {
    await changeLine(work, line.id, { received: line.received + received });
  }
  const lines = await linesOf(work, row.id);
  row = await sendToShipment(work, row, { type: 'arrive', isLast: isAllIn(lines) });
  const parts = coming.map(({ line, received, unusable }) => {
    return { line, quantity: received, unusable };
  });
  await tellSources(work, row, { fate: 'arrived', parts });
  return row;
}
