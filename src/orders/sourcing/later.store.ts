/**
 * Reads what will be free later: stock that must be repaired first, and stock on the road to a site
 * that nobody has been promised. What suppliers and repairers have confirmed is asked of the inventory.
 */
import { sql } from 'drizzle-orm';
import { ourCompany } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';

/** Days a repair takes where nobody has said how long. */
export const repairDays = 14;

/** Stock of a site that is not free yet. */
export interface LaterStock {
  readonly kind: 'repair' | 'in-transit';
  readonly partId: string;
  readonly siteId: string;
  readonly siteCode: string;
  readonly quantity: number;
  readonly documentNumber: string | null;
  /** When it is promised at the site; null for stock that waits for repair. */
  readonly promisedAt: Date | null;
}

type Row = Record<string, unknown> & Omit<LaterStock, 'promisedAt'> & { promisedAt: string | null };

/** Repairable stock in work, by site, and what replenishes sites and is on its way. */
export async function laterStock(read: Read, partIds: readonly string[]): Promise<LaterStock[]> {
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)`;
  const rows = await read.db.execute<Row>(sql`
    select 'repair' as kind, b.part_id as "partId", l.site_id as "siteId", site.code as "siteCode",
           sum(b.on_hand - b.reserved)::bigint as quantity, null as "documentNumber",
           null::timestamptz as "promisedAt"
    from bucket b
    join part on part.id = b.part_id and part.is_repairable
    join location l on l.id = b.location_id and l.site_id is not null
    join site on site.id = l.site_id
    where b.part_id in ${ids} and b.owner_id = ${ourCompany}::uuid
      and b.condition in ('unverified', 'defective') and b.on_hand > b.reserved
    group by b.part_id, l.site_id, site.code
    union all
    select 'in-transit', a.part_id, o.site_id, site.code,
           sum(a.quantity - a.received - a.lost)::bigint, o.number, max(a.promised_at)
    from allocation a
    join stock_order_line line on line.id = a.order_line_id
    join stock_order o on o.id = line.order_id and o.document is null
    join site on site.id = o.site_id
    where a.part_id in ${ids} and a.state = 'shipped' and a.quantity > a.received + a.lost
    group by a.part_id, o.site_id, site.code, o.number
    order by 2, 3, 6`);
  return [...rows].map((row) => ({
    ...row,
    promisedAt: row.promisedAt === null ? null : new Date(row.promisedAt),
  }));
}
