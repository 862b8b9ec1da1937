/** How many orders wait for stock, for the tiles of the first page. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { orderInScope } from '../store.ts';

export const countOrderWork = defineQuery({
  name: 'orders.count-work',
  permission: 'orders.view',
  summary: 'How many open orders have lines that wait for stock.',
  input: z.strictObject({}),
  output: z.strictObject({ waiting: z.int() }),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<{ waiting: number }>(sql`
      select count(distinct o.id)::int as waiting
      from stock_order_line l
      join stock_order o on o.id = l.order_id and o.closed_at is null
      where l.cancelled + l.allocated + l.picked + l.shipped < l.quantity and ${orderInScope(read)}`);
    return { waiting: rows[0]?.waiting ?? 0 };
  },
});
