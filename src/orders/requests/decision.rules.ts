/**
 * What a decision line by line means, who may withdraw, and what is asked twice. Pure; quantities are
 * base units of the part.
 */

/** A line nobody has decided yet. */
export interface UndecidedLine {
  readonly id: string;
  readonly quantity: number;
}

/** What somebody decided of a line. */
export interface LineDecision {
  readonly lineId: string;
  readonly approved: number;
  readonly reason: string | null;
}

/** Why a decision cannot be taken, with what its sentence needs. */
export interface DecisionRefusal {
  readonly refusal: 'unknown-wish-line' | 'over-asked' | 'reason-missing' | 'line-undecided';
  readonly lineId: string | null;
  readonly asked: number;
}

/**
 * The decisions in the order of the lines, each line exactly once; less than asked needs a reason.
 * Without decisions everything is approved as asked.
 */
export function decisionsFor(
  undecided: readonly UndecidedLine[],
  given: readonly LineDecision[] | null,
): readonly LineDecision[] | DecisionRefusal {
  if (given === null) {
    return undecided.map(({ id, quantity }) => ({ lineId: id, approved: quantity, reason: null }));
  }
  const byLine = new Map(given.map((decision) => [decision.lineId, decision]));
  const stranger = given.find(({ lineId }) => undecided.every(({ id }) => id !== lineId));
  if (stranger !== undefined || byLine.size < given.length) {
    return { refusal: 'unknown-wish-line', lineId: stranger?.lineId ?? null, asked: 0 };
  }
  const decisions: LineDecision[] = [];
  for (const { id, quantity } of undecided) {
    const decision = byLine.get(id);
    if (decision === undefined) return { refusal: 'line-undecided', lineId: id, asked: quantity };
    if (decision.approved > quantity) return { refusal: 'over-asked', lineId: id, asked: quantity };
    if (decision.approved < quantity && decision.reason === null) {
      return { refusal: 'reason-missing', lineId: id, asked: quantity };
    }
    decisions.push(decision);
  }
  return decisions;
}

/** Who wants to withdraw. */
export interface Withdrawer {
  readonly id: string;
  readonly requestedById: string;
  /** Whose van it was to come to; null for a place that belongs to nobody. */
  readonly custodianId: string | null;
  /** Whether he may manage orders or decide on wishes at this site. */
  readonly mayManage: boolean;
}

/** One's own wish, one for one's own van, or with the right to manage. */
export function mayWithdraw({ id, requestedById, custodianId, mayManage }: Withdrawer): boolean {
  return mayManage || id === requestedById || id === custodianId;
}

/** Places that parts of each kind may be brought to. */
const placesFor = {
  'field-service': ['van', 'bench'],
  replenishment: ['storage', 'van', 'bench'],
} as const;
export type WishKind = keyof typeof placesFor;

/** Whether parts of this kind may be brought to such a place. */
export function mayBeBroughtTo(kind: WishKind, placeKind: string): boolean {
  return placesFor[kind].some((one) => one === placeKind);
}

const dayMs = 86_400_000;

/** Whether the day is over everywhere on earth. */
export function isOver(day: string, now: Date): boolean {
  return Date.parse(`${day}T23:59:59Z`) + dayMs < now.getTime();
}

/** Whether a wish of this value needs nobody: only with a policy, and only when every cost is known. */
export function needsNobody(
  value: { readonly minor: number; readonly isKnown: boolean },
  automaticMaxMinor: number | null,
): boolean {
  return automaticMaxMinor !== null && value.isKnown && value.minor <= automaticMaxMinor;
}
