/** Adjustments and scrapping by what they wait for, by site, part, number or person. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../../inventory/contract.ts';
import { containing } from '../../../inventory/index.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import { changeKind, changeSummary } from '../contract.ts';
import { selectChanges } from './change-rows.ts';

export const changeQueues = ['waiting', 'posted', 'refused', 'all'] as const;

const conditions = {
  all: sql`true`,
  waiting: sql`c.state = 'requested'`,
  posted: sql`c.state = 'posted'`,
  refused: sql`c.state in ('rejected', 'cancelled')`,
} as const;

export const listStockChanges = defineQuery({
  name: 'stock-changes.list',
  permission: 'counts.view',
  summary: 'Adjustments and scrapping by what they wait for.',
  input: z.strictObject({
    queue: z.enum(changeQueues).default('waiting'),
    kind: changeKind.nullable().default(null),
    siteId: id.nullable().default(null),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), changes: z.array(changeSummary) }),
  errors: [],
  run: (read, { queue, kind, siteId, search, page, limit }) => {
    const like = containing(search);
    const where = sql`${conditions[queue]}
      and (${kind}::text is null or c.kind = ${kind})
      and (${siteId}::uuid is null or c.site_id = ${siteId}::uuid)
      and (${search} = '' or c.number ilike ${like} or part.part_number ilike ${like}
           or part.name_en ilike ${like} or part.name_zh ilike ${like} or l.code ilike ${like}
           or c.requested_by_name ilike ${like})`;
    return selectChanges(read, where, { limit, offset: (page - 1) * limit });
  },
});
