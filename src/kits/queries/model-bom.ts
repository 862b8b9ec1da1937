/** The bill of material of a model of equipment: every part that fits, where it goes and how many. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { defineQuery } from '../../platform/query.ts';
import { text } from '../../platform/scalars.ts';
import { type BomLineView, bomLineView } from '../contract.ts';
import { namedPart } from './kit-columns.ts';

export const modelBom = defineQuery({
  name: 'kits.model-bom',
  permission: 'parts.view',
  summary: 'Every part that fits a model of equipment, with its positions and quantities.',
  input: z.strictObject({ model: text(100), ...paging }),
  output: z.strictObject({ total: z.int(), lines: z.array(bomLineView) }),
  errors: [],
  run: async (read, { model, page, limit }) => {
    const rows = await read.db.execute<Record<string, unknown> & BomLineView & { total: number }>(
      sql`
      select b.id as "lineId", ${namedPart}, m.model, b.position, b.quantity, m.note,
             p.retired_at is not null as "isRetired",
             exists (select from kit k where k.part_id = p.id) as "isKit",
             count(*) over () as total
      from part_model m
      join part p on p.id = m.part_id
      left join model_bom_line b on b.part_model_id = m.id
      where upper(m.model) = upper(${model})
      order by b.position nulls last, p.part_number, b.id
      limit ${limit} offset ${(page - 1) * limit}`,
    );
    const lines = [...rows].map(({ total: _, ...row }) => row);
    return { total: rows[0]?.total ?? 0, lines };
  },
});
