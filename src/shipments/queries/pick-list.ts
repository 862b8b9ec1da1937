/** What is to be picked at a site, bin after bin as one walks. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, getSite } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { type PickRowView, paging, pickRow } from '../contract.ts';
import { type PickRow, selectPicks } from '../picking/pick-list.store.ts';

function viewOf(row: PickRow): PickRowView {
  return pickRow.strip().parse({
    ...row,
    neededBy: row.neededBy === null ? null : new Date(row.neededBy).toISOString(),
  });
}

export const pickList = defineQuery({
  name: 'shipments.pick-list',
  permission: 'shipments.view',
  summary: 'What is promised to orders and waits in the bins of a site, in walking order.',
  input: z.strictObject({
    siteId: id,
    orderId: id.nullable().default(null),
    /** Where it is meant for. */
    toSiteId: id.nullable().default(null),
    locationId: id.nullable().default(null),
    /** Only orders at least as urgent: 1 urgent, 4 low. */
    priorityMax: z.int().min(1).max(4).default(4),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), rows: z.array(pickRow) }),
  errors: ['inventory.unknown-site'],
  run: async (read, asked) => {
    await getSite(read, asked.siteId);
    const like = containing(asked.search);
    const where = sql`(${asked.orderId}::uuid is null or o.id = ${asked.orderId}::uuid)
      and (${asked.toSiteId}::uuid is null or o.site_id = ${asked.toSiteId}::uuid)
      and (${asked.locationId}::uuid is null or bin.id = ${asked.locationId}::uuid)
      and o.priority <= ${asked.priorityMax}
      and (${asked.search} = '' or o.number ilike ${like} or p.part_number ilike ${like}
           or bin.code ilike ${like} or d.code ilike ${like} or ts.code ilike ${like})`;
    const offset = (asked.page - 1) * asked.limit;
    const rows = await selectPicks(read, asked.siteId, { where, limit: asked.limit, offset });
    return { total: rows[0]?.total ?? 0, rows: rows.map(viewOf) };
  },
});
