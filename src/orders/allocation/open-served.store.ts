/**
 * Writes a new order together with what is promised to it: holds, order, lines and allocations in one
 * statement, or nothing when a pile has less than was planned.
 */
import { type FirmWish, type Rider, reserveAllAnd } from '../../inventory/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Work } from '../../platform/work.ts';
import { draftQueries, type OrderDraft } from '../store.ts';
import { backToPoint, markPoint } from './savepoint.store.ts';
import { allocationsInsert, type NewAllocation } from './store.ts';

/** What is written. */
export interface ServedDraft {
  readonly draft: OrderDraft;
  readonly wishes: readonly FirmWish[];
  /** Whether a serialised part is among them. */
  readonly hasPieces: boolean;
  readonly allocations: readonly NewAllocation[];
}

/** Writes it and answers the order's number; null when somebody was faster, and nothing is left of it. */
export async function addServed(work: Work, served: ServedDraft): Promise<string | null> {
  const { draft, wishes, hasPieces, allocations } = served;
  const rider: Rider = {
    queries: statement`${draftQueries(draft)}, noted as (${allocationsInsert(work, allocations)})`,
    answers: statement`(select number from added) as number`,
  };
  const [, added] = await Promise.all([
    markPoint(work),
    reserveAllAnd<{ readonly number: string }>(work, wishes, { hasPieces, rider }),
  ]);
  if (added === null) await backToPoint(work);
  return added?.number ?? null;
}
