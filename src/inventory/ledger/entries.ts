/** Finds entries for the commands that speak of one; within the caller's sites. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';

/** The kind and document of an entry that touched the caller's sites. @throws inventory.unknown-entry */
export async function findEntry(
  read: Read,
  entryId: string,
): Promise<{ kind: string; document: string | null }> {
  const rows = await read.db.execute<{
    kind: string;
    document: string | null;
    site_id: string;
  }>(sql`
    select e.kind, e.document, l.site_id
    from entry e
    join movement m on m.entry_id = e.id
    join bucket b on b.id in (m.from_bucket_id, m.to_bucket_id)
    join location l on l.id = b.location_id
    where e.id = ${entryId}::uuid and l.site_id is not null`);
  const missing = inventoryErrors.error('unknown-entry');
  const row = rows[0];
  if (row === undefined) throw missing;
  for (const { site_id } of rows) read.requireScope(site_id, missing);
  return { kind: row.kind, document: row.document };
}
