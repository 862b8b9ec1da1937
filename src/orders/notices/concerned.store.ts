/** Who waits for goods that travel as allocations, and what he calls them. Decides nothing. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';

/** One person and one document, with the parts that concern him. */
export interface Concerned {
  readonly personId: string;
  /** `request:<id>` or, without a request, `order:<id>`. */
  readonly about: string;
  readonly number: string;
  /** Part numbers with quantities, as they are read. */
  readonly parts: string;
}

/** So much of what was promised. */
export interface Share {
  readonly allocationId: string;
  readonly quantity: number;
}

/** Whoever asked for these, and whoever answers for the place they go to. */
export async function concernedBy(
  read: Pick<Read, 'db'>,
  shares: readonly Share[],
): Promise<Concerned[]> {
  const rows = await read.db.execute<Concerned & Record<string, unknown>>(sql`
    with moved as (
      select o.id as order_id, a.part_id, sum(j.quantity) as quantity
      from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb)
        as j ("allocationId" uuid, quantity bigint)
      join allocation a on a.id = j."allocationId"
      join stock_order_line ol on ol.id = a.order_line_id
      join stock_order o on o.id = ol.order_id
      group by 1, 2
    ), told as (
      select m.order_id,
             string_agg(part.part_number || ' × ' || m.quantity, ', ' order by part.part_number)
               as parts
      from moved m join part on part.id = m.part_id
      group by 1
    ), people as (
      select o.id as order_id, o.requested_by_id as person_id from stock_order o
      union
      select o.id, l.custodian_id from stock_order o
      join location l on l.id = o.destination_id and l.custodian_id is not null
    )
    select p.person_id as "personId", coalesce('request:' || r.id, 'order:' || o.id) as about,
           coalesce(r.number, o.number) as number, t.parts
    from told t
    join stock_order o on o.id = t.order_id
    join people p on p.order_id = o.id
    left join parts_request r on r.id = o.request_id
    order by 3, 1`);
  return [...rows];
}
