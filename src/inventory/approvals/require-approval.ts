/**
 * The door of approvals: whoever performs an approval asks here first. Knows limits and persons,
 * nothing of the document that is approved.
 */
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { approvalRefusal, limitThatHolds } from './approval.rules.ts';
import type { ApprovalKind } from './contract.ts';
import { limitsFor } from './store.ts';

/** What `requireApproval` may refuse; a command that calls it declares these. */
export const approvalErrors = ['inventory.own-approval', 'inventory.above-approval-limit'] as const;

/** What is to be approved. */
export interface ApprovalAsked {
  readonly kind: ApprovalKind;
  readonly requestedById: string;
  /** Minor units at current cost. */
  readonly valueMinor: number;
}

/** Up to which value a person may approve this kind, in minor units; null is no limit. */
export async function approvalLimitOf(
  read: Pick<Read, 'db'>,
  kind: ApprovalKind,
  personId: string,
): Promise<number | null> {
  const rows = await limitsFor(read, personId);
  return limitThatHolds(
    rows.filter((row) => row.kind === kind),
    personId,
  );
}

/**
 * Passes when the acting person may approve this. Nobody approves what he asked for himself, the
 * product and administrators neither.
 * @throws inventory.own-approval, inventory.above-approval-limit {limit, value}
 */
export async function requireApproval(work: Work, asked: ApprovalAsked): Promise<void> {
  const { kind, requestedById, valueMinor } = asked;
  const approverId = work.actor.id;
  const maxMinor = await approvalLimitOf(work, kind, approverId);
  const refusal = approvalRefusal({ approverId, requestedById, valueMinor, maxMinor });
  if (refusal === null) return;
  throw inventoryErrors.error(
    refusal,
    refusal === 'own-approval'
      ? {}
      : { limit: hundredths(maxMinor ?? 0), value: hundredths(valueMinor) },
  );
}

/** Minor units as people read an amount: 1250 is 12.50. */
function hundredths(minor: number): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
