/** What asked parts are worth at their present cost, and whether that can be said at all. */
import { sql } from 'drizzle-orm';
import { valueOf as worthOf } from '../../inventory/index.ts';
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
  const rows = await read.db.execute<{ countable: boolean | null; known: boolean | null }>(sql`
    select sum(j.quantity::numeric * greatest(
             coalesce(part.cost_minor, 0), coalesce(c.standard_minor, 0),
             case when c.quantity > 0 then div(c.value_minor, c.quantity) + 1 else 0 end)) <= ${most}
             as countable,
           bool_and(part.cost_minor is not null or c.standard_minor is not null
                    or coalesce(c.quantity, 0) > 0) as known
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as j ("partId" uuid, quantity bigint)
    join part on part.id = j."partId"
    left join part_cost c on c.part_id = part.id`);
  const row = rows[0];
  if (row?.countable === false) return null;
  return { minor: await worthOf(read, lines), isKnown: row?.known === true };
}
