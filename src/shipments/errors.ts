/** What the room of picking, packing and shipping of parts may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const shipmentsErrors = defineErrors('shipments', {
  'unknown-shipment': 'not-found',
  'unknown-box': 'not-found',
  'unknown-line': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
  'it-holds-goods': 'refused',
  'everything-is-packed': 'refused',
  'something-is-lost': 'refused',
  'more-than-on-the-way': 'refused',
  'box-in-other-shipment': 'conflict',
});
