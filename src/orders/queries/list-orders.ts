/** Orders by number, part, place or person, and by what they wait for. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { containing } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { orderSummary, priority } from '../contract.ts';
import { orderInScope } from '../store.ts';
import { selectOrders } from './order-rows.ts';

/** Piles of work: what somebody has to do something about. */
export const orderQueues = [
  'all',
  'open',
  'waiting',
  'held',
  'picked',
  'on-the-road',
  'ended',
] as const;

const lineWhere = (condition: ReturnType<typeof sql>) =>
  sql`o.closed_at is null and exists (
    select from stock_order_line l where l.order_id = o.id and ${condition})`;

const conditions = {
  all: sql`true`,
  open: sql`o.closed_at is null`,
  waiting: lineWhere(sql`l.cancelled + l.allocated + l.picked + l.shipped < l.quantity`),
  held: lineWhere(sql`l.allocated > 0`),
  picked: lineWhere(sql`l.picked > 0`),
  'on-the-road': lineWhere(sql`l.shipped > l.received`),
  ended: sql`o.closed_at is not null`,
} as const;

export const listOrders = defineQuery({
  name: 'orders.list',
  permission: 'orders.view',
  summary: 'Orders by number, part, place or person, and by what they wait for.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    queue: z.enum(orderQueues).default('open'),
    siteId: id.nullable().default(null),
    partId: id.nullable().default(null),
    priority: priority.nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), orders: z.array(orderSummary) }),
  errors: [],
  run: async (read, ask) => {
    const { search, queue, siteId, partId, priority: urgency, page, limit } = ask;
    const like = containing(search);
    const where = sql`${conditions[queue]} and ${orderInScope(read)}
      and (${siteId}::uuid is null or o.site_id = ${siteId}::uuid)
      and (${urgency}::int is null or o.priority = ${urgency})
      and (${partId}::uuid is null or exists (
            select from stock_order_line l where l.order_id = o.id and l.part_id = ${partId}::uuid))
      and (${search} = '' or o.number ilike ${like} or o.requested_by_name ilike ${like}
           or o.document_number ilike ${like}
           or exists (select from parts_request r
                      where r.id = o.request_id and r.number ilike ${like})
           or exists (select from location l where l.id = o.destination_id and l.code ilike ${like})
           or exists (select from stock_order_line l join part on part.id = l.part_id
                      where l.order_id = o.id and (part.part_number ilike ${like}
                        or part.name_en ilike ${like} or part.name_zh ilike ${like})))`;
    return selectOrders(read, where, { limit, offset: (page - 1) * limit });
  },
});
