/** What the room of purchase demand and purchase orders may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const purchasingErrors = defineErrors('purchasing', {
  'unknown-purchase-order': 'not-found',
  'unknown-line': 'not-found',
  'unknown-demand': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
  'something-is-ordered': 'refused',
  'every-price-is-known': 'refused',
  'quantity-is-to-come': 'refused',
  'nothing-to-buy': 'refused',
  'not-a-supplier': 'invalid',
  'supplier-is-retired': 'refused',
  'does-not-sell': 'refused',
  'odd-quantity': 'confirm',
  'quantity-beyond-counting': 'invalid',
  'value-beyond-counting': 'invalid',
  'day-is-over': 'invalid',
  'bought-already': 'refused',
  'not-sent-yet': 'refused',
  'order-is-ended': 'refused',
  'not-on-order': 'refused',
  'no-dock': 'refused',
});
