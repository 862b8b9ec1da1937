/** Up to which value whoever asks may approve each kind. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { limitThatHolds } from '../approval.rules.ts';
import { approvalKinds, ownLimit } from '../contract.ts';
import { limitsFor } from '../store.ts';

export const myApprovalLimits = defineQuery({
  name: 'approvals.my-limits',
  permission: null,
  summary: 'Up to which value whoever is signed in may approve; null is no limit.',
  input: z.strictObject({}),
  output: z.strictObject({ limits: z.array(ownLimit) }),
  errors: [],
  run: async (read) => {
    const rows = await limitsFor(read, read.actor.id);
    const limits = approvalKinds.map((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return { kind, maxMinor: limitThatHolds(ofKind, read.actor.id) };
    });
    return { limits };
  },
});
