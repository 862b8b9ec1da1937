/**
 * Takes a request or some of its lines back: before the decision without a trace in the warehouse,
 * afterwards what has not been picked yet, and what is held for it becomes free at once.
 */
import { z } from 'zod';
import { covers, scopesOf } from '../../../platform/actor.ts';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import type { Work } from '../../../platform/work.ts';
import { ordersErrors } from '../../errors.ts';
import { requireStep, whereIsRequest } from '../answer.ts';
import { undecidedOf } from '../approve-lines.ts';
import { requestErrors } from '../command-errors.ts';
import { requestKey, requestMoved } from '../contract.ts';
import { mayWithdraw } from '../decision.rules.ts';
import { custodianOf } from '../facts.store.ts';
import { followOrder } from '../follow.ts';
import { sendToRequest } from '../send.ts';
import {
  changeRequestLines,
  lockRequest,
  type RequestLineRow,
  type RequestRow,
  requestLinesOf,
} from '../store.ts';

function holdsThere(work: Work, permission: string, siteId: string): boolean {
  const scopes = scopesOf(work.actor, permission);
  return scopes !== null && covers(scopes, siteId);
}

async function requireWithdrawer(work: Work, row: RequestRow): Promise<void> {
  const { siteId, requestedById, destinationId } = row;
  const custodianId = await custodianOf(work, destinationId);
  const mayManage = ['orders.manage', 'requests.approve'].some((right) =>
    holdsThere(work, right, siteId),
  );
  if (!mayWithdraw({ id: work.actor.id, requestedById, custodianId, mayManage })) {
    throw ordersErrors.error('not-yours', { person: row.requestedByName });
  }
}

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
    await requireWithdrawer(work, row);
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
