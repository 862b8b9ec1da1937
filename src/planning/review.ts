/** Looks at parts again after their stock or level changed: opens, refreshes or closes suggestions. */
import type { Work } from '../platform/work.ts';
import { propose } from './level.rules.ts';
import { closeSuggestion, putSuggestion, readPositions } from './store.ts';

/** Reviews these parts at every site that has a level for them; answers how many are short. */
export async function reviewParts(work: Work, partIds: readonly string[]): Promise<number> {
  let short = 0;
  for (const position of await readPositions(work, partIds)) {
    const proposal = propose(position);
    if (proposal === null) await closeSuggestion(work, position, 'enough-stock');
    else {
      short += 1;
      await putSuggestion(work, position, proposal);
    }
  }
  return short;
}
