/** The refusals that commands on returns share. */
import { postingErrors } from '../inventory/index.ts';

/** Every command that moves a return. */
export const returnErrors = [
  ...postingErrors,
  'inventory.event-not-allowed',
  'part-returns.unknown-return',
  'part-returns.version-changed',
  'part-returns.event-not-allowed',
] as const;

/** Every command that lists goods on a return. */
export const listingErrors = [
  ...returnErrors,
  'inventory.unknown-return',
  'inventory.unknown-site',
  'part-returns.different-sites',
  'part-returns.different-ends',
  'part-returns.on-another-return',
  'part-returns.not-owed-any-more',
] as const;
