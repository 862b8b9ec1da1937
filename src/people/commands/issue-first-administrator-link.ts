/**
 * Makes the link for the first administrator while there is nobody. Only the product itself runs
 * it, when it starts; it is not among the commands that desks offer.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { makeLink } from '../make-link.ts';
import { hasAnyPerson } from '../person.store.ts';

export const issueFirstLink = defineCommand({
  name: 'people.issue-first-administrator-link',
  permission: 'people.manage',
  summary: 'Makes a link for the first administrator, while there is nobody; older ones end.',
  input: z.strictObject({}),
  output: z.strictObject({ link: z.string().nullable() }),
  errors: [],
  secretOutput: ['link'],
  async run(work) {
    if (await hasAnyPerson(work.db)) return { link: null };
    return { link: await makeLink(work, 'first-administrator', null) };
  },
});
