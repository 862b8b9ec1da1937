/** Rejects a whole request, with a reason its requester can read. */
import { z } from 'zod';
import { approvalErrors, requireApproval } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { requireStep, whereIsRequest } from '../answer.ts';
import { undecidedOf } from '../approve-lines.ts';
import { requestErrors } from '../command-errors.ts';
import { requestKey, requestMoved } from '../contract.ts';
import { sendToRequest } from '../send.ts';
import { changeRequestLines, lockRequest, requestLinesOf } from '../store.ts';

export const rejectRequest = defineCommand({
  name: 'requests.reject',
  permission: 'requests.approve',
  summary: 'Rejects a whole request, with a reason.',
  input: z.strictObject({ ...requestKey, reason: text(300) }),
  output: requestMoved,
  errors: [...requestErrors, ...approvalErrors],
  run: async (work, { requestId, version, reason }) => {
    const row = await lockRequest(work, requestId, version);
    requireStep(row, 'reject');
    // Saying no needs a second person as well; whoever changed his mind cancels. It costs nothing.
    const { requestedById } = row;
    await requireApproval(work, { kind: 'request', requestedById, valueMinor: 0 });
    const lines = undecidedOf(await requestLinesOf(work, requestId));
    await changeRequestLines(
      work,
      lines.map(({ id }) => ({ lineId: id, approved: 0, reason })),
    );
    const changes = {
      decidedById: work.actor.id,
      decidedByName: work.actor.name,
      decidedAt: work.now,
      decisionReason: reason,
    };
    await sendToRequest(work, row, { type: 'reject' }, { changes });
    return whereIsRequest(work, requestId);
  },
});
