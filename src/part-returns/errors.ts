/** What the room of parts that come back: unused and defective may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const partReturnsErrors = defineErrors('part-returns', {
  'unknown-return': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
});
