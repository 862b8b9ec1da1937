/** Units of the installed base by serial, model or customer, with the coverage they have today. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing } from '../../../inventory/index.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import { type UnitView, unitView } from '../../contract.ts';
import { coverageOf } from '../../coverage.ts';

type Row = Record<string, unknown> & Omit<UnitView, 'coverage'> & { total: number };

export const listUnits = defineQuery({
  name: 'rma.list-units',
  permission: 'rma.view',
  summary: 'Units of the installed base, with the coverage they have today.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    customerId: id.nullable().default(null),
    page: z.int().min(1).max(100_000).default(1),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ total: z.int(), units: z.array(unitView) }),
  errors: [],
  run: async (read, { search, customerId, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      select u.serial_unit_id as "serialUnitId", s.serial_number as "serialNumber",
             part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
             part.name_zh as "nameZh", c.id as "customerId", c.name_en as "customerNameEn",
             c.name_zh as "customerNameZh", u.sold_on as "soldOn", u.accepted_on as "acceptedOn",
             u.warranty_months as "warrantyMonths", u.last_repaired_on as "lastRepairedOn",
             l.code as "openLineCode", count(*) over () as total
      from installed_unit u
      join serial_unit s on s.id = u.serial_unit_id
      join part on part.id = s.part_id
      join party c on c.id = u.customer_id
      left join rma_line l on l.serial_unit_id = s.id and l.top in ('requested', 'open')
      where (${search} = '' or s.serial_number ilike ${like} or part.part_number ilike ${like}
             or part.name_en ilike ${like} or part.name_zh ilike ${like}
             or c.name_en ilike ${like} or c.name_zh ilike ${like})
        and (${customerId}::uuid is null or c.id = ${customerId}::uuid)
      order by s.serial_number, part.part_number
      limit ${limit} offset ${(page - 1) * limit}`);
    const units = [...rows].map(({ total: _, ...row }) => ({
      ...row,
      coverage: coverageOf(row, read.now),
    }));
    return { total: rows[0]?.total ?? 0, units };
  },
});
