/** Sets up to which value requests of a kind need nobody's approval. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { moneyMinor } from '../../../platform/scalars.ts';
import { requestKind } from '../contract.ts';
import { putPolicy } from '../policy.store.ts';

export const setRequestPolicy = defineCommand({
  name: 'requests.set-policy',
  permission: 'approvals.set-limits',
  summary:
    'Sets up to which value requests of a kind need nobody; null: every one is approved by a person.',
  input: z.strictObject({ kind: requestKind, automaticMaxMinor: moneyMinor.nullable() }),
  output: z.strictObject({ automaticMaxMinor: moneyMinor.nullable() }),
  errors: [],
  run: async (work, { kind, automaticMaxMinor }) => {
    work.about(`request-policy:${kind}`);
    await putPolicy(work, kind, automaticMaxMinor);
    return { automaticMaxMinor };
  },
});
