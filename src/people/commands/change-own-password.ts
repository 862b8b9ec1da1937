/**
 * Changing one's own password. It takes the present one, counted like a try to sign in, ends every
 * session of the person and opens a new one for the device that asked.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { address, newPassword, refusal, triedPassword, userAgent } from '../contract.ts';
import { requireGoodPassword } from '../new-person.ts';
import { openSession } from '../open-session.ts';
import { changePerson } from '../person.store.ts';
import { requirePerson } from '../require-person.ts';
import { hashPassword } from '../secret-hash.ts';
import { removeSessionsOf } from '../session.store.ts';
import { tryPassword } from '../try-password.ts';

export const changeOwnPassword = defineCommand({
  name: 'people.change-own-password',
  permission: 'people.manage-own',
  summary: 'Changes the password of whoever is signed in and ends his other sessions.',
  input: z.strictObject({ currentPassword: triedPassword, newPassword, address, userAgent }),
  output: z.strictObject({
    /** The token of the new session, told once; null when refused. */
    token: z.string().nullable(),
    refusal: refusal.nullable(),
  }),
  errors: [
    'people.wrong-password',
    'people.locked',
    'people.too-many-attempts',
    'people.password-too-common',
    'people.password-contains-login',
    'people.person-not-found',
  ],
  secrets: ['currentPassword', 'newPassword'],
  secretOutput: ['token'],
  everyTryCounts: true,
  async run(work, input) {
    const person = await requirePerson(work, work.actor.id);
    const { id, login } = person;
    // Judged before the try: a refusal afterwards would roll the count back and tell the result.
    requireGoodPassword(input.newPassword, { login, pointer: '/newPassword' });
    const refused = await tryPassword(work, {
      address: input.address,
      login,
      password: input.currentPassword,
      passwordHash: person.passwordHash,
      wrong: 'wrong-password',
    });
    if (refused !== null) return { token: null, refusal: refused };
    const passwordHash = await hashPassword(input.newPassword, work.newSecret);
    await changePerson(work.db, id, { passwordHash });
    await removeSessionsOf(work.db, id);
    work.emit('people.password-changed', { personId: id });
    return { token: await openSession(work, id, input.userAgent), refusal: null };
  },
});
