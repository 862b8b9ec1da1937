/**
 * Who may approve: never what he asked for himself, and never beyond his limit. Pure; values are
 * minor units of money.
 */

/** What is known of one approval. */
export interface Approval {
  readonly approverId: string;
  readonly requestedById: string;
  readonly valueMinor: number;
  /** Null where there is no limit. */
  readonly maxMinor: number | null;
}

/** Why it is refused, its own case first; null when it may be. */
export function approvalRefusal(
  approval: Approval,
): 'own-approval' | 'above-approval-limit' | null {
  const { approverId, requestedById, valueMinor, maxMinor } = approval;
  // Four eyes hold for everybody: an administrator has two as well.
  if (approverId === requestedById) return 'own-approval';
  return maxMinor !== null && valueMinor > maxMinor ? 'above-approval-limit' : null;
}

/** The limit that holds for a person: his own before the one of all others; null is no limit. */
export function limitThatHolds(
  limits: readonly { readonly personId: string | null; readonly maxMinor: number }[],
  personId: string,
): number | null {
  const own = limits.find((limit) => limit.personId === personId);
  return (own ?? limits.find((limit) => limit.personId === null))?.maxMinor ?? null;
}
