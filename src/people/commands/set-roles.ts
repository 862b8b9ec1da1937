/**
 * Giving a person his roles, all of them at once. It acts from his next request on, because rights
 * are read with each request.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { heldRoles } from '../contract.ts';
import { giveRoles } from '../new-person.ts';
import { keepingAnAdministrator, requirePerson } from '../require-person.ts';

export const setRoles = defineCommand({
  name: 'people.set-roles',
  permission: 'people.manage',
  summary: 'Puts these roles in place of those the person had.',
  input: z.strictObject({ personId: id, roles: heldRoles }),
  output: z.strictObject({ personId: id }),
  errors: [
    'people.person-not-found',
    'people.administrator-is-everywhere',
    'people.site-unknown',
    'people.last-administrator',
  ],
  async run(work, { personId, roles }) {
    await keepingAnAdministrator(work, async () => {
      await requirePerson(work, personId);
      await giveRoles(work, personId, roles);
    });
    work.emit('people.roles-set', { personId });
    return { personId };
  },
});
