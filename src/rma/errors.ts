/**
 * Every refusal the return desk can give. Decides codes and categories only; each reason that is an
 * affirmative fact is the guard of that name saying "this does not hold". Must not hold any words.
 */
import { defineErrors } from '../platform/errors.ts';

export const rmaErrors = defineErrors('rma', {
  'event-not-allowed': 'refused',
  'amount-is-positive': 'invalid',
  'customer-has-agreed': 'refused',
  'every-mandatory-test-is-passed': 'refused',
  'money-is-clear': 'refused',
  'no-hold': 'refused',
  'nothing-has-arrived': 'refused',
  'remedy-is-ready': 'refused',
  'repair-is-covered-or-agreed': 'refused',
  'unit-is-in-depot': 'refused',
  'unit-is-still-to-be-sent': 'refused',
  'accepted-before-sale': 'invalid',
  'date-in-future': 'invalid',
  'date-unknown': 'invalid',
  'duplicate-serial': 'conflict',
  'fault-code-unknown': 'invalid',
  'job-not-found': 'not-found',
  'line-not-found': 'not-found',
  'policy-not-found': 'not-found',
  'rma-not-found': 'not-found',
  'unit-mismatch': 'confirm',
  'version-changed': 'conflict',
  'unit-not-registered': 'not-found',
  'serial-of-other-customer': 'refused',
  'serial-is-ambiguous': 'refused',
  'unit-registered-already': 'conflict',
  'unit-is-with-customer': 'refused',
  'unit-is-here-already': 'conflict',
  'site-has-no-location': 'refused',
  'location-kind-differs': 'invalid',
  'step-not-found': 'not-found',
  'usage-not-found': 'not-found',
  'fault-code-taken': 'conflict',
  'removed-serial-required': 'invalid',
  'serial-is-needed': 'invalid',
  'piece-not-at-bench': 'refused',
});
