/**
 * What was missed and came after all needs no decision any more: its discrepancy is settled as found,
 * in the same transaction that takes it in.
 */
import type { Work } from '../platform/work.ts';
import { onTheWayOfLines } from './arrival.store.ts';
import { lockShortages } from './discrepancy.store.ts';
import { decide } from './settle.ts';

const sourceOf = (lineId: string) => `shipment-line:${lineId}`;

/** Settles open shortages of these shipment lines, as far as pieces have come, by line id. */
export async function settleShortages(
  work: Work,
  received: ReadonlyMap<string, number>,
  on: { readonly entryId: string | null; readonly reason: string },
): Promise<void> {
  const came = new Map([...received].map(([lineId, count]) => [sourceOf(lineId), count]));
  for (const row of await lockShortages(work, [...came.keys()])) {
    const quantity = Math.min(came.get(row.source ?? '') ?? 0, row.quantity - row.settled);
    if (quantity === 0) continue;
    await decide(work, row, { outcome: 'found', quantity, ...on });
  }
}

/**
 * Settles open shortages whose pieces are not on the way any more because they were written off.
 * Saying it twice does nothing.
 */
export async function settleWrittenOff(
  work: Work,
  lineIds: readonly string[],
  reason: string,
): Promise<number> {
  const onTheWay = await onTheWayOfLines(work, lineIds);
  const shortages = await lockShortages(work, lineIds.map(sourceOf));
  let settled = 0;
  for (const row of shortages) {
    const still = onTheWay.get(row.source ?? '') ?? 0;
    const quantity = row.quantity - row.settled - still;
    if (quantity <= 0) continue;
    settled += quantity;
    await decide(work, row, { outcome: 'lost', quantity, reason, entryId: null });
  }
  return settled;
}
