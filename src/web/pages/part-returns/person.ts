/** Whose stock a page is about: the reader's own, or somebody else's when he may look. */
import { id } from '../../../platform/scalars.ts';
import type { Visit } from '../../visit.ts';

/** The other person a page is about; null for the reader himself. */
export function personOf(visit: Visit): string | null {
  const asked = id.safeParse(visit.param('person'));
  if (!asked.success || asked.data === visit.actor.id) return null;
  return visit.can('part-returns.view-all') ? asked.data : null;
}
