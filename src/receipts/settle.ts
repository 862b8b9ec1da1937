/**
 * Settles pieces of a locked discrepancy: advance the machine, perform what it asks for, keep what is
 * still open. It decides nothing and knows no posting.
 */
import { advance } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { discrepancyFlow } from './discrepancy.machine.ts';
import { addSettlements, type DiscrepancyRow, saveDiscrepancy } from './discrepancy.store.ts';
import type { DiscrepancyEffects, Outcome } from './discrepancy.vocabulary.ts';
import { receiptsErrors } from './errors.ts';

/** What was decided about so many pieces. */
export interface Decision {
  readonly outcome: Outcome;
  readonly quantity: number;
  readonly reason: string;
}

/**
 * What the machine says to a decision: the move, or its refusal.
 * @throws receipts.more-than-open, event-not-allowed, or the code of the guard that refused
 */
export function judge(work: Work, row: DiscrepancyRow, { outcome, quantity }: Decision) {
  const open = row.quantity - row.settled;
  if (quantity > open) throw receiptsErrors.error('more-than-open', { open });
  return advance(discrepancyFlow, storedOf(row), {
    type: outcome,
    isAll: quantity === open,
    byReceiver: row.reportedById === work.actor.id,
  });
}

/**
 * Writes a decision whose posting, if it needs one, has been made already.
 * @throws receipts.more-than-open, event-not-allowed, or the code of the guard that refused
 */
export async function decide(
  work: Work,
  row: DiscrepancyRow,
  decision: Decision & { readonly entryId: string | null },
): Promise<DiscrepancyRow> {
  const move = judge(work, row, decision);
  const { outcome, quantity, reason, entryId } = decision;
  const discrepancyId = row.id;
  await addSettlements(work, [{ discrepancyId, outcome, quantity, reason, entryId }]);
  const settled = row.settled + quantity;
  const closedAt = move.isDone ? work.now : null;
  const saved = await saveDiscrepancy(work, row, { settled, closedAt }, move.stored);
  work.emit('receipts.discrepancy-settled', { discrepancyId, outcome, quantity });
  return saved;
}

/** Names of what the machine asks for, in order. */
export function asked(move: ReturnType<typeof judge>): readonly (keyof DiscrepancyEffects)[] {
  return move.effects.map(({ type }) => type);
}
