/** What a scanned code means here: a count, a change of stock, a bin that somebody is to count. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

const match = z.strictObject({
  kind: z.enum(['count', 'change', 'bin']),
  id,
  code: z.string(),
  /** The count of a bin. */
  countId: id.nullable(),
});

export const findCountByScan = defineQuery({
  name: 'counts.find-by-scan',
  permission: 'counts.view',
  summary: 'Which count, change of stock, or bin that is to be counted a scanned code means.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(match),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<z.infer<typeof match> & Record<string, unknown>>(sql`
      select 'count' as kind, c.id, c.number as code, null::uuid as "countId" from stock_count c
      where c.number = upper(${code}) and ${withinScopes(read, sql`c.site_id`)}
      union all
      select 'change', c.id, c.number, null from stock_change c
      where c.number = upper(${code}) and ${withinScopes(read, sql`c.site_id`)}
      union all
      select 'bin', b.id, c.number, c.id from location l
      join count_bin b on b.location_id = l.id and b.state in ('waiting', 'counting', 'to-recount')
      join stock_count c on c.id = b.count_id
      where upper(l.code) = upper(${code}) and ${withinScopes(read, sql`b.site_id`)}
      limit 20`);
    return [...rows];
  },
});
