/** What a scanned number means here: a purchase order. Exact numbers only. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

const match = z.strictObject({ kind: z.literal('purchase'), id, code: z.string() });

export const findPurchaseByScan = defineQuery({
  name: 'purchasing.find-by-scan',
  permission: 'purchasing.view',
  summary: 'Which purchase order a scanned number means.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(match),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<z.infer<typeof match> & Record<string, unknown>>(sql`
      select 'purchase' as kind, o.id, o.number as code from purchase_order o
      where o.number = upper(${code}) and ${withinScopes(read, sql`o.site_id`)}`);
    return [...rows];
  },
});
