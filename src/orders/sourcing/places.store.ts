/** Reads how sites are called, for answers that name them. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';

/** How sites are called. */
export async function siteCodesOf(
  read: Read,
  siteIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read.db.execute<{ id: string; code: string }>(sql`
    select id, code from site
    where id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(siteIds)}::jsonb)::uuid))`);
  return new Map([...rows].map((row) => [row.id, row.code]));
}
