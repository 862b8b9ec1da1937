/** The refusals that every command which posts stock may give. */
export const postingErrors = [
  'inventory.unknown-part',
  'inventory.unknown-location',
  'inventory.location-cannot-hold-stock',
  'inventory.location-retired',
  'inventory.unknown-serial',
  'inventory.insufficient-stock',
  'inventory.serial-not-here',
  'inventory.serial-held',
  'inventory.serial-required',
  'inventory.serial-not-tracked',
  'inventory.serial-taken',
  'inventory.lot-required',
  'inventory.lot-expiry-differs',
  'inventory.hold-not-live',
] as const;

/** The refusals that every command which undoes an entry may give besides. */
export const reversalErrors = [
  'inventory.unknown-entry',
  'inventory.already-reversed',
  'inventory.moved-since',
  'inventory.held-since',
] as const;

/** The refusals of commands that may say when it happened. */
export const periodErrors = ['inventory.period-closed', 'inventory.effective-in-future'] as const;
