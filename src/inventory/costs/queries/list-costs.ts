/** What the company's stock is worth, part by part, and all of it together by currency. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { currency, text } from '../../../platform/scalars.ts';
import { paging } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { type PartCostView, partCostView } from '../contract.ts';
import { costColumns } from './cost-columns.ts';

type Row = Record<string, unknown> & PartCostView & { total: number };

export const listCosts = defineQuery({
  name: 'costs.list',
  permission: 'costs.view',
  summary: 'The value of the stock we own, part by part, and in all by currency.',
  input: z.strictObject({ search: text(100, 0).default(''), ...paging }),
  output: z.strictObject({
    total: z.int(),
    parts: z.array(partCostView),
    sums: z.array(z.strictObject({ currency, valueMinor: z.int() })),
    /** All days before this one are closed. */
    closedBefore: z.string().nullable(),
  }),
  errors: [],
  run: async (read, { search, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      select ${costColumns}, count(*) over () as total
      from part_cost c join part on part.id = c.part_id
      where (c.quantity > 0 or c.method = 'standard')
        and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
             or part.name_zh ilike ${like})
      order by c.value_minor desc, part.part_number
      limit ${limit} offset ${(page - 1) * limit}`);
    const sums = await read.db.execute<{ currency: string; valueMinor: number }>(sql`
      select part.currency, sum(c.value_minor)::bigint as "valueMinor"
      from part_cost c join part on part.id = c.part_id
      where c.quantity > 0 group by 1 order by 1`);
    const closed = await read.db.execute<{ day: string | null }>(
      sql`select max(closed_before) as day from period_closing`,
    );
    return {
      total: rows[0]?.total ?? 0,
      parts: [...rows].map(({ total: _, ...row }) => row),
      sums: [...sums],
      closedBefore: closed[0]?.day ?? null,
    };
  },
});
