/**
 * Claims what was planned, and says what was really got. One call for all piles; a serialised part is
 * claimed piece by piece, so that every piece has a promise of its own.
 */
import { release, reserveUpTo } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { coveredBy, coveredShare } from './covers.rules.ts';
import type { PlannedTake } from './plan.rules.ts';

/** What a claim got: a hold under the id of the allocation to be. */
export interface Claimed {
  readonly allocationId: string;
  readonly holdId: string;
  readonly take: PlannedTake;
  readonly quantity: number;
  readonly covers: number;
}

/** What is to be claimed for one allocation. */
export interface Wish {
  readonly allocationId: string;
  readonly take: PlannedTake;
  readonly quantity: number;
  readonly covers: number;
}

/** What a hold says it is for. */
export function documentOf(allocationId: string): string {
  return `allocation:${allocationId}`;
}

/** The claims of a take, each under the id of the allocation to be. */
export function wishesOf(work: Work, take: PlannedTake): Wish[] {
  const { candidate, take: pieces, covers } = take;
  if (!candidate.isSerial) {
    return [{ allocationId: work.newId(), take, quantity: pieces, covers }];
  }
  const whole = { quantity: pieces, covers };
  return Array.from({ length: pieces }, (_, at) => ({
    allocationId: work.newId(),
    take,
    quantity: 1,
    covers: coveredShare(at + 1, whole) - coveredShare(at, whole),
  }));
}

/** Claims the takes; what nobody could give is absent. */
export async function claim(
  work: Work,
  takes: readonly PlannedTake[],
  { skipBusy }: { readonly skipBusy: boolean },
): Promise<readonly Claimed[]> {
  const wishes = takes.flatMap((take) => wishesOf(work, take));
  const granted = await reserveUpTo(
    work,
    wishes.map(({ allocationId, take, quantity }) => ({
      pileId: take.candidate.pileId,
      quantity,
      document: documentOf(allocationId),
      expiresAt: null,
    })),
    { skipBusy },
  );
  const idle: string[] = [];
  const claimed = granted.flatMap((grant): Claimed[] => {
    const wish = wishes[grant.wish];
    if (wish === undefined) return [];
    const isFull = grant.quantity === wish.quantity;
    const covers = isFull ? wish.covers : coveredBy(grant.quantity, wish.take.candidate.standIn);
    // Pieces that stand for no whole wanted piece would be held for nothing.
    if (covers === 0 && !isFull) {
      idle.push(grant.holdId);
      return [];
    }
    const { allocationId, take } = wish;
    return [{ allocationId, holdId: grant.holdId, take, quantity: grant.quantity, covers }];
  });
  if (idle.length > 0) await release(work, idle);
  return claimed;
}

/** Whether everything that was planned was got. */
export function isComplete(takes: readonly PlannedTake[], claimed: readonly Claimed[]): boolean {
  const planned = takes.reduce((sum, { take }) => sum + take, 0);
  return claimed.reduce((sum, { quantity }) => sum + quantity, 0) === planned;
}
