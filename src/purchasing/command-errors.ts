/** The refusals that commands of purchasing share. */

/** Every command on a purchase order. */
export const purchaseErrors = [
  'purchasing.unknown-purchase-order',
  'purchasing.version-changed',
  'purchasing.event-not-allowed',
] as const;

/** Every command that changes the lines of a draft. */
export const lineErrors = [
  ...purchaseErrors,
  'purchasing.quantity-is-to-come',
  'purchasing.quantity-beyond-counting',
  'purchasing.value-beyond-counting',
] as const;
