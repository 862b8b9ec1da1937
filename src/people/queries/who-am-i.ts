/**
 * Who is asking, and what he may do where. Answered from the rights the request carries, so it shows
 * exactly what the next command will be judged by.
 */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { locale } from '../contract.ts';

export const whoAmI = defineQuery({
  name: 'people.who-am-i',
  permission: null,
  summary: 'Tells who is signed in and what he may do where.',
  input: z.strictObject({}),
  output: z.strictObject({
    kind: z.enum(['user', 'token', 'system', 'setup']),
    id: z.uuid(),
    name: z.string(),
    locale,
    /** `*` stands for every right; sites is null where the right holds everywhere. */
    rights: z.array(
      z.strictObject({ permission: z.string(), sites: z.array(z.string()).nullable() }),
    ),
  }),
  errors: [],
  async run(read) {
    const { kind, id, name, locale: language, grants } = read.actor;
    const rights = [...grants].map(([permission, scopes]) => ({
      permission,
      sites: scopes === 'all' ? null : [...scopes].sort(),
    }));
    return { kind, id, name, locale: language, rights };
  },
});
