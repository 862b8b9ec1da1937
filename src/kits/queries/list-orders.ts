/** What was built and broken, newest first. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type KitOrderSummary, kitOrderKinds, kitOrderSummary } from '../contract.ts';
import { namedPart } from './kit-columns.ts';

type Row = Record<string, unknown> & KitOrderSummary & { total: number };

/** Documents that meet the condition, within the caller's sites, newest first. */
export async function selectOrders(
  read: Read,
  where: SQL,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; orders: KitOrderSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select o.id as "orderId", o.number, o.kind, site.code as "siteCode", l.code as "locationCode",
           ${namedPart}, o.revision, o.quantity,
           exists (select from kit_order_line x where x.order_id = o.id and x.kind = 'missing')
             as "hasMissing",
           o.created_at as "createdAt", o.created_by_name as "createdByName",
           count(*) over () as total
    from kit_order o
    join site on site.id = o.site_id
    join location l on l.id = o.location_id
    join part p on p.id = o.kit_part_id
    where ${withinScopes(read, sql`o.site_id`)} and ${where}
    order by o.created_at desc, o.number desc
    limit ${page.limit} offset ${page.offset}`);
  const orders = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
  }));
  return { total: rows[0]?.total ?? 0, orders };
}

export const listKitOrders = defineQuery({
  name: 'kit-orders.list',
  permission: 'stock.view',
  summary: 'What was built and broken, newest first.',
  input: z.strictObject({
    partId: id.nullable().default(null),
    siteId: id.nullable().default(null),
    kind: z.enum(kitOrderKinds).nullable().default(null),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), orders: z.array(kitOrderSummary) }),
  errors: [],
  run: (read, { partId, siteId, kind, search, page, limit }) => {
    const like = containing(search);
    const where = sql`(${partId}::uuid is null or o.kit_part_id = ${partId}::uuid)
      and (${siteId}::uuid is null or o.site_id = ${siteId}::uuid)
      and (${kind}::text is null or o.kind = ${kind})
      and (${search} = '' or o.number ilike ${like} or p.part_number ilike ${like}
           or p.name_en ilike ${like} or p.name_zh ilike ${like} or l.code ilike ${like}
           or o.created_by_name ilike ${like})`;
    return selectOrders(read, where, { limit, offset: (page - 1) * limit });
  },
});
