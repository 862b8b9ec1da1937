/** What a scanned code means to the return desk: a return, one of its lines, a job, a tracking number. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

export const lineMatch = z.strictObject({
  /** How the code names the line. */
  by: z.enum(['line', 'rma', 'job', 'serial', 'tracking', 'box']),
  lineId: id,
  code: z.string(),
  jobId: id.nullable(),
  isOpen: z.boolean(),
});

export const findLineByScan = defineQuery({
  name: 'rma.find-by-scan',
  permission: 'rma.view',
  summary: 'What a scanned code means: a return, one of its lines, a job, a serial, a parcel.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(lineMatch),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<z.infer<typeof lineMatch> & Record<string, unknown>>(sql`
      with wanted as (
        select 1 as rank, 'line' as by, id from rma_line where code = upper(${code})
        union all
        select 2, 'rma', l.id from rma r join rma_line l on l.rma_id = r.id
        where r.number = upper(${code})
        union all
        select 3, 'job', line_id from repair_job where number = upper(${code})
        union all
        select 4, 'serial', l.id from serial_unit s join rma_line l on l.serial_unit_id = s.id
        where s.serial_number = ${code} and l.top in ('requested', 'open')
        union all
        select 5, 'tracking', line_id from rma_shipment where tracking_number = ${code}
        union all
        select 6, 'box', line_id from rma_shipment
        where box_number = upper(${code}) and unpacked_at is null
      )
      select w.by, l.id as "lineId", l.code, j.id as "jobId",
             l.top in ('requested', 'open') as "isOpen"
      from wanted w
      join rma_line l on l.id = w.id and ${withinScopes(read, sql`l.site_id`)}
      left join lateral (select id from repair_job where line_id = l.id
                         order by created_at desc, number desc limit 1) j on true
      order by w.rank, l.code desc
      limit 20`);
    return [...rows].map((row) => ({ ...row }));
  },
});
