/** Counts by what they wait for, by site, number or note. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { containing } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { countSummary } from '../contract.ts';
import { selectCounts } from './count-summaries.ts';

/** Piles of work, each a place where a count waits for somebody. */
export const countQueues = [
  'live',
  'to-count',
  'to-recount',
  'to-approve',
  'closed',
  'all',
] as const;

const conditions = {
  all: sql`true`,
  live: sql`c.state in ('open', 'counting', 'to-recount', 'to-approve')`,
  'to-count': sql`c.state in ('open', 'counting')`,
  'to-recount': sql`lines.doubts > 0`,
  'to-approve': sql`lines.waiting > 0`,
  closed: sql`c.state in ('posted', 'cancelled')`,
} as const;

export const listCounts = defineQuery({
  name: 'counts.list',
  permission: 'counts.view',
  summary: 'Counts by what they wait for, by site, number or note.',
  input: z.strictObject({
    queue: z.enum(countQueues).default('live'),
    siteId: id.nullable().default(null),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), counts: z.array(countSummary) }),
  errors: [],
  run: (read, { queue, siteId, search, page, limit }) => {
    const like = containing(search);
    const where = sql`${conditions[queue]}
      and (${siteId}::uuid is null or c.site_id = ${siteId}::uuid)
      and (${search} = '' or c.number ilike ${like} or c.note ilike ${like}
           or exists (select from count_bin b join location l on l.id = b.location_id
                      where b.count_id = c.id and l.code ilike ${like}))`;
    return selectCounts(read, where, { limit, offset: (page - 1) * limit });
  },
});
