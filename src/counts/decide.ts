/** The lines an approver decides on, and what is kept of his decision. */
import { allowedEvents } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { countLineFlow } from './count-line.machine.ts';
import type { CountLineEvent } from './counting.vocabulary.ts';
import { type LineRow, lockLines } from './lines.store.ts';

/**
 * The named lines, or all that wait for the decision when none is named; locked. A named line that does
 * not wait is refused later, by its machine.
 * @throws counts.unknown-line
 */
export async function linesToDecide(
  work: Work,
  countId: string,
  lineIds: readonly string[],
  event: CountLineEvent['type'],
): Promise<LineRow[]> {
  const lines = await lockLines(work, countId, lineIds);
  if (lineIds.length > 0) return lines;
  return lines.filter((line) =>
    allowedEvents(countLineFlow, storedOf(line)).some((one) => one.event === event),
  );
}

/** Who decided, when, and in which words. */
export function decidedBy({ actor, now }: Work, note: string | null) {
  return {
    decidedById: actor.id,
    decidedByName: actor.name,
    decidedAt: now,
    decisionNote: note,
  };
}
