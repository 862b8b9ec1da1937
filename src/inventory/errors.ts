/**
 * What the inventory may refuse. The words are in the catalogues; each code has a cause and a remedy
 * in the generated reference.
 */
import { defineErrors } from '../platform/errors.ts';

export const inventoryErrors = defineErrors('inventory', {
  'unknown-part': 'not-found',
  'unknown-location': 'not-found',
  'unknown-site': 'not-found',
  'unknown-party': 'not-found',
  'unknown-serial': 'not-found',
  'unknown-entry': 'not-found',
  'unknown-hold': 'not-found',
  'unknown-return': 'not-found',
  'unknown-scan': 'not-found',
  'ambiguous-scan': 'refused',
  'part-number-taken': 'conflict',
  'barcode-taken': 'conflict',
  'location-code-taken': 'conflict',
  'site-code-taken': 'conflict',
  'party-code-taken': 'conflict',
  'serial-taken': 'conflict',
  'insufficient-stock': 'refused',
  'serial-not-here': 'refused',
  'serial-held': 'refused',
  'serial-required': 'invalid',
  'serial-not-tracked': 'invalid',
  'lot-required': 'invalid',
  'lot-expiry-differs': 'refused',
  'hold-not-live': 'refused',
  'already-reversed': 'conflict',
  'reversal-blocked': 'refused',
  'posting-key-taken': 'conflict',
  'same-pile': 'invalid',
  'no-lines': 'invalid',
  'location-cannot-hold-stock': 'refused',
  'import-has-errors': 'invalid',
  'import-unreadable': 'invalid',
  'return-already-closed': 'refused',
});
