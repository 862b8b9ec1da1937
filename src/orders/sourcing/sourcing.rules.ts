/**
 * The one sourcing answer for a line: where its pieces should come from, in which order, how many from
 * each, and why. What arrives in time goes first; among those one site that has the whole line, then
 * the cheaper, then the sooner; of what is late the sooner first. In one site the lot that expires
 * first and then the oldest pile is used up. Pure and repeatable: the order of the candidates does
 * not matter.
 */
import { piecesFor } from '../allocation/covers.rules.ts';
import { judgeSource } from './judge-source.rules.ts';
import type {
  Candidate,
  RankedSource,
  Source,
  SourcingAnswer,
  Wanted,
  Ways,
} from './sourcing.vocabulary.ts';

const last = Number.MAX_SAFE_INTEGER;

type Key = readonly (number | string)[];

/** What a source is told from others by, the most important first; smaller is better. */
function keyOf(source: Source): Key {
  const { candidate, arriveAt, isOnTime, costMinor } = source;
  const arrives = arriveAt ?? last;
  const cost = costMinor ?? last;
  const time = isOnTime ? [cost, arrives] : [arrives, cost];
  const stock =
    candidate.kind === 'stock'
      ? [
          candidate.condition === 'good' ? 0 : 1,
          candidate.expiresOn ?? '9999-12-31',
          candidate.since,
          candidate.pileId,
        ]
      : [2, '', candidate.readyAt ?? last, `${candidate.kind} ${candidate.documentNumber}`];
  return [
    isOnTime ? 0 : 1,
    arriveAt === null ? 1 : 0,
    source.nearness === 'peer-van' ? 1 : 0,
    candidate.standIn.order,
    source.isWhole ? 0 : 1,
    ...time,
    source.nearness === 'own-van' ? 0 : 1,
    candidate.siteId,
    ...stock,
    candidate.partId,
  ];
}

function compareKeys(a: Key, b: Key): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Which sources belong to a site that covers the whole line with one part, without a peer's van. */
function withWholeSites(wanted: Wanted, sources: readonly Source[]): Source[] {
  const groupOf = ({ candidate, nearness }: Source) =>
    `${candidate.siteId} ${candidate.partId} ${nearness === 'peer-van'}`;
  const pieces = new Map<string, number>();
  for (const source of sources) {
    if (!source.isPromisable) continue;
    const key = groupOf(source);
    pieces.set(key, (pieces.get(key) ?? 0) + source.candidate.quantity);
  }
  return sources.map((source) => {
    const { standIn } = source.candidate;
    const needed = piecesFor(wanted.quantity, standIn);
    const isWhole = source.isPromisable && (pieces.get(groupOf(source)) ?? 0) >= needed;
    const params = { quantity: source.coversAtMost };
    const reason = { code: isWhole ? 'whole-line' : 'part-of-line', params } as const;
    return { ...source, isWhole, reasons: [...source.reasons, reason] };
  });
}

/** Takes from the sources in their order until the line is covered. */
function take(wanted: Wanted, sources: readonly Source[]): SourcingAnswer {
  let waiting = wanted.quantity;
  const ranked = sources.map((source, at): RankedSource => {
    const covers = source.isPromisable ? Math.min(waiting, source.coversAtMost) : 0;
    waiting -= covers;
    const pieces = piecesFor(covers, source.candidate.standIn);
    return { ...source, rank: at + 1, take: pieces, covers };
  });
  return { sources: ranked, covered: wanted.quantity - waiting, waiting };
}

/** Where the pieces of a line should come from. */
export function answerSourcing(
  wanted: Wanted,
  candidates: readonly Candidate[],
  ways: Ways,
): SourcingAnswer {
  const judged = candidates
    .filter(({ quantity }) => quantity > 0)
    .map((candidate) => judgeSource(wanted, candidate, ways));
  const keyed = withWholeSites(wanted, judged).map((source) => ({ source, key: keyOf(source) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  return take(
    wanted,
    keyed.map(({ source }) => source),
  );
}
