/**
 * Brings a request up to what its order says: what has come, what will not come. Called when the
 * order has got on; doing it twice changes nothing.
 */
import type { Work } from '../../platform/work.ts';
import { orderedLinesOf } from './facts.store.ts';
import { sendToRequest } from './send.ts';
import { changeRequestLines, type RequestRow } from './store.ts';

/** Follows the order of a locked request; a request that has ended stays as it is. */
export async function followOrder(work: Work, row: RequestRow): Promise<RequestRow> {
  if (row.closedAt !== null) return row;
  const ordered = await orderedLinesOf(work, row.id);
  if (ordered.length === 0) return row;
  await changeRequestLines(
    work,
    ordered.map(({ requestLineId, cancelled }) => ({ lineId: requestLineId, cancelled })),
  );
  const arrived = ordered.reduce((sum, { received }) => sum + received, 0);
  const cancelled = ordered.reduce((sum, line) => sum + line.cancelled, 0);
  return sendToRequest(work, row, { type: 'follow', arrived, cancelled });
}
