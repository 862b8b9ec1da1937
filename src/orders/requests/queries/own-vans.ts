/** The vans whoever asks answers for: where parts go unless he names another place. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { ownVans } from '../facts.store.ts';

export const listOwnVans = defineQuery({
  name: 'requests.list-own-vans',
  permission: 'requests.submit',
  summary:
    'The vans of whoever is signed in; the first is where parts go unless he says otherwise.',
  input: z.strictObject({}),
  output: z.strictObject({
    vans: z.array(z.strictObject({ id, code: z.string(), siteId: id })),
  }),
  errors: [],
  run: async (read) => ({ vans: await ownVans(read) }),
});
