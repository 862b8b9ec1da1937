/**
 * Takes a request or some of its lines back: before the decision without a trace in the warehouse,
 * afterwards what has not been picked yet, and what is held for it becomes free at once.
 */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import type { Work } from '../../../platform/work.ts';
import { ordersErrors } from '../../errors.ts';
import { requireStep, whereIsRequest } from '../answer.ts';
import { undecidedOf } from '../approve-lines.ts';
import { requestErrors } from '../command-errors.ts';
import { requestKey, requestMoved } from '../contract.ts';
import { followOrder } from '../follow.ts';
import { sendToRequest } from '../send.ts';
import {
  changeRequestLines,
  lockRequest,
  type RequestLineRow,
  type RequestRow,
  requestLinesOf,
} from '../store.ts';
import { mayTakeBack } from '../withdrawer.ts';

async function withdraw(work: Work, row: RequestRow, lines: readonly RequestLineRow[]) {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  await changeRequestLines(
    work,
    lines.map((line) => ({ lineId: line.id, cancelled: line.quantity })),
  );
  await sendToRequest(work, row, { type: 'cancel', quantity });
}

/** The lines named, or all. @throws orders.unknown-wish-line */
function chosen(lines: readonly RequestLineRow[], lineIds: readonly string[] | null) {
  if (lineIds === null) return lines;
  const found = lines.filter((line) => lineIds.includes(line.id));
  if (found.length < new Set(lineIds).size) throw ordersErrors.error('unknown-wish-line');
  return found;
}

export const cancelRequest = defineCommand({
  name: 'requests.cancel',
  permission: 'requests.view',
  summary: 'Takes a request or some of its lines back, as far as nothing has been picked.',
  input: z.strictObject({
    ...requestKey,
    /** Null: the whole request. */
    lineIds: z.array(id).min(1).max(100).nullable().default(null),
  }),
  output: requestMoved,
  errors: [
    ...requestErrors,
    'orders.not-yours',
    'orders.unknown-wish-line',
    'orders.something-is-unpicked',
  ],
  run: async (work, { requestId, version, lineIds }) => {
    const row = await lockRequest(work, requestId, version);
    if (!(await mayTakeBack(work, row))) throw ordersErrors.error('not-yours');
    requireStep(row, 'cancel');
    const lines = chosen(await requestLinesOf(work, requestId), lineIds);
    if (row.decidedAt === null) await withdraw(work, row, undecidedOf(lines));
    else {
      const approved = lines.filter((line) => (line.approved ?? 0) > 0).map((line) => line.id);
      await sendToRequest(work, row, { type: 'cancel', quantity: 0 }, { lineIds: approved });
      await followOrder(work, await lockRequest(work, requestId));
    }
    return whereIsRequest(work, requestId);
  },
});
