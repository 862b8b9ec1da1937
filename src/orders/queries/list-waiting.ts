/** Lines that wait for stock, part by part, whoever is served first at the top. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { containing } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { type WaitingLineView, waitingLineView } from '../contract.ts';
import { orderInScope } from '../store.ts';
import { iso } from './order-rows.ts';

type Row = Record<string, unknown> & WaitingLineView & { total: number };

export const listWaiting = defineQuery({
  name: 'orders.waiting',
  permission: 'orders.view',
  summary: 'Lines that wait for stock, by part, in the order in which they will be served.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    partId: id.nullable().default(null),
    siteId: id.nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), lines: z.array(waitingLineView) }),
  errors: [],
  run: async (read, { search, partId, siteId, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      select o.id as "orderId", o.number, l.id as "lineId", l.part_id as "partId",
             part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
             site.code as "siteCode", place.code as "destinationCode", o.priority,
             o.needed_by as "neededBy", o.requested_by_name as "requestedByName",
             l.quantity - l.cancelled - l.allocated - l.picked - l.shipped as waiting,
             o.created_at as "createdAt", count(*) over () as total
      from stock_order_line l
      join stock_order o on o.id = l.order_id and o.closed_at is null
      join part on part.id = l.part_id
      join site on site.id = o.site_id
      join location place on place.id = o.destination_id
      where l.cancelled + l.allocated + l.picked + l.shipped < l.quantity and ${orderInScope(read)}
        and (${partId}::uuid is null or l.part_id = ${partId}::uuid)
        and (${siteId}::uuid is null or o.site_id = ${siteId}::uuid)
        and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
             or part.name_zh ilike ${like} or o.number ilike ${like})
      order by part.part_number, o.priority, o.needed_by nulls last, o.created_at, l.id
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: Number(rows[0]?.total ?? 0),
      lines: [...rows].map(({ total: _, ...row }) => ({
        ...row,
        waiting: Number(row.waiting),
        neededBy: row.neededBy === null ? null : iso(row.neededBy),
        createdAt: iso(row.createdAt),
      })),
    };
  },
});
