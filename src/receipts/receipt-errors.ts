/** The refusals that every command which takes goods in may give. */
import { postingErrors } from '../inventory/index.ts';

export const recordReceiptErrors = [
  ...postingErrors,
  'inventory.lot-expiry-differs',
  'inventory.same-pile',
  'receipts.nothing-received',
  'receipts.short-shelf-life',
] as const;
