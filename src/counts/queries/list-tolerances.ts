/** How far a blind count may be off: for all sites, and where a site has a tolerance of its own. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { toleranceView } from '../contract.ts';
import { iso } from './count-summaries.ts';

type Row = Record<string, unknown> & z.infer<typeof toleranceView>;

export const listTolerances = defineQuery({
  name: 'counts.list-tolerances',
  permission: 'counts.view',
  summary: 'How far a blind count may be off before it is counted again, by site.',
  input: z.strictObject({}),
  output: z.array(toleranceView),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<Row>(sql`
      select t.site_id as "siteId", site.code as "siteCode", t.pieces, t.percent,
             t.value_minor as "valueMinor", t.updated_by_name as "updatedByName",
             t.updated_at as "updatedAt"
      from count_tolerance t left join site on site.id = t.site_id
      where t.site_id is null or ${withinScopes(read, sql`t.site_id`)}
      order by site.code nulls first`);
    return [...rows].map((row) => ({ ...row, updatedAt: iso(row.updatedAt) }));
  },
});
