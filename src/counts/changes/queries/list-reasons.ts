/** Why stock is corrected or scrapped: the list to choose from. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { type ReasonView, reasonView } from '../contract.ts';

export const listChangeReasons = defineQuery({
  name: 'stock-changes.list-reasons',
  permission: 'counts.view',
  summary: 'The reasons for corrections and scrapping.',
  input: z.strictObject({}),
  output: z.array(reasonView),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<Record<string, unknown> & ReasonView>(sql`
      select code, kind, name_en as "nameEn", name_zh as "nameZh", is_active as "isActive"
      from change_reason order by kind, is_active desc, code`);
    return [...rows];
  },
});
