/** The parts that fit a model of equipment, a page at a time. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { id, text } from '../../../../platform/scalars.ts';
import { paging } from '../../../contract.ts';

const row = z.strictObject({
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  isRetired: z.boolean(),
  model: z.string(),
  note: z.string().nullable(),
});

export const partsForModel = defineQuery({
  name: 'parts.for-model',
  permission: 'parts.view',
  summary: 'The parts that fit a model of equipment; capitals and small letters are alike.',
  input: z.strictObject({ model: text(100), ...paging }),
  output: z.strictObject({ total: z.int(), parts: z.array(row) }),
  errors: [],
  run: async (read, { model, page, limit }) => {
    const [sum] = await read.db.execute<{ total: number }>(sql`
      select count(*)::int as total from part_model where upper(model) = upper(${model})`);
    const rows = await read.db.execute<z.infer<typeof row> & Record<string, unknown>>(sql`
      select p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
             p.name_zh as "nameZh", p.retired_at is not null as "isRetired", m.model, m.note
      from part_model m
      join part p on p.id = m.part_id
      where upper(m.model) = upper(${model})
      order by p.part_number
      limit ${limit} offset ${(page - 1) * limit}`);
    return { total: sum?.total ?? 0, parts: rows.map((one) => ({ ...one })) };
  },
});
