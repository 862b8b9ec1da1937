/** What people are called, for choosing one and for showing whose something is. Nothing else of them. */
import { asc, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { person } from '../tables.ts';

const namesMax = 1000;

export const listNames = defineQuery({
  name: 'people.list-names',
  permission: 'sites.view',
  summary: 'What the people who may sign in are called, by name.',
  input: z.strictObject({}),
  output: z.strictObject({ people: z.array(z.strictObject({ id, name: z.string() })) }),
  errors: [],
  async run(read) {
    const people = await read.db
      .select({ id: person.id, name: person.displayName })
      .from(person)
      .where(isNull(person.disabledAt))
      .orderBy(asc(person.displayName), asc(person.id))
      .limit(namesMax);
    return { people };
  },
});
