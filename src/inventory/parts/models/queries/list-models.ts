/** The models of equipment that parts are listed for, with how many. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { text } from '../../../../platform/scalars.ts';
import { paging } from '../../../contract.ts';
import { containing } from '../../../search-pattern.ts';

const row = z.strictObject({ model: z.string(), partCount: z.int() });

export const listModels = defineQuery({
  name: 'parts.models',
  permission: 'parts.view',
  summary: 'The models of equipment that parts are listed for, with how many parts each has.',
  input: z.strictObject({ search: text(100, 0).default(''), ...paging }),
  output: z.strictObject({ total: z.int(), models: z.array(row) }),
  errors: [],
  run: async (read, { search, page, limit }) => {
    const like = containing(search);
    const found = sql`from part_model where ${search} = '' or model ilike ${like}`;
    const [sum] = await read.db.execute<{ total: number }>(
      sql`select count(distinct upper(model))::int as total ${found}`,
    );
    const rows = await read.db.execute<z.infer<typeof row> & Record<string, unknown>>(sql`
      select min(model) as model, count(*)::int as "partCount" ${found}
      group by upper(model)
      order by upper(min(model))
      limit ${limit} offset ${(page - 1) * limit}`);
    return { total: sum?.total ?? 0, models: rows.map((one) => ({ ...one })) };
  },
});
