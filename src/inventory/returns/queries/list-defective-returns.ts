/** Defective parts that are owed back, the most overdue first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { isoDay } from '../../../platform/clock.ts';
import { defineQuery } from '../../../platform/query.ts';
import { text } from '../../../platform/scalars.ts';
import { type DefectiveReturnView, defectiveReturnView, paging } from '../../contract.ts';
import { withinScopes } from '../../sites/store.ts';

export const listDefectiveReturns = defineQuery({
  name: 'returns.list-defective',
  permission: 'returns.view',
  summary: 'Defective parts that are owed back, the most overdue first.',
  input: z.strictObject({
    state: z.enum(['owed', 'returned', 'cancelled']).default('owed'),
    document: text(120).nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), returns: z.array(defectiveReturnView) }),
  errors: [],
  run: async (read, { state, document, page, limit }) => {
    const today = isoDay(read.now);
    const rows = await read.db.execute<
      Record<string, unknown> & DefectiveReturnView & { total: number }
    >(sql`
      select d.id, d.number, d.site_id as "siteId", d.part_id as "partId",
             part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
             d.quantity, d.document, d.fault_code as "faultCode", d.owed_by_name as "owedByName",
             d.state, d.due_on as "dueOn", (d.state = 'owed' and d.due_on < ${today}) as "isOverdue",
             d.created_at as "createdAt", l.code as "locationCode", count(*) over () as total
      from defective_return d
      join part on part.id = d.part_id
      left join movement m on m.entry_id = coalesce(d.closing_entry_id, d.removal_entry_id) and m.line = 1
      left join bucket b on b.id = m.to_bucket_id
      left join location l on l.id = b.location_id
      where d.state = ${state} and ${withinScopes(read, sql`d.site_id`)}
        and (${document}::text is null or d.document = ${document})
      order by d.due_on, d.number
      limit ${limit} offset ${(page - 1) * limit}`);
    const returns = [...rows].map(({ total: _, ...row }) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
    }));
    return { total: rows[0]?.total ?? 0, returns };
  },
});
