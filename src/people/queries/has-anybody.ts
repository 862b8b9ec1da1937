/**
 * Whether the installation has been set up: the sign-in page sends the first visitor to the set-up.
 */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { hasAnyPerson } from '../person.store.ts';

export const hasAnybody = defineQuery({
  name: 'people.has-anybody',
  permission: null,
  summary: 'Tells whether anybody has been set up.',
  input: z.strictObject({}),
  output: z.strictObject({ hasAnybody: z.boolean() }),
  errors: [],
  async run(read) {
    return { hasAnybody: await hasAnyPerson(read.db) };
  },
});
