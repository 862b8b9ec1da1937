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

/**
 * Hashes a password that its owner has chosen.
 * @throws people.password-too-common, people.password-contains-login
 */
export async function acceptPassword(
  work: Work,
  password: string,
  choice: { readonly login: string; readonly pointer: string },
): Promise<string> {
  const refusal = judgePassword(password, choice.login);
  if (refusal !== null) {
    const issue = { pointer: choice.pointer, rule: refusal, params: {} };
    throw peopleErrors.error(refusal, {}, [issue]);
  }
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
