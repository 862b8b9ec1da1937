/**
 * What adding a person and choosing a password always need, whoever asks for it: the login is free,
 * the password is not one that everybody tries, the roles name sites that exist.
 */
import type { Work } from '../platform/work.ts';
import { peopleErrors } from './errors.ts';
import { judgePassword } from './password-choice.rules.ts';
import { addPerson, replaceRoles } from './person.store.ts';
import type { HeldRole } from './roles.rules.ts';
import { hashPassword } from './secret-hash.ts';

/** A password being chosen: for which login, and where it stood in the input. */
export interface Choice {
  readonly login: string;
  readonly pointer: string;
}

/**
 * Refuses a password that everybody tries, or that holds the login.
 * @throws people.password-too-common, people.password-contains-login
 */
export function requireGoodPassword(password: string, choice: Choice): void {
  const refusal = judgePassword(password, choice.login);
  if (refusal === null) return;
  const issue = { pointer: choice.pointer, rule: 'invalid', params: {} };
  throw peopleErrors.error(refusal, {}, [issue]);
}

/**
 * Hashes a password that its owner has chosen.
 * @throws people.password-too-common, people.password-contains-login
 */
export async function acceptPassword(
  work: Work,
  password: string,
  choice: Choice,
): Promise<string> {
  requireGoodPassword(password, choice);
  return hashPassword(password, work.newSecret);
}

/**
 * Gives a person these roles in place of those he had; a role named twice counts once.
 * @throws people.administrator-is-everywhere, people.site-unknown
 */
export async function giveRoles(
  work: Work,
  personId: string,
  held: readonly HeldRole[],
): Promise<void> {
  const narrow = held.some((one) => one.role === 'administrator' && one.siteId !== null);
  if (narrow) throw peopleErrors.error('administrator-is-everywhere');
  work.refuseAs('person_role_site', async () => peopleErrors.error('site-unknown'));
  const once = new Map(held.map((one) => [`${one.role} ${one.siteId ?? ''}`, one]));
  const rows = [...once.values()].map((one) => ({ ...one, id: work.newId() }));
  await replaceRoles(work.db, personId, rows);
}

/** The person to be added. */
export interface NewPerson {
  readonly login: string;
  readonly displayName: string;
  readonly locale: 'en' | 'zh-CN';
  readonly passwordHash: string | null;
  readonly roles: readonly HeldRole[];
}

/**
 * Adds a person with his roles and returns his id.
 * @throws people.login-taken, people.administrator-is-everywhere, people.site-unknown
 */
export async function enrol(work: Work, entry: NewPerson): Promise<string> {
  const { roles, ...columns } = entry;
  const id = work.newId();
  work.refuseAs('person_login', async () =>
    peopleErrors.error('login-taken', { login: entry.login }),
  );
  await addPerson(work.db, { ...columns, id, createdAt: work.now });
  await giveRoles(work, id, roles);
  work.about(`person:${id}`);
  return id;
}
