/** What is on its way to the reader's sites: shipments on the road, and what suppliers and repairs promised. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { type ArrivalView, arrivalView, paging } from '../contract.ts';

type Row = Record<string, unknown> & ArrivalView & { total: number };

const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());

export const listArrivals = defineQuery({
  name: 'receipts.list-arrivals',
  permission: 'receipts.view',
  summary: 'What is on its way to the sites of the reader, soonest first, overdue ones included.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    siteId: id.nullable().default(null),
    isOverdue: z.boolean().default(false),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), overdue: z.int(), arrivals: z.array(arrivalView) }),
  errors: [],
  run: async (read, { search, siteId, isOverdue, page, limit }) => {
    const like = containing(search);
    const now = read.now.toISOString();
    const rows = await read.db.execute<Row & { overdue: number }>(sql`
      with coming as (
        select 'shipment' as kind, s.id as "shipmentId", s.number, s.to_site_id as site_id,
               s.from_site_id, s.carrier, s.tracking_number as "trackingNumber",
               sums.boxes, sums.lines, sums.expected, sums.received, s.promised_at
        from shipment s
        join lateral (
          select count(distinct l.handling_unit_id)::int as boxes, count(*)::int as lines,
                 sum(l.shipped)::bigint as expected, sum(l.received)::bigint as received,
                 sum(l.shipped - l.received - l.lost) as open
          from shipment_line l where l.shipment_id = s.id and l.shipped > 0
        ) sums on sums.open > 0
        where s.state in ('in-transit', 'partly-received') and s.to_site_id is not null
        union all
        select kind, null, document_number, site_id, null, null, null, 0, count(*)::int,
               sum(quantity)::bigint, 0, min(expected_at)
        from expected_supply where quantity > 0
        group by kind, document_number, site_id
      ), seen as (
        select c.*, coalesce(c.promised_at < ${now}::timestamptz, false) as "isOverdue"
        from coming c
        where ${withinScopes(read, sql`c.site_id`)}
          and (${siteId}::uuid is null or c.site_id = ${siteId}::uuid)
          and (${search} = '' or c.number ilike ${like} or c.carrier ilike ${like}
               or c."trackingNumber" ilike ${like}
               or exists (select from shipment_line l join part on part.id = l.part_id
                          where l.shipment_id = c."shipmentId"
                            and part.part_number ilike ${like}))
      )
      select c.kind, c."shipmentId", c.number, c.site_id as "siteId", site.code as "siteCode",
             origin.code as "fromSiteCode", c.carrier, c."trackingNumber", c.boxes, c.lines,
             c.expected, c.received, c.promised_at as "promisedAt", c."isOverdue",
             count(*) over () as total,
             count(*) filter (where c."isOverdue") over () as overdue
      from seen c
      join site on site.id = c.site_id
      left join site origin on origin.id = c.from_site_id
      where ${!isOverdue} or c."isOverdue"
      order by c.promised_at nulls last, c.number
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: rows[0]?.total ?? 0,
      overdue: rows[0]?.overdue ?? 0,
      arrivals: [...rows].map(({ total: _, overdue: _o, ...row }) => ({
        ...row,
        promisedAt: iso(row.promisedAt),
      })),
    };
  },
});
