/** Reads what using a part has to know of it: its number, and where a removed piece is by the books. */
import { sql } from 'drizzle-orm';
import type { Read } from '../platform/work.ts';

/** The number of a part. */
export async function partNumberOf(read: Read, partId: string): Promise<string> {
  const rows = await read.db.execute<{ number: string }>(sql`
    select part_number as number from part where id = ${partId}::uuid`);
  return rows[0]?.number ?? '';
}

/** Whether a place lies outside our walls. */
export async function isOutside(read: Read, locationId: string): Promise<boolean> {
  const rows = await read.db.execute<{ outside: boolean }>(sql`
    select site_id is null and kind not in ('in-transit', 'scrap') as outside
    from location where id = ${locationId}::uuid`);
  return rows[0]?.outside ?? false;
}
