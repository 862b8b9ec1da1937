/** What the room of the transport network may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const networkErrors = defineErrors('network', {
  'unknown-lane': 'not-found',
});
