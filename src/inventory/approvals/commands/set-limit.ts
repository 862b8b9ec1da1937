/** Sets up to which value a person, or everybody without a limit of his own, may approve. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, moneyMinor } from '../../../platform/scalars.ts';
import { approvalKind } from '../contract.ts';
import { dropLimit, putLimit } from '../store.ts';

export const setApprovalLimit = defineCommand({
  name: 'approvals.set-limit',
  permission: 'approvals.set-limits',
  summary: 'Sets up to which value a person, or everybody else, may approve; null takes it away.',
  input: z.strictObject({
    kind: approvalKind,
    personId: id.nullable().default(null),
    maxMinor: moneyMinor.nullable(),
  }),
  output: z.strictObject({ maxMinor: moneyMinor.nullable() }),
  errors: [],
  run: async (work, { kind, personId, maxMinor }) => {
    work.about(`approval-limit:${kind}`);
    if (maxMinor === null) await dropLimit(work, { kind, personId });
    else await putLimit(work, { kind, personId, maxMinor });
    return { maxMinor };
  },
});
