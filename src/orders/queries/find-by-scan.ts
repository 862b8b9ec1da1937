/** What a scanned number means here: an order, a request for parts. Exact numbers only. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { orderInScope } from '../store.ts';

const match = z.strictObject({ kind: z.enum(['order', 'request']), id, code: z.string() });

export const findOrderByScan = defineQuery({
  name: 'orders.find-by-scan',
  permission: 'orders.view',
  summary: 'Which order or request for parts a scanned number means.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(match),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<z.infer<typeof match> & Record<string, unknown>>(sql`
      select 'order' as kind, o.id, o.number as code from stock_order o
      where o.number = upper(${code}) and ${orderInScope(read)}
      union all
      select 'request', r.id, r.number from parts_request r
      where r.number = upper(${code}) and ${withinScopes(read, sql`r.site_id`)}`);
    return [...rows];
  },
});
