/** The refusals that commands on lines and jobs share. */
import { postingErrors } from '../inventory/index.ts';

/** Every command that moves a line. */
export const lineErrors = [
  ...postingErrors,
  'rma.line-not-found',
  'rma.version-changed',
  'rma.event-not-allowed',
  'rma.site-has-no-location',
  'rma.money-is-clear',
  'rma.no-hold',
  'rma.unit-is-in-depot',
  'rma.remedy-is-ready',
  'rma.nothing-has-arrived',
  'rma.unit-is-still-to-be-sent',
  'rma.repair-is-covered-or-agreed',
  'rma.customer-has-agreed',
  'rma.amount-is-positive',
] as const;

/** Every command that moves a job, and through it perhaps its line. */
export const jobErrors = [
  ...lineErrors,
  'rma.job-not-found',
  'rma.every-mandatory-test-is-passed',
] as const;
