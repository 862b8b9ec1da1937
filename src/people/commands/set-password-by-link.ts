/**
 * Setting a password by a one-time link: a new person's first one, or another one after a reset.
 * Whatever was signed in before under this login is signed out.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { newPassword, secretText } from '../contract.ts';
import { peopleErrors } from '../errors.ts';
import { acceptPassword } from '../new-person.ts';
import { changePerson, lockPerson } from '../person.store.ts';
import { hashToken } from '../secret-hash.ts';
import { removeSessionsOf, takeLink } from '../session.store.ts';
import { forgiveLogin } from '../try-password.ts';

export const setPasswordByLink = defineCommand({
  name: 'people.set-password-by-link',
  permission: null,
  summary: 'Sets a password by a one-time link.',
  input: z.strictObject({ link: secretText, password: newPassword }),
  output: z.strictObject({ personId: z.uuid(), login: z.string() }),
  errors: ['people.link-refused', 'people.password-too-common', 'people.password-contains-login'],
  secrets: ['link', 'password'],
  async run(work, input) {
    const link = { tokenHash: hashToken(input.link), purpose: 'set-password' } as const;
    const taken = await takeLink(work.db, link, work.now);
    const person = taken?.personId == null ? null : await lockPerson(work.db, taken.personId);
    if (person === null || person.disabledAt !== null) throw peopleErrors.error('link-refused');
    const { id: personId, login } = person;
    const choice = { login, pointer: '/password' };
    const passwordHash = await acceptPassword(work, input.password, choice);
    await changePerson(work.db, personId, { passwordHash });
    await removeSessionsOf(work.db, personId);
    await forgiveLogin(work, login);
    work.about(`person:${personId}`);
    work.emit('people.password-changed', { personId });
    return { personId, login };
  },
});
