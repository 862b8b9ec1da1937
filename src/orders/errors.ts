/** What the room of requests and orders for parts may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const ordersErrors = defineErrors('orders', {
  'unknown-order': 'not-found',
  'unknown-request': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
});
