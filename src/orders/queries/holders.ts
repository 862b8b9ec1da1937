/** Who holds stock of a part: document, person, how much, until when; and what of it is free. */
import { sql } from 'drizzle-orm';
import { ourCompany, withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { HolderView } from '../contract.ts';

const holdersAtMost = 50;

type HolderRow = Record<string, unknown> & HolderView;

/** What lies where, and who has been promised it. */
export interface Holding {
  readonly onHand: number;
  readonly held: number;
  readonly free: number;
  readonly holders: readonly HolderView[];
}

/** Stock of a part at a location, or at all sites the caller may see, and its holders. */
export async function holdingOf(
  read: Read,
  ask: {
    readonly partId: string;
    readonly locationId: string | null;
    /** How urgent the line is that wants it; null when none does. */
    readonly priority?: number | null;
  },
): Promise<Holding> {
  const here = sql`b.part_id = ${ask.partId}::uuid and b.owner_id = ${ourCompany}::uuid
    and c.is_allocatable and l.site_id is not null and ${withinScopes(read, sql`l.site_id`)}
    and (${ask.locationId}::uuid is null or l.id = ${ask.locationId}::uuid)`;
  const [sums] = await read.db.execute<{ on_hand: number; held: number; free: number }>(sql`
    select coalesce(sum(b.on_hand), 0)::bigint as on_hand,
           coalesce(sum(b.reserved), 0)::bigint as held,
           coalesce(sum(b.on_hand - b.reserved) filter (where l.is_allocatable), 0)::bigint as free
    from bucket b
    join location l on l.id = b.location_id
    join condition c on c.code = b.condition
    where ${here}`);
  const holders = await read.db.execute<HolderRow>(sql`
    select r.document, o.number as "documentNumber", o.id as "orderId", a.id as "allocationId",
           coalesce(o.requested_by_name, person.display_name) as "personName",
           (r.quantity - r.consumed - r.released)::bigint as quantity, o.priority,
           coalesce(r.expires_at, o.needed_by) as until, site.code as "siteCode",
           l.code as "locationCode",
           coalesce(a.state = 'held' and o.priority > ${ask.priority ?? null}::int, false)
             as "mayBeTaken"
    from reservation r
    join bucket b on b.id = r.bucket_id
    join location l on l.id = b.location_id
    join condition c on c.code = b.condition
    left join site on site.id = l.site_id
    left join allocation a on a.reservation_id = r.id
    left join stock_order_line line on line.id = a.order_line_id
    left join stock_order o on o.id = line.order_id
    left join person on person.id = r.created_by
    where r.consumed + r.released < r.quantity and ${here}
    order by o.priority nulls first, until nulls last, r.created_at, r.id
    limit ${holdersAtMost}`);
  const count = (value: number | undefined) => Number(value ?? 0);
  return {
    onHand: count(sums?.on_hand),
    held: count(sums?.held),
    free: count(sums?.free),
    holders: [...holders].map((row) => ({
      ...row,
      quantity: Number(row.quantity),
      until: row.until === null ? null : new Date(row.until).toISOString(),
    })),
  };
}
