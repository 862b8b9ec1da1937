/**
 * Plans many lines against one ground: the sourcing answer of each, the urgent ones first, each taking
 * from what the ones before have left. Pure; what is really free is told by the claim.
 */
import { answerSourcing } from '../sourcing/sourcing.rules.ts';
import type {
  SourceReason,
  StandInUse,
  StockCandidate,
  Wanted,
  Ways,
} from '../sourcing/sourcing.vocabulary.ts';

/** A line to be planned. */
export interface PlanLine {
  readonly lineId: string;
  readonly wanted: Wanted;
  readonly standIns: readonly (StandInUse & { readonly partId: string })[];
  readonly ways: Ways;
  /** What decides who is served first: priority, date needed, age; then order and line. */
  readonly turn: readonly (number | string)[];
}

/** One thing to claim. */
export interface PlannedTake {
  readonly lineId: string;
  readonly candidate: StockCandidate;
  /** Pieces of the pile's part, and wanted pieces they cover. */
  readonly take: number;
  readonly covers: number;
  readonly arriveAt: number | null;
  readonly reasons: readonly SourceReason[];
}

function compareTurns(a: PlanLine, b: PlanLine): number {
  for (const [at, left] of a.turn.entries()) {
    const right = b.turn[at] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.lineId < b.lineId ? -1 : 1;
}

/** What each line should take from where. */
export function planTakes(
  lines: readonly PlanLine[],
  piles: readonly Omit<StockCandidate, 'standIn'>[],
): readonly PlannedTake[] {
  const free = new Map(piles.map((pile) => [pile.pileId, pile.quantity]));
  return [...lines].sort(compareTurns).flatMap(({ lineId, wanted, standIns, ways }) => {
    const candidates = standIns.flatMap((standIn) =>
      piles
        .filter(({ partId }) => partId === standIn.partId)
        .map((pile) => ({ ...pile, standIn, quantity: free.get(pile.pileId) ?? 0 })),
    );
    const { sources } = answerSourcing(wanted, candidates, ways);
    return sources.flatMap(({ candidate, take, covers, arriveAt, reasons }) => {
      if (covers === 0 || candidate.kind !== 'stock') return [];
      free.set(candidate.pileId, (free.get(candidate.pileId) ?? 0) - take);
      return [{ lineId, candidate, take, covers, arriveAt, reasons }];
    });
  });
}
