/** Which days were closed, when and by whom, the latest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { type ClosingView, closingView } from '../contract.ts';

type Row = Record<string, unknown> & Omit<ClosingView, 'closedAt'> & { closedAt: string };

export const listClosings = defineQuery({
  name: 'costs.closings',
  permission: 'costs.view',
  summary: 'The closed periods, the latest first, with who closed them.',
  input: z.strictObject({}),
  output: z.strictObject({ closings: z.array(closingView) }),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<Row>(sql`
      select closed_before as "closedBefore", closed_at as "closedAt", closed_by_name as "closedByName"
      from period_closing order by closed_before desc limit 200`);
    return {
      closings: [...rows].map((row) => {
        return { ...row, closedAt: new Date(row.closedAt).toISOString() };
      }),
    };
  },
});
