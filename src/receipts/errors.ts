/** What the room of receiving by list and discrepancies may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const receiptsErrors = defineErrors('receipts', {
  'unknown-receipt': 'not-found',
  'unknown-discrepancy': 'not-found',
  'version-changed': 'conflict',
  'event-not-allowed': 'refused',
});
