/** The codes of places and parts, whoever they belong to: a picker is told where the rest is found. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';

interface Somewhere {
  readonly locationId: string;
  readonly partId: string;
  readonly quantity: number;
}

type Named = Record<string, unknown> & {
  siteCode: string;
  locationCode: string;
  partNumber: string;
  quantity: number;
};

/** The codes for goods in places. */
export async function namesOf(read: Read, goods: readonly Somewhere[]) {
  if (goods.length === 0) return [];
  const rows = goods.map(({ locationId, partId, quantity }) => ({ locationId, partId, quantity }));
  const named = await read.db.execute<Named>(sql`
    select site.code as "siteCode", l.code as "locationCode", p.part_number as "partNumber",
           sum(g.quantity)::bigint as quantity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (
      "locationId" uuid, "partId" uuid, quantity bigint)
    join location l on l.id = g."locationId"
    join site on site.id = l.site_id
    join part p on p.id = g."partId"
    group by 1, 2, 3
    order by 1, 2, 3`);
  return [...named].map((row) => ({ ...row, quantity: Number(row.quantity) }));
}
