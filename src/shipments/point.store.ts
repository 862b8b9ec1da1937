/**
 * A point to go back to within a transaction, before anything is written. Going back lets go of the
 * rows locked since, so that a second try may lock more of them in the order everybody keeps.
 */
import { statement } from '../platform/db/statement.ts';
import type { Work } from '../platform/work.ts';

/** Marks the point. */
export async function markUnlocked(work: Work): Promise<void> {
  await work.rows(statement`savepoint before_shipment`);
}

/** Lets go of every row locked since the mark. */
export async function unlockAgain(work: Work): Promise<void> {
  await work.rows(statement`rollback to savepoint before_shipment`);
}
