/** Stock of which nothing has left its site for so many days, the most valuable first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { type SlowRow, slowRow } from '../contract.ts';
import { valueScopes } from './inventory-rows.ts';
import { heldInSites, nowOf } from './site-stock.ts';

type Row = Record<string, unknown> & SlowRow & { total: number };

const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());

// Counting, correcting and scrapping a part is no demand for it.
const leaving = sql`('issue', 'delivery', 'shipment', 'kit')`;

export const slowMovers = defineQuery({
  name: 'reports.slow-movers',
  permission: 'reports.view',
  summary: 'Stock of which nothing was issued, delivered or sent away for so many days.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    partId: id.nullable().default(null),
    category: text(120).nullable().default(null),
    siteId: id.nullable().default(null),
    days: z.int().min(1).max(3650).default(180),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), rows: z.array(slowRow) }),
  errors: [],
  isOneStatement: true,
  run: async (read, { days, page, limit, ...wish }) => {
    const now = read.now.toISOString();
    const currency = valueScopes(read) === null ? sql`null::text` : sql`part.currency`;
    const rows = await read.db.execute<Row>(sql`
      with ${heldInSites(read, nowOf(wish))},
      moved as (
        select m.part_id, site.id as site_id,
               max(e.posted_at) filter (where fl.site_id = site.id and e.kind in ${leaving}) as last_out,
               max(e.posted_at) filter (where tl.site_id = site.id) as last_in,
               min(e.posted_at) filter (where tl.site_id = site.id) as first_in
        from movement m
        join entry e on e.id = m.entry_id
        join bucket f on f.id = m.from_bucket_id
        join bucket t on t.id = m.to_bucket_id
        join location fl on fl.id = f.location_id
        join location tl on tl.id = t.location_id
        join site on site.id in (fl.site_id, tl.site_id)
        where fl.site_id is distinct from tl.site_id
          and m.part_id in (select part_id from held)
        group by 1, 2),
      slow as (
        select h.part_id, h.site_id, h.quantity, h.value_minor, moved.last_out, moved.last_in,
               (${now}::timestamptz at time zone 'UTC')::date
                 - (coalesce(moved.last_out, moved.first_in) at time zone 'UTC')::date as days
        from (select part_id, site_id, sum(quantity)::bigint as quantity,
                     sum(value_minor)::bigint as value_minor
              from held group by 1, 2) h
        join moved on moved.part_id = h.part_id and moved.site_id = h.site_id)
      select part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
             part.name_zh as "nameZh", part.category, site.code as "siteCode",
             slow.quantity as "onHand", slow.value_minor as "valueMinor", ${currency} as currency,
             slow.last_out as "lastOutAt", slow.last_in as "lastInAt", slow.days,
             count(*) over () as total
      from slow join part on part.id = slow.part_id join site on site.id = slow.site_id
      where slow.days >= ${days}
      order by slow.value_minor desc nulls last, slow.days desc, part.part_number, site.code
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: rows[0]?.total ?? 0,
      rows: [...rows].map(({ total: _, lastOutAt, lastInAt, ...row }) => ({
        ...row,
        lastOutAt: iso(lastOutAt),
        lastInAt: iso(lastInAt),
      })),
    };
  },
});
