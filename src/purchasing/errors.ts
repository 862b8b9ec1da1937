/** What the room of purchase demand and purchase orders may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const purchasingErrors = defineErrors('purchasing', {
  'unknown-purchase-order': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
});
