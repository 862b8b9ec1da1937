/**
 * An administrator resets a password: the old one and every session end at once, and the person sets
 * a new one by link. The last administrator cannot lock himself out this way.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { makeLink } from '../make-link.ts';
import { changePerson } from '../person.store.ts';
import { keepingAnAdministrator, requirePerson } from '../require-person.ts';
import { removeSessionsOf } from '../session.store.ts';
import { forgiveLogin } from '../try-password.ts';

export const resetPassword = defineCommand({
  name: 'people.reset-password',
  permission: 'people.manage',
  summary: 'Ends a password and its sessions and makes a link by which a new one is set.',
  input: z.strictObject({ personId: id }),
  output: z.strictObject({
    /** The secret of the link, told once; it holds for 72 hours. */
    link: z.string().nullable(),
  }),
  errors: ['people.person-not-found', 'people.last-administrator'],
  secretOutput: ['link'],
  async run(work, { personId }) {
    await keepingAnAdministrator(work, async () => {
      const person = await requirePerson(work, personId);
      await changePerson(work.db, personId, { passwordHash: null });
      await removeSessionsOf(work.db, personId);
      await forgiveLogin(work, person.login);
    });
    work.emit('people.password-reset', { personId });
    return { link: await makeLink(work, 'set-password', personId) };
  },
});
