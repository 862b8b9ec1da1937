/**
 * Gives up promises, whole or in part: the hold goes back to its pile in the same transaction, and
 * what is kept is held anew. The pile stays locked in between, so nobody comes first.
 */
import { release, reserve } from '../../inventory/index.ts';
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { piecesFor } from './covers.rules.ts';
import {
  type AllocationChange,
  type AllocationRow,
  addAllocations,
  changeAllocations,
} from './store.ts';

/** So much of a held allocation, in pieces of the ordered part. */
export interface Surrender {
  readonly row: AllocationRow;
  readonly covers: number;
}

/** How much of each allocation is given up to make up `wanted`, the newest promise first. */
export function surrenderOf(held: readonly AllocationRow[], wanted: number): Surrender[] {
  let open = wanted;
  return [...held].reverse().flatMap((row) => {
    const covers = Math.min(open, row.covers);
    open -= covers;
    return covers > 0 ? [{ row, covers }] : [];
  });
}

/** Pieces that stay of an allocation of which part is given up. */
function keptOf({ row, covers }: Surrender): number {
  if (covers === row.covers) return 0;
  return piecesFor(row.covers - covers, { numerator: row.quantity, denominator: row.covers });
}

async function holdAgain(work: Work, row: AllocationRow, quantity: number): Promise<string> {
  invariant(row.pile, 'a held allocation has its pile');
  const { id, pile, serialId } = row;
  const document = `allocation:${id}`;
  const [holdId] = await reserve(work, [{ pile, quantity, serialId, document, expiresAt: null }]);
  invariant(holdId, 'what was just released is free');
  return holdId;
}

/** Gives up holds and writes the allocations; the sums of the lines are left to the caller. */
export async function giveUp(
  work: Work,
  surrenders: readonly Surrender[],
  note: string | null,
): Promise<void> {
  if (surrenders.length === 0) return;
  const holds = surrenders.flatMap(({ row }) => row.reservationId ?? []);
  await release(work, holds);
  const changes: AllocationChange[] = [];
  const given: Parameters<typeof addAllocations>[1][number][] = [];
  for (const one of surrenders) {
    const { row, covers } = one;
    const kept = keptOf(one);
    if (kept === 0) {
      changes.push({ id: row.id, state: 'released', reservationId: null, note });
      continue;
    }
    const reservationId = await holdAgain(work, row, kept);
    changes.push({
      ...{ id: row.id, state: 'held', reservationId },
      ...{ quantity: kept, covers: row.covers - covers },
    });
    if (kept === row.quantity) continue;
    const { orderLineId, partId, siteId, locationId } = row;
    given.push({
      ...{ id: work.newId(), orderLineId, partId, siteId, locationId, reservationId: null },
      ...{ quantity: row.quantity - kept, covers, state: 'released', policy: row.policy },
      ...{ reasons: [], note, promisedAt: null },
    });
  }
  await addAllocations(work, given);
  await changeAllocations(work, changes);
}
