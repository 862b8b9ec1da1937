/** Addresses of the people room. Signing in and out belongs to browsers: the pages do it by cookie. */
import {
  createPerson,
  createToken,
  disablePerson,
  enablePerson,
  hasAnybody,
  listNames,
  listOwnTokens,
  listPeople,
  resetPassword,
  revokeToken,
  setOwnLocale,
  setRoles,
  whoAmI,
} from '../../people/index.ts';
import { type Operation, operation } from '../operation.ts';

export const peopleRoutes: readonly Operation[] = [
  operation('GET', '/setup', hasAnybody),
  operation('GET', '/me', whoAmI),
  operation('PUT', '/me/locale', setOwnLocale),
  operation('GET', '/me/tokens', listOwnTokens),
  operation('POST', '/me/tokens', createToken, 201),
  operation('POST', '/me/tokens/{tokenId}/revoke', revokeToken),
  operation('GET', '/people', listPeople),
  operation('GET', '/people/names', listNames),
  operation('POST', '/people', createPerson, 201),
  operation('PUT', '/people/{personId}/roles', setRoles),
  operation('POST', '/people/{personId}/disable', disablePerson),
  operation('POST', '/people/{personId}/enable', enablePerson),
  operation('POST', '/people/{personId}/reset-password', resetPassword),
];

/** Commands that only the pages offer: they hand over or take session tokens, or prove a password. */
export const pageOnlyCommands: readonly string[] = [
  'people.sign-in',
  'people.sign-out',
  'people.change-own-password',
  'people.set-password-by-link',
  'people.set-up-first-administrator',
];
