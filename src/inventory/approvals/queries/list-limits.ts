/** Every limit of approval, those of everybody first. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { approvalKind, limitView } from '../contract.ts';
import { everyLimit } from '../store.ts';

export const listApprovalLimits = defineQuery({
  name: 'approvals.list-limits',
  permission: 'approvals.set-limits',
  summary: 'Every limit of approval, those of everybody first.',
  input: z.strictObject({}),
  output: z.strictObject({ limits: z.array(limitView) }),
  errors: [],
  run: async (read) => {
    const rows = await everyLimit(read);
    const limits = rows.map(({ id: _, kind, setAt, ...row }) => ({
      ...row,
      kind: approvalKind.parse(kind),
      setAt: setAt.toISOString(),
    }));
    return { limits };
  },
});
