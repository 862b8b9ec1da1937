/** Finds the open return of a piece; a piece has at most one, by unique index. */
import { sql } from 'drizzle-orm';
import type { Read } from '../platform/work.ts';

/** The code of the open line of this piece, or null. */
export async function findOpenLineCode(read: Read, serialUnitId: string): Promise<string | null> {
  const rows = await read.db.execute<{ code: string }>(sql`
    select code from rma_line
    where serial_unit_id = ${serialUnitId}::uuid and top in ('requested', 'open')`);
  return rows[0]?.code ?? null;
}
