/** The refusals that commands on requests share. */

/** Every command that moves a request. */
export const requestErrors = [
  'orders.unknown-request',
  'orders.version-changed',
  'orders.event-not-allowed',
  'orders.quantity-is-there',
] as const;

/** Every command that may open an order. */
export const openingErrors = [...requestErrors, 'orders.something-is-approved'] as const;
