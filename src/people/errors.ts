/**
 * Every refusal around signing in and managing people. Decides codes and categories only. One code
 * stands for wrong password, unknown login and disabled person, so that a stranger learns nothing.
 */
import { defineErrors } from '../platform/errors.ts';

export const peopleErrors = defineErrors('people', {
  'sign-in-refused': 'unauthenticated',
  locked: 'limit',
  'too-many-attempts': 'limit',
  'wrong-password': 'invalid',
  'password-too-common': 'invalid',
  'password-contains-login': 'invalid',
  'login-taken': 'conflict',
  'link-refused': 'refused',
  'already-set-up': 'conflict',
  'person-not-found': 'not-found',
  'token-not-found': 'not-found',
  'too-many-tokens': 'refused',
  'last-administrator': 'refused',
  'administrator-is-everywhere': 'invalid',
  'site-unknown': 'invalid',
});
