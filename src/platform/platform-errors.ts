/**
 * The refusals of the floor itself: input that does not parse, rights, repeated keys, waits that
 * took too long. They carry no domain word.
 */
import { defineErrors } from './errors.ts';

export const platformErrors = defineErrors('platform', {
  'invalid-input': 'invalid',
  'not-signed-in': 'unauthenticated',
  'not-permitted': 'forbidden',
  'not-found': 'not-found',
  'stale-version': 'conflict',
  'key-reused': 'invalid',
  'key-malformed': 'invalid',
  'body-too-large': 'too-large',
  'body-malformed': 'invalid',
  'content-type-refused': 'invalid',
  'origin-refused': 'forbidden',
  'method-refused': 'invalid',
  'too-many-requests': 'limit',
  'outcome-unknown': 'unavailable',
  'busy-try-again': 'unavailable',
});
