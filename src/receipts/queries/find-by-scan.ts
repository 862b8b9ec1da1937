/** What a scanned number means here: a receipt, a discrepancy. Exact numbers only. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

const match = z.strictObject({ kind: z.enum(['receipt', 'discrepancy']), id, code: z.string() });

export const findReceiptByScan = defineQuery({
  name: 'receipts.find-by-scan',
  permission: 'receipts.view',
  summary: 'Which receipt or discrepancy a scanned number means.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(match),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<z.infer<typeof match> & Record<string, unknown>>(sql`
      select 'receipt' as kind, r.id, r.number as code from receipt r
      where r.number = upper(${code}) and ${withinScopes(read, sql`r.site_id`)}
      union all
      select 'discrepancy', d.id, d.number from discrepancy d
      where d.number = upper(${code})
        and (${withinScopes(read, sql`d.site_id`)} or ${withinScopes(read, sql`d.from_site_id`)})`);
    return [...rows];
  },
});
