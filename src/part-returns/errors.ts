/** What the room of parts that come back: unused and defective may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const partReturnsErrors = defineErrors('part-returns', {
  'unknown-return': 'not-found',
  'unknown-line': 'not-found',
  'unknown-person': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
  'some-are-listed': 'refused',
  'nothing-has-left': 'refused',
  'something-is-here': 'refused',
  'different-sites': 'refused',
  'different-ends': 'refused',
  'end-is-here': 'refused',
  'on-another-return': 'conflict',
  'more-than-listed': 'refused',
  'more-than-came': 'refused',
  'left-already': 'refused',
  'not-a-place-of-somebody': 'refused',
  'not-owed-any-more': 'refused',
  'removed-piece-required': 'invalid',
});
