/**
 * Whoever holds a box in his hands may say that it is here, wherever it was meant to go. The right to
 * receive at his own site has been checked before.
 */
import type { Work } from '../platform/work.ts';

/** The same work, looking at shipments of all sites. */
export function everywhere(work: Work): Work {
  return { ...work, scopes: 'all', requireScope: () => undefined };
}
