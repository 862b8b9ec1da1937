/** Purchase orders by number, supplier or part, and by what a buyer has to do about them. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { purchaseQueues, purchaseSummary } from '../contract.ts';
import { isLate, selectPurchases } from './order-rows.ts';

export const listPurchaseOrders = defineQuery({
  name: 'purchasing.list-orders',
  permission: 'purchasing.view',
  summary:
    'Purchase orders by number, supplier or part; the open ones, the late ones or the ended.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    queue: z.enum(purchaseQueues).default('open'),
    siteId: id.nullable().default(null),
    supplierId: id.nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), orders: z.array(purchaseSummary) }),
  errors: [],
  run: (read, { search, queue, siteId, supplierId, page, limit }) => {
    const like = containing(search);
    const conditions = {
      draft: sql`o.state = 'draft'`,
      open: sql`o.closed_at is null and o.sent_at is not null`,
      overdue: isLate(read),
      ended: sql`o.closed_at is not null`,
      all: sql`true`,
    } as const;
    const where = sql`${conditions[queue]} and ${withinScopes(read, sql`o.site_id`)}
      and (${siteId}::uuid is null or o.site_id = ${siteId}::uuid)
      and (${supplierId}::uuid is null or o.supplier_id = ${supplierId}::uuid)
      and (${search} = '' or o.number ilike ${like} or p.code ilike ${like}
           or p.name_en ilike ${like} or p.name_zh ilike ${like}
           or o.supplier_reference ilike ${like}
           or exists (select from purchase_order_line l join part on part.id = l.part_id
                      where l.order_id = o.id and (part.part_number ilike ${like}
                        or l.supplier_part_number ilike ${like})))`;
    const isOpen = queue === 'open' || queue === 'overdue';
    const order = isOpen
      ? sql`sums.next_on nulls last, o.number`
      : sql`o.created_at desc, o.number desc`;
    return selectPurchases(read, where, { order, limit, offset: (page - 1) * limit });
  },
});
