/** Approves a request, all of it or line by line; what was approved becomes an order at once. */
import { z } from 'zod';
import { approvalErrors, requireApproval } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { ordersErrors } from '../../errors.ts';
import { requireStep, whereIsRequest } from '../answer.ts';
import { approveLines, undecidedOf } from '../approve-lines.ts';
import { openingErrors } from '../command-errors.ts';
import { decisionInput, requestKey, requestMoved } from '../contract.ts';
import { decisionsFor } from '../decision.rules.ts';
import { lockRequest, requestLinesOf } from '../store.ts';
import { askedValue } from '../value.store.ts';

export const approveRequest = defineCommand({
  name: 'requests.approve',
  permission: 'requests.approve',
  summary: 'Approves a request, all of it or line by line; the approved part becomes an order.',
  input: z.strictObject({
    ...requestKey,
    /** Every undecided line once; null approves all as asked. */
    lines: z.array(decisionInput).max(100).nullable().default(null),
    reason: text(300).nullable().default(null),
  }),
  output: requestMoved,
  errors: [
    ...openingErrors,
    ...approvalErrors,
    'orders.unknown-wish-line',
    'orders.over-asked',
    'orders.reason-missing',
    'orders.line-undecided',
    'orders.value-beyond-counting',
  ],
  run: async (work, { requestId, version, lines: given, reason }) => {
    const row = await lockRequest(work, requestId, version);
    requireStep(row, 'approve');
    const { requestedById } = row;
    // His own wish is refused before its lines are looked at; the value is judged once it is known.
    await requireApproval(work, { kind: 'request', requestedById, valueMinor: 0 });
    const lines = undecidedOf(await requestLinesOf(work, requestId));
    const decisions = decisionsFor(lines, given);
    if ('refusal' in decisions) {
      const { refusal, asked, lineId } = decisions;
      const line = lines.find(({ id }) => id === lineId)?.line ?? null;
      throw ordersErrors.error(refusal, { asked, line });
    }
    const value = await askedValue(
      work,
      decisions.map(({ lineId, approved }) => ({
        partId: lines.find(({ id }) => id === lineId)?.partId ?? lineId,
        quantity: approved,
      })),
    );
    if (value === null) throw ordersErrors.error('value-beyond-counting');
    await requireApproval(work, { kind: 'request', requestedById, valueMinor: value.minor });
    await approveLines(work, row, { lines, decisions, by: work.actor, reason });
    return whereIsRequest(work, requestId);
  },
});
