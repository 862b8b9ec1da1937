/** Tells the people who waited that something has been found for them. */
import type { Work } from '../../platform/work.ts';
import { concernedBy } from '../notices/concerned.store.ts';
import { tell } from '../notices/tell.ts';
import type { Allocated } from './note-claims.ts';

/** One notice a document, to whoever waits for it. */
export async function tellFed(work: Work, allocated: readonly Allocated[]): Promise<void> {
  if (allocated.length === 0) return;
  for (const { personId, about, number, parts } of await concernedBy(work, allocated)) {
    await tell(work, { personId, about, key: 'line-allocated', params: { number, parts } });
  }
}
