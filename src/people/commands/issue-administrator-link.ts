/**
 * Makes a set-password link for an administrator who was entered but never set a password, while no
 * administrator can sign in. Only the product itself runs it, when it starts.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { makeLink } from '../make-link.ts';
import { findLockedOutAdministrator } from '../person.store.ts';

export const issueAdministratorLink = defineCommand({
  name: 'people.issue-administrator-link',
  permission: 'people.manage',
  summary: 'Makes a set-password link while no administrator has a password; older ones end.',
  input: z.strictObject({}),
  output: z.strictObject({ link: z.string().nullable(), login: z.string().nullable() }),
  errors: [],
  secretOutput: ['link'],
  async run(work) {
    const found = await findLockedOutAdministrator(work.db);
    if (found === null) return { link: null, login: null };
    work.about(`person:${found.id}`);
    return { link: await makeLink(work, 'set-password', found.id), login: found.login };
  },
});
