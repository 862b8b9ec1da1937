/** What the room of receiving by list and discrepancies may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const receiptsErrors = defineErrors('receipts', {
  'unknown-receipt': 'not-found',
  'unknown-discrepancy': 'not-found',
  'unknown-person': 'not-found',
  'unknown-arrival': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
  'pieces-are-missing': 'refused',
  'pieces-lie-here': 'refused',
  'piece-is-elsewhere': 'refused',
  'pieces-are-stocked': 'refused',
  'nothing-is-to-be-moved': 'refused',
  'somebody-else-admits': 'refused',
  'more-than-open': 'invalid',
  'nothing-received': 'invalid',
  'nothing-expected': 'refused',
  'received-already': 'refused',
  'other-site': 'confirm',
  'short-shelf-life': 'confirm',
  'no-dock': 'refused',
  'not-a-bin': 'refused',
  'same-condition': 'invalid',
  'no-way-back': 'refused',
  'other-receipt': 'refused',
  'not-in-stock-here': 'refused',
});
