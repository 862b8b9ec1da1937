/**
 * How long stock has been lying in its site, first in first out: what is there now is the last that
 * came into the site. A move within the site makes nothing younger; what comes from another site or
 * changes its owner begins anew.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { ageLimits } from '../ageing.rules.ts';
import { type AgeingRow, ageingRow } from '../contract.ts';
import { valueScopes } from './inventory-rows.ts';
import { heldInSites, nowOf } from './site-stock.ts';

const arrivals = sql`
  arrival as (
    select m.part_id, tl.site_id, t.owner_id, m.seq, m.quantity, e.posted_at,
           sum(m.quantity) over (partition by m.part_id, tl.site_id, t.owner_id
                                 order by m.seq desc) as upto
    from movement m
    join entry e on e.id = m.entry_id
    join bucket f on f.id = m.from_bucket_id
    join bucket t on t.id = m.to_bucket_id
    join location fl on fl.id = f.location_id
    join location tl on tl.id = t.location_id
    where tl.site_id is not null
      and (fl.site_id is distinct from tl.site_id or f.owner_id <> t.owner_id)
      and m.part_id in (select part_id from held)),
  lying as (
    -- The oldest arrival still there may be there in part only.
    select h.part_id, h.site_id, a.posted_at,
           (least(a.upto, h.quantity) - (a.upto - a.quantity))::bigint as quantity,
           (div(h.value_minor::numeric * least(a.upto, h.quantity), h.quantity)
             - div(h.value_minor::numeric * (a.upto - a.quantity), h.quantity))::bigint as value_minor
    from held h
    join arrival a on a.part_id = h.part_id and a.site_id = h.site_id and a.owner_id = h.owner_id
    where a.upto - a.quantity < h.quantity)`;

export const ageingReport = defineQuery({
  name: 'reports.ageing',
  permission: 'reports.view',
  summary:
    'How long stock has been lying in its site, first in first out, in five classes of days.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    partId: id.nullable().default(null),
    category: text(120).nullable().default(null),
    siteId: id.nullable().default(null),
    splitBy: z.enum(['part', 'category', 'site']).default('part'),
    ...paging,
  }),
  output: z.strictObject({
    total: z.int(),
    rows: z.array(ageingRow),
    /** Over all rows, by currency; one row without one for whoever sees no values. */
    sums: z.array(ageingRow.pick({ onHand: true, quantities: true, values: true, currency: true })),
  }),
  errors: [],
  isOneStatement: true,
  run: async (read, { splitBy, page, limit, ...wish }) => {
    const none = sql`null::text`;
    const part = (column: ReturnType<typeof sql>) => (splitBy === 'part' ? column : none);
    const seesValue = valueScopes(read) !== null;
    const age = sql`((${read.now.toISOString()}::timestamptz at time zone 'UTC')::date
      - (posted_at at time zone 'UTC')::date)`;
    const [a, b, c, d] = ageLimits;
    const classes = (column: ReturnType<typeof sql>) => sql`array[
      coalesce(sum(${column}) filter (where ${age} <= ${a}), 0),
      coalesce(sum(${column}) filter (where ${age} > ${a} and ${age} <= ${b}), 0),
      coalesce(sum(${column}) filter (where ${age} > ${b} and ${age} <= ${c}), 0),
      coalesce(sum(${column}) filter (where ${age} > ${c} and ${age} <= ${d}), 0),
      coalesce(sum(${column}) filter (where ${age} > ${d}), 0)]`;
    const figures = sql`sum(quantity) as "onHand", ${classes(sql`quantity`)} as quantities,
      ${seesValue ? sql`sum(value_minor)` : sql`null::bigint`} as "valueMinor",
      ${seesValue ? classes(sql`value_minor`) : sql`null::bigint[]`} as values,
      ${seesValue ? sql`part.currency` : none} as currency, min(posted_at) as "oldestAt"`;
    const found = await read.db.execute<{
      rows: AgeingRow[] | null;
      sums: AgeingRow[] | null;
      total: number;
    }>(sql`
      with ${heldInSites(read, nowOf(wish))}, ${arrivals},
      grouped as materialized (
        select ${splitBy === 'part' ? sql`part.id` : sql`null::uuid`} as "partId",
               ${part(sql`part.part_number`)} as "partNumber", ${part(sql`part.name_en`)} as "nameEn",
               ${part(sql`part.name_zh`)} as "nameZh",
               ${splitBy === 'site' ? none : sql`part.category`} as category,
               ${splitBy === 'site' ? sql`site.code` : none} as "siteCode", ${figures}
        from lying join part on part.id = lying.part_id join site on site.id = lying.site_id
        group by 1, 2, 3, 4, 5, 6${seesValue ? sql`, part.currency` : sql``})
      select (select count(*) from grouped) as total,
             (select jsonb_agg(r) from (
                select * from grouped order by "oldestAt", "partNumber", category, "siteCode", currency
                limit ${limit} offset ${(page - 1) * limit}) r) as rows,
             (select jsonb_agg(r) from (
                select ${figures} from lying join part on part.id = lying.part_id
                ${seesValue ? sql`group by part.currency order by part.currency` : sql``}) r) as sums`);
    const { rows, sums, total } = found[0] ?? { rows: null, sums: null, total: 0 };
    return {
      total,
      rows: (rows ?? []).map((row) => ({ ...row, oldestAt: new Date(row.oldestAt).toISOString() })),
      sums: (sums ?? [])
        .filter(({ onHand }) => onHand !== null)
        .map(({ onHand, quantities, values, currency }) => ({
          onHand,
          quantities,
          values,
          currency,
        })),
    };
  },
});
