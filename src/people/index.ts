/**
 * The door of the people room: its commands and queries, and what desks and the start need to know
 * who is asking.
 */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { changeOwnPassword } from './commands/change-own-password.ts';
import { createPerson } from './commands/create-person.ts';
import { createToken } from './commands/create-token.ts';
import { disablePerson } from './commands/disable-person.ts';
import { enablePerson } from './commands/enable-person.ts';
import { resetPassword } from './commands/reset-password.ts';
import { revokeToken } from './commands/revoke-token.ts';
import { setOwnLocale } from './commands/set-own-locale.ts';
import { setPasswordByLink } from './commands/set-password-by-link.ts';
import { setRoles } from './commands/set-roles.ts';
import { setUpFirstAdministrator } from './commands/set-up-first-administrator.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { hasAnybody } from './queries/has-anybody.ts';
import { listNames } from './queries/list-names.ts';
import { listOwnTokens } from './queries/list-own-tokens.ts';
import { listPeople } from './queries/list-people.ts';
import { whoAmI } from './queries/who-am-i.ts';

export { tokenPrefix } from './commands/create-token.ts';
export { lifetimes, type PersonView, type Refusal, type TokenView, visitor } from './contract.ts';
export { peopleErrors } from './errors.ts';
export {
  issueFirstAdministratorLink,
  issueUnsetAdministratorLink,
} from './first-administrator-link.ts';
export { type Credential, makeActorLoader } from './load-actor.ts';
export { refusalError } from './refusal-error.ts';
export {
  grantsOf,
  type HeldRole,
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  roles,
} from './roles.rules.ts';
export {
  changeOwnPassword,
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
  setPasswordByLink,
  setRoles,
  setUpFirstAdministrator,
  signIn,
  signOut,
  whoAmI,
};

export const peopleCommands: readonly AnyCommand[] = [
  changeOwnPassword,
  createPerson,
  createToken,
  disablePerson,
  enablePerson,
  resetPassword,
  revokeToken,
  setOwnLocale,
  setPasswordByLink,
  setRoles,
  setUpFirstAdministrator,
  signIn,
  signOut,
];

export const peopleQueries: readonly AnyQuery[] = [
  hasAnybody,
  listOwnTokens,
  listNames,
  listPeople,
  whoAmI,
];
