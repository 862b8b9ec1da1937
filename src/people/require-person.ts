/**
 * Finding the person a command is about, and the rule that somebody must always be left who can
 * manage people. Both hold locks until the command has ended.
 */
import type { Work } from '../platform/work.ts';
import { peopleErrors } from './errors.ts';
import {
  countAdministrators,
  lockAdministrators,
  lockPerson,
  type PersonRow,
} from './person.store.ts';

/** The person, locked. Throws people.person-not-found. */
export async function requirePerson(work: Work, personId: string): Promise<PersonRow> {
  const row = await lockPerson(work.db, personId);
  if (row === null) throw peopleErrors.error('person-not-found');
  work.about(`person:${personId}`);
  return row;
}

/**
 * Makes a change that may take an administrator away, and refuses it when none would be left.
 * @throws people.last-administrator
 */
export async function keepingAnAdministrator(
  work: Work,
  change: () => Promise<void>,
): Promise<void> {
  await lockAdministrators(work.db);
  const before = await countAdministrators(work.db);
  await change();
  const after = await countAdministrators(work.db);
  if (after === 0 && before > 0) throw peopleErrors.error('last-administrator');
}
