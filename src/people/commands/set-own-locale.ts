/**
 * Choosing the language one reads.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { locale } from '../contract.ts';
import { changePerson } from '../person.store.ts';
import { requirePerson } from '../require-person.ts';

export const setOwnLocale = defineCommand({
  name: 'people.set-own-locale',
  permission: 'people.manage-own',
  summary: 'Sets the language of whoever is signed in.',
  input: z.strictObject({ locale }),
  output: z.strictObject({ locale }),
  errors: ['people.person-not-found'],
  async run(work, input) {
    const person = await requirePerson(work, work.actor.id);
    await changePerson(work.db, person.id, { locale: input.locale });
    return { locale: input.locale };
  },
});
