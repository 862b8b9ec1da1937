/**
 * Tells a person something on his first page, together with the change it tells of. What he did
 * himself is no news to him, and the product has no first page.
 */
import { systemActor } from '../../platform/actor.ts';
import type { Work } from '../../platform/work.ts';
import type { Telling } from './notice.vocabulary.ts';
import { addNotice } from './store.ts';

/** Writes the notice within the transaction. */
export async function tell(work: Work, telling: Telling): Promise<void> {
  const isNews = telling.personId !== work.actor.id && telling.personId !== systemActor.id;
  if (isNews) await addNotice(work, telling);
}
