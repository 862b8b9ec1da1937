/** The refusals that commands on orders share. */

/** Every command on one order. */
export const orderErrors = [
  'orders.unknown-order',
  'orders.version-changed',
  'orders.event-not-allowed',
  'orders.quantity-is-there',
] as const;

/** Commands that promise stock. */
export const allocateErrors = [...orderErrors, 'orders.something-waits'] as const;

/** Commands that give promises back. */
export const releaseErrors = [
  ...orderErrors,
  'orders.something-is-held',
  'inventory.hold-not-live',
  'inventory.insufficient-stock',
] as const;
