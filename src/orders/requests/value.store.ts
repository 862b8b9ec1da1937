/** What asked parts are worth at their present cost. Adds up in the database, where nothing overflows. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';

/** The worth of lines in minor units; `isKnown` when every part has a cost. */
export interface AskedValue {
  readonly minor: number;
  readonly isKnown: boolean;
}

/** More than any wish is worth: beyond this the sum would not be exact everywhere. */
const most = 100_000_000_000_000;

/** The worth of these quantities; null when it is beyond counting. */
export async function askedValue(
  read: Pick<Read, 'db'>,
  lines: readonly { readonly partId: string; readonly quantity: number }[],
): Promise<AskedValue | null> {
  const rows = await read.db.execute<{ minor: number | null; known: boolean | null }>(sql`
    with worth as (
      select sum(j.quantity::numeric * coalesce(part.cost_minor, 0)) as minor,
             bool_and(part.cost_minor is not null) as known
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as j ("partId" uuid, quantity bigint)
      join part on part.id = j."partId")
    select case when minor <= ${most} then minor::bigint end as minor, known from worth`);
  const row = rows[0];
  if (row === undefined || row.minor === null) return lines.length === 0 ? noValue : null;
  return { minor: row.minor, isKnown: row.known === true };
}

const noValue: AskedValue = { minor: 0, isKnown: true };
