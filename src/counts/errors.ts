/** What the room of counts, adjustments and scrapping may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const countsErrors = defineErrors('counts', {
  'unknown-count': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
});
