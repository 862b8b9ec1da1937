/**
 * Giving a disabled person his access back. His old sessions stay ended; his password is as it was.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { changePerson } from '../person.store.ts';
import { requirePerson } from '../require-person.ts';

export const enablePerson = defineCommand({
  name: 'people.enable-person',
  permission: 'people.manage',
  summary: 'Gives a disabled person his access back.',
  input: z.strictObject({ personId: id }),
  output: z.strictObject({ personId: id }),
  errors: ['people.person-not-found'],
  async run(work, { personId }) {
    await requirePerson(work, personId);
    await changePerson(work.db, personId, { disabledAt: null });
    work.emit('people.enabled', { personId });
    return { personId };
  },
});
