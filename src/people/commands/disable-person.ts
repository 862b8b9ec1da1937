/**
 * Taking a person's access away, at once and on every device. He stays in the records he made.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { changePerson } from '../person.store.ts';
import { keepingAnAdministrator, requirePerson } from '../require-person.ts';
import { removeOpenLinks, removeSessionsOf } from '../session.store.ts';

export const disablePerson = defineCommand({
  name: 'people.disable-person',
  permission: 'people.manage',
  summary: 'Ends a person’s access, sessions and links; his tokens stop working.',
  input: z.strictObject({ personId: id }),
  output: z.strictObject({ personId: id }),
  errors: ['people.person-not-found', 'people.last-administrator'],
  async run(work, { personId }) {
    await keepingAnAdministrator(work, async () => {
      const person = await requirePerson(work, personId);
      const disabledAt = person.disabledAt ?? work.now;
      await changePerson(work.db, personId, { disabledAt });
      await removeSessionsOf(work.db, personId);
      await removeOpenLinks(work.db, 'set-password', personId);
    });
    work.emit('people.disabled', { personId });
    return { personId };
  },
});
