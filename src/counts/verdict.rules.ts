/**
 * What the comparison of shelf and books leads to. A count is compared with the balance at the moment
 * of its scan, so that picking may go on meanwhile. Pure; knows numbers, no place and no person.
 */
import type { Verdict } from './counting.vocabulary.ts';

/** How far a blind count may be off before another person counts again. */
export interface Tolerance {
  /** In the base unit of the part. */
  readonly pieces: number;
  /** Whole percent of the balance. */
  readonly percent: number;
  /** In minor units; a difference worth more is always counted again. */
  readonly valueMinor: number;
}

/** One line as it was seen. */
export interface Seen {
  readonly counted: number;
  /** Balance at the first and at the last scan of the pass. */
  readonly firstOnHand: number;
  readonly seenOnHand: number;
}

/** Whole quantity that the shelf has more (or, below zero, less) than the books. */
export function differenceOf({ counted, seenOnHand }: Omit<Seen, 'firstOnHand'>): number {
  return counted - seenOnHand;
}

/** Whether stock moved between the first and the last scan, so that nobody knows what was counted. */
export function hasMoved({ firstOnHand, seenOnHand }: Seen): boolean {
  return firstOnHand !== seenOnHand;
}

/**
 * The verdict on a counted pile. Within tolerance means: worth no more than the value, and off by no
 * more than the pieces or the percentage. A part without a cost is judged by quantity alone.
 */
export function verdictOn(seen: Seen, valueMinor: number | null, tolerance: Tolerance): Verdict {
  if (hasMoved(seen)) return 'beyond';
  const quantity = differenceOf(seen);
  if (quantity === 0) return 'right';
  const off = Math.abs(quantity);
  const isCheap = Math.abs(valueMinor ?? 0) <= tolerance.valueMinor;
  const isSmall = off <= tolerance.pieces || off * 100 <= tolerance.percent * seen.seenOnHand;
  return isCheap && isSmall ? 'within' : 'beyond';
}

/** The verdict on scanned pieces: each piece is a thing of its own, so none is tolerated. */
export function verdictOnPieces(outcomes: readonly PieceOutcome[]): Verdict {
  return outcomes.every((outcome) => outcome === 'here') ? 'right' : 'beyond';
}

/** What a scanned, or a missing, serial number turned out to be. */
export const pieceOutcomes = ['here', 'missing', 'elsewhere', 'unknown'] as const;
export type PieceOutcome = (typeof pieceOutcomes)[number];

/** Pieces the shelf has more than the books. */
export function pieceDifference(outcomes: readonly PieceOutcome[]): number {
  const count = (wanted: PieceOutcome) => outcomes.filter((one) => one === wanted).length;
  return count('elsewhere') + count('unknown') - count('missing');
}
