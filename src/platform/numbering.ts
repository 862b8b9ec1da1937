/**
 * Printed numbers from database sequences: unique, in order of issue, gaps allowed (a number taken
 * by a refused command is not used again). Knows prefixes, not what they stand for.
 */
import { sql } from 'drizzle-orm';
import type { Database } from './db/connect.ts';

/** The next number of a series, e.g. `KILN-000042`. */
export async function nextNumber(
  db: Database,
  series: { readonly sequence: string; readonly prefix: string },
): Promise<string> {
  const rows = await db.execute<{ n: number }>(sql`select nextval(${series.sequence}) as n`);
  return `${series.prefix}-${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}
