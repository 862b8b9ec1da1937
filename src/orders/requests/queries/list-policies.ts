/** Up to which value requests of each kind need nobody's approval. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { moneyMinor } from '../../../platform/scalars.ts';
import { requestKind, requestKinds } from '../contract.ts';
import { everyPolicy } from '../policy.store.ts';

export const listRequestPolicies = defineQuery({
  name: 'requests.list-policies',
  permission: 'requests.view',
  summary: 'Up to which value requests of each kind need nobody; null: every one needs a person.',
  input: z.strictObject({}),
  output: z.strictObject({
    policies: z.array(
      z.strictObject({
        kind: requestKind,
        automaticMaxMinor: moneyMinor.nullable(),
        setByName: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
  run: async (read) => {
    const rows = await everyPolicy(read);
    const policies = requestKinds.map((kind) => {
      const row = rows.find((one) => one.kind === kind);
      return {
        kind,
        automaticMaxMinor: row?.automaticMaxMinor ?? null,
        setByName: row?.setByName ?? null,
      };
    });
    return { policies };
  },
});
