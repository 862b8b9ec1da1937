/** What the room of the transport network may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const networkErrors = defineErrors('network', {
  'unknown-lane': 'not-found',
  'unknown-calendar': 'not-found',
  'unknown-route': 'not-found',
  'lane-to-itself': 'invalid',
  'lane-retired': 'refused',
  'calendar-code-taken': 'conflict',
  'calendar-in-use': 'refused',
  'calendar-retired': 'refused',
  'holidays-unreadable': 'invalid',
  'route-exists': 'conflict',
  'route-to-itself': 'invalid',
  'route-end-unfit': 'invalid',
});
