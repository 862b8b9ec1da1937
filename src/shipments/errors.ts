/** What the room of picking, packing and shipping of parts may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const shipmentsErrors = defineErrors('shipments', {
  'unknown-shipment': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
});
