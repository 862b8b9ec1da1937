/**
 * A point to go back to within a transaction. Going back also lets go of the rows locked since, so
 * that a second try may lock more of them in id order without anybody waiting in a circle.
 */
import { statement } from '../../platform/db/statement.ts';
import type { Work } from '../../platform/work.ts';

/** Marks the point; one a transaction, the newest counts. */
export async function markPoint(work: Work): Promise<void> {
  await work.rows(statement`savepoint before_claim`);
}

/** Undoes what was written and locked since the mark. */
export async function backToPoint(work: Work): Promise<void> {
  await work.rows(statement`rollback to savepoint before_claim`);
}
