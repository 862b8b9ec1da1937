/** How much waits to be counted, recounted and approved, for the tiles of the first page. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';

const counts = z.strictObject({
  toCount: z.int(),
  toRecount: z.int(),
  toApprove: z.int(),
  changes: z.int(),
});

export const countCountWork = defineQuery({
  name: 'counts.count-work',
  permission: 'counts.view',
  summary:
    'How many counts wait to be done, done again and approved, and how many changes of stock.',
  input: z.strictObject({}),
  output: counts,
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<z.infer<typeof counts> & Record<string, unknown>>(sql`
      with live as (
        select c.state, array(select distinct l.state from count_line l
                              where l.count_id = c.id
                                and l.state in ('to-recount', 'to-approve')) as lines
        from stock_count c
        where c.state in ('open', 'counting', 'to-recount', 'to-approve')
          and ${withinScopes(read, sql`c.site_id`)}
      )
      select count(*) filter (where state in ('open', 'counting'))::int as "toCount",
             count(*) filter (where 'to-recount' = any(lines))::int as "toRecount",
             count(*) filter (where 'to-approve' = any(lines))::int as "toApprove",
             (select count(*)::int from stock_change c
              where c.state = 'requested' and ${withinScopes(read, sql`c.site_id`)}) as changes
      from live`);
    return { ...(rows[0] ?? { toCount: 0, toRecount: 0, toApprove: 0, changes: 0 }) };
  },
});
