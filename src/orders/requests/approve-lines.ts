/**
 * Approves a locked request line by line and opens its order, for whoever decided: an approver, or the
 * policy at submission. It does not ask whether he may.
 */
import { systemActor } from '../../platform/actor.ts';
import type { Work } from '../../platform/work.ts';
import type { LineDecision } from './decision.rules.ts';
import { sendToRequest } from './send.ts';
import { changeRequestLines, type RequestLineRow, type RequestRow } from './store.ts';

/** Lines nobody has decided: neither withdrawn nor judged. */
export function undecidedOf(lines: readonly RequestLineRow[]): RequestLineRow[] {
  return lines.filter((line) => line.approved === null && line.cancelled < line.quantity);
}

/** Writes the decisions and moves the request. */
export async function approveLines(
  work: Work,
  row: RequestRow,
  decided: {
    readonly lines: readonly RequestLineRow[];
    readonly decisions: readonly LineDecision[];
    readonly by: { readonly id: string; readonly name: string };
    readonly reason?: string | null;
  },
): Promise<RequestRow> {
  const { lines, decisions, by, reason = null } = decided;
  const asked = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const approved = decisions.reduce((sum, decision) => sum + decision.approved, 0);
  await changeRequestLines(work, decisions);
  return sendToRequest(
    work,
    row,
    { type: 'approve', approved, refused: asked - approved },
    {
      changes: {
        decidedById: by.id,
        decidedByName: by.name,
        decidedAt: work.now,
        decisionReason: reason,
      },
    },
  );
}

/** Who decides when nobody has to. */
export const policyItself = { id: systemActor.id, name: systemActor.name };
