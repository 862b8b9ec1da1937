/**
 * The first person of an empty installation makes himself known, by the link that only whoever
 * started the server has seen. There is no default password, and no second first person.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { displayName, locale, login, newPassword, secretText } from '../contract.ts';
import { peopleErrors } from '../errors.ts';
import { acceptPassword, enrol } from '../new-person.ts';
import { hasAnyPerson } from '../person.store.ts';
import { hashToken } from '../secret-hash.ts';
import { takeLink } from '../session.store.ts';

export const setUpFirstAdministrator = defineCommand({
  name: 'people.set-up-first-administrator',
  permission: null,
  summary: 'Makes the first administrator of an empty installation, by a one-time link.',
  input: z.strictObject({
    link: secretText,
    login,
    displayName,
    locale: locale.default('en'),
    password: newPassword,
  }),
  output: z.strictObject({ personId: z.uuid() }),
  errors: [
    'people.already-set-up',
    'people.link-refused',
    'people.password-too-common',
    'people.password-contains-login',
    'people.login-taken',
  ],
  secrets: ['link', 'password'],
  async run(work, input) {
    const link = { tokenHash: hashToken(input.link), purpose: 'first-administrator' } as const;
    const taken = await takeLink(work.db, link, work.now);
    if (await hasAnyPerson(work.db)) throw peopleErrors.error('already-set-up');
    if (taken === null) throw peopleErrors.error('link-refused');
    const choice = { login: input.login, pointer: '/password' };
    const passwordHash = await acceptPassword(work, input.password, choice);
    const personId = await enrol(work, {
      login: input.login,
      displayName: input.displayName,
      locale: input.locale,
      passwordHash,
      roles: [{ role: 'administrator', siteId: null }],
    });
    work.emit('people.set-up', { personId });
    return { personId };
  },
});
