/**
 * What a posting is, before it touches anything: lines between two piles, checked and added up per
 * pile. Pure; it knows part, place, quantity and hold, never why stock moves.
 */

/** One pile: a part in a place, in a state, belonging to somebody, perhaps in a lot or a box. */
export interface Pile {
  readonly partId: string;
  readonly locationId: string;
  readonly condition: Condition;
  readonly ownerId: string;
  readonly lotId: string | null;
  readonly handlingUnitId: string | null;
}

export const conditions = ['new', 'good', 'unverified', 'defective', 'quarantine'] as const;
export type Condition = (typeof conditions)[number];

/** Why stock moves, one word; the database keeps the same list. */
export const entryKinds = [
  'opening',
  'receipt',
  'put-away',
  'move',
  'pick',
  'pack',
  'shipment',
  'delivery',
  'issue',
  'removal',
  'kit',
  'return',
  'count',
  'adjustment',
  'loss',
  'scrap',
  'reversal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** So much of a part from one pile to another, in the base unit of the part. */
export interface PostingLine {
  readonly from: Pile;
  readonly to: Pile;
  readonly quantity: number;
  readonly serialId: string | null;
  /** The hold this line uses up; a held serial moves only by naming it. */
  readonly holdId: string | null;
  /** What all of it is worth when it comes in from outside, in minor units; else the part's cost decides. */
  readonly valueMinor?: number | undefined;
}

/** What somebody wants to post. */
export interface EntryDraft {
  readonly kind: EntryKind;
  /** Opaque reference of the document that asked for it, e.g. `rma-line:<id>`. */
  readonly document: string | null;
  readonly reason: string | null;
  /** The site whose work it is; needed only where neither place of a line belongs to a site. */
  readonly siteId?: string;
  readonly lines: readonly PostingLine[];
  /** When it happened, if not now; a label that never reorders the ledger. */
  readonly effectiveAt?: Date;
  /** The same key never posts twice. */
  readonly postingKey?: string;
  /** Whether what comes out of the conversion is worth what went into it; a kit always is. */
  readonly isConversion?: boolean;
  readonly reversesId?: string;
}

/** What can be wrong with a draft before anybody looks at stock. */
export type DraftFlaw =
  | 'no-lines'
  | 'bad-quantity'
  | 'same-pile'
  | 'piece-twice'
  | 'hold-on-two-piles';

/** The first thing wrong with a draft, or null. */
export function flawOf(draft: EntryDraft): DraftFlaw | null {
  if (draft.lines.length === 0) return 'no-lines';
  const pieces = new Set<string>();
  const pileOfHold = new Map<string, string>();
  for (const { from, to, quantity, serialId, holdId } of draft.lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) return 'bad-quantity';
    if (serialId !== null && quantity !== 1) return 'bad-quantity';
    if (samePile(from, to)) return 'same-pile';
    if (serialId !== null && pieces.has(serialId)) return 'piece-twice';
    if (serialId !== null) pieces.add(serialId);
    if (holdId === null) continue;
    const text = pileText(from);
    if ((pileOfHold.get(holdId) ?? text) !== text) return 'hold-on-two-piles';
    pileOfHold.set(holdId, text);
  }
  return null;
}

/** Whether two descriptions name one pile. */
function samePile(a: Pile, b: Pile): boolean {
  return pileText(a) === pileText(b);
}

/** The pile's dimensions in a fixed order; what its id is derived from. */
export function pileText(pile: Pile): string {
  const { partId, locationId, lotId, condition, ownerId, handlingUnitId } = pile;
  return [partId, locationId, lotId ?? '-', condition, ownerId, handlingUnitId ?? '-'].join('|');
}

/** What an entry does to one pile in all its lines together. */
export interface PileChange {
  readonly id: string;
  readonly pile: Pile;
  /** Net change of the quantity on hand. */
  readonly delta: number;
  /** Quantity of holds on this pile that the entry uses up. */
  readonly used: number;
}

/** A line with the ids of its piles and what later lines still do to them. */
export interface PlannedLine {
  readonly n: number;
  readonly line: PostingLine;
  readonly fromId: string;
  readonly toId: string;
  readonly fromLater: number;
  readonly toLater: number;
}

/** Adds the lines up per pile; changes come in id order, the order in which piles are locked. */
export function planPosting(
  lines: readonly PostingLine[],
  idOf: (pile: Pile) => string,
): { changes: PileChange[]; planned: PlannedLine[] } {
  const changes = new Map<string, { id: string; pile: Pile; delta: number; used: number }>();
  const change = (pile: Pile) => {
    const id = idOf(pile);
    const known = changes.get(id) ?? { id, pile, delta: 0, used: 0 };
    changes.set(id, known);
    return known;
  };
  const planned: PlannedLine[] = [];
  // Walked from the last line to the first: `delta` then is what all later lines do to the pile.
  for (let n = lines.length; n >= 1; n -= 1) {
    const line = lines[n - 1];
    if (line === undefined) continue;
    const from = change(line.from);
    const to = change(line.to);
    planned.unshift({
      n,
      line,
      fromId: from.id,
      toId: to.id,
      fromLater: from.delta,
      toLater: to.delta,
    });
    from.delta -= line.quantity;
    to.delta += line.quantity;
    if (line.holdId !== null) from.used += line.quantity;
  }
  return { changes: [...changes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), planned };
}

/** The lines that undo the given ones, last first, holds not restored. */
export function reversedLines(lines: readonly PostingLine[]): PostingLine[] {
  return lines.map((line) => ({ ...line, from: line.to, to: line.from, holdId: null })).reverse();
}
