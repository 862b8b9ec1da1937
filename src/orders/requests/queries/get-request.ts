/** One request with every line, how far each has come, and what may happen to it now. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import { offeredEvents } from '../../../platform/flow.ts';
import { storedOf } from '../../../platform/flow-row.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { ordersErrors } from '../../errors.ts';
import { type RequestLineView, type RequestView, requestView } from '../contract.ts';
import { orderOf } from '../facts.store.ts';
import { requestFlow } from '../request.machine.ts';
import { getRequestRow, type RequestRow } from '../store.ts';
import { mayTakeBack } from '../withdrawer.ts';
import { linesWithProgress } from './lines-with-progress.ts';
import { iso, newestFirst, selectRequests } from './select-requests.ts';

async function timelineOf(read: Read, requestId: string): Promise<RequestView['timeline']> {
  const rows = await read.db.execute<{ at: string; command: string; actor_name: string }>(sql`
    select at, command, actor_name from activity
    where subject = ${`request:${requestId}`} order by seq desc limit 200`);
  return [...rows].map((row) => ({
    at: iso(row.at),
    command: row.command,
    actorName: row.actor_name,
  }));
}

/** Why a step that the flow offers is not for this reader, or not any more; null when it is. */
function refusalOf(
  event: string,
  reader: { readonly isRequester: boolean; readonly mayCancel: boolean; readonly isLate: boolean },
): string | null {
  if (event !== 'cancel') return reader.isRequester ? 'inventory.own-approval' : null;
  if (!reader.mayCancel) return 'orders.not-yours';
  return reader.isLate ? 'orders.something-is-unpicked' : null;
}

async function eventsOf(read: Read, row: RequestRow, lines: readonly RequestLineView[]) {
  const reader = {
    isRequester: row.requestedById === read.actor.id,
    mayCancel: await mayTakeBack(read, row),
    isLate: lines.every(({ cancellable }) => cancellable === 0),
  };
  return offeredEvents(requestFlow, storedOf(row)).map((offer) => {
    const { event } = offer;
    const refusal = offer.allowed ? refusalOf(event, reader) : offer.refusal;
    return { event, allowed: refusal === null, refusal };
  });
}

export const getRequest = defineQuery({
  name: 'requests.get',
  permission: 'requests.view',
  summary: 'One request with every line, how far each has come, and what may happen to it now.',
  input: z.strictObject({ requestId: id }),
  output: requestView,
  errors: ['orders.unknown-request'],
  run: async (read, { requestId }) => {
    const row = await getRequestRow(read, requestId);
    const [{ requests }, lines, order, timeline] = await Promise.all([
      selectRequests(read, sql`r.id = ${requestId}`, { order: newestFirst, limit: 1, offset: 0 }),
      linesWithProgress(read, requestId),
      orderOf(read, requestId),
      timelineOf(read, requestId),
    ]);
    const [summary] = requests;
    if (summary === undefined) throw ordersErrors.error('unknown-request');
    const { version, document, shipTo, note, decidedById, decidedByName, decisionReason } = row;
    return {
      ...summary,
      ...{ version, document, shipTo, note, decidedById, decidedByName, decisionReason },
      decidedAt: row.decidedAt === null ? null : iso(row.decidedAt),
      isDecidedByPolicy: decidedById === systemActor.id,
      closedAt: row.closedAt === null ? null : iso(row.closedAt),
      orderId: order?.id ?? null,
      orderNumber: order?.number ?? null,
      lines,
      events: await eventsOf(read, row, lines),
      timeline,
    };
  },
});
