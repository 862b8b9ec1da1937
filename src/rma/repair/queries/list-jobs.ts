/** The bench's queue: jobs not finished yet, the one promised first on top. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../../inventory/index.ts';
import { defineQuery } from '../../../platform/query.ts';
import { day, id } from '../../../platform/scalars.ts';

const row = z.strictObject({
  jobId: id,
  number: z.string(),
  lineCode: z.string(),
  state: z.string(),
  serialNumber: z.string(),
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  technicianName: z.string().nullable(),
  promisedOn: day.nullable(),
});

export const listJobs = defineQuery({
  name: 'repair.list',
  permission: 'repair.view',
  summary: 'Jobs not finished yet, the one promised first on top.',
  input: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
  output: z.array(row),
  errors: [],
  run: async (read, { limit }) => {
    const rows = await read.db.execute<z.infer<typeof row> & Record<string, unknown>>(sql`
      select j.id as "jobId", j.number, l.code as "lineCode", j.state,
             s.serial_number as "serialNumber", part.part_number as "partNumber",
             part.name_en as "nameEn", part.name_zh as "nameZh",
             j.technician_name as "technicianName", l.promised_on as "promisedOn"
      from repair_job j
      join rma_line l on l.id = j.line_id
      join serial_unit s on s.id = j.serial_unit_id
      join part on part.id = s.part_id
      where j.state in ('queued', 'diagnosing', 'bench', 'final-test')
        and ${withinScopes(read, sql`j.site_id`)}
      order by l.promised_on nulls last, j.number
      limit ${limit}`);
    return [...rows].map((found) => ({ ...found }));
  },
});
