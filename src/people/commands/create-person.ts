/**
 * Adding a person with his roles. He gets no password from anybody: the answer is a link by which he
 * sets his own.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { displayName, heldRoles, locale, login } from '../contract.ts';
import { makeLink } from '../make-link.ts';
import { enrol } from '../new-person.ts';

export const createPerson = defineCommand({
  name: 'people.create-person',
  permission: 'people.manage',
  summary: 'Adds a person with roles and makes a link by which he sets his password.',
  input: z.strictObject({ login, displayName, locale: locale.default('en'), roles: heldRoles }),
  output: z.strictObject({
    personId: z.uuid(),
    /** The secret of the link, told once; it holds for 72 hours. */
    link: z.string().nullable(),
  }),
  errors: ['people.login-taken', 'people.site-unknown', 'people.administrator-is-everywhere'],
  secretOutput: ['link'],
  async run(work, input) {
    const personId = await enrol(work, { ...input, passwordHash: null });
    work.emit('people.created', { personId });
    return { personId, link: await makeLink(work, 'set-password', personId) };
  },
});
