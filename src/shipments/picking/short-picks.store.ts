/** Keeps what pickers said of bins that held less than was promised. Only ever added to. */
import type { Work } from '../../platform/work.ts';
import { shortPick } from '../tables.ts';

/** Adds what a picker found. */
export async function addShortPick(
  work: Work,
  seen: Omit<typeof shortPick.$inferInsert, 'id' | 'at' | 'byName'>,
): Promise<void> {
  const byName = work.actor.name;
  await work.db.insert(shortPick).values({ ...seen, id: work.newId(), at: work.now, byName });
}
