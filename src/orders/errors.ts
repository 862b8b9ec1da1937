/** What the room of requests and orders for parts may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const ordersErrors = defineErrors('orders', {
  'unknown-order': 'not-found',
  'unknown-order-line': 'not-found',
  'unknown-allocation': 'not-found',
  'unknown-request': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
  'something-waits': 'refused',
  'something-is-held': 'refused',
  'something-is-unpicked': 'refused',
  'quantity-is-there': 'refused',
  'over-quantity': 'refused',
  'nothing-free': 'refused',
  'part-does-not-cover': 'refused',
  'stage-differs': 'refused',
  'part-is-retired': 'refused',
  'destination-cannot-hold-stock': 'refused',
  'not-lower-priority': 'refused',
  'take-from-other': 'confirm',
});
