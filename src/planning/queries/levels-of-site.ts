/** Every level of one site at once, for a file of parts. The caller has checked that he may see it. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import type { Level } from '../store.ts';

/** The levels of a site by part. */
export async function levelsOfSite(read: Read, siteId: string): Promise<Map<string, Level>> {
  const rows = await read.db.execute<Record<string, unknown> & Level>(sql`
    select part_id as "partId", min_quantity as "minQuantity", max_quantity as "maxQuantity"
    from stock_level where site_id = ${siteId}::uuid`);
  return new Map([...rows].map((row) => [row.partId, row]));
}
