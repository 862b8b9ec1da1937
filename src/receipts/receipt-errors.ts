/** The refusals that commands of receiving share. */
import { postingErrors } from '../inventory/index.ts';

/** Every command that takes goods in. */
export const recordReceiptErrors = [
  ...postingErrors,
  'inventory.lot-expiry-differs',
  'inventory.same-pile',
  'receipts.nothing-received',
  'receipts.short-shelf-life',
] as const;

/** Every command that takes a shipment in. */
export const arrivalErrors = [
  ...recordReceiptErrors,
  'receipts.other-site',
  'receipts.received-already',
  'receipts.nothing-expected',
  'receipts.unknown-arrival',
  'receipts.no-dock',
  'receipts.version-changed',
  'shipments.unknown-shipment',
  'shipments.unknown-line',
  'shipments.version-changed',
  'shipments.event-not-allowed',
  'shipments.more-than-on-the-way',
  'orders.unknown-allocation',
  'orders.stage-differs',
  'orders.quantity-is-there',
  'orders.event-not-allowed',
  'orders.version-changed',
] as const;

/** Every command that decides about a discrepancy. */
export const discrepancyErrors = [
  'receipts.unknown-discrepancy',
  'receipts.version-changed',
  'receipts.event-not-allowed',
  'receipts.pieces-are-missing',
  'receipts.pieces-lie-here',
  'receipts.piece-is-elsewhere',
  'receipts.nothing-is-to-be-moved',
  'receipts.somebody-else-admits',
  'receipts.more-than-open',
  'receipts.same-condition',
  'receipts.no-way-back',
] as const;
