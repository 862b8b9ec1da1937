/**
 * Stock at the docks of the reader's sites: what is free to be put away and into which bin, and what
 * stays because an order waits for it. A bin where the part lies comes first, then an empty one, then
 * any by the walking order.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, ourCompany, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { paging, type ToPutAway, toPutAway } from '../contract.ts';

type Row = Record<string, unknown> & ToPutAway & { total: number };

export const listToPutAway = defineQuery({
  name: 'receipts.to-put-away',
  permission: 'receipts.view',
  summary: 'Stock at the docks, with the bin where each had better lie, and what orders wait for.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    siteId: id.nullable().default(null),
    partId: id.nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), rows: z.array(toPutAway) }),
  errors: [],
  run: async (read, { search, siteId, partId, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      with lying as (
        select b.*, l.site_id, l.code as location_code, count(*) over () as total
        from bucket b
        join location l on l.id = b.location_id and l.kind = 'dock'
        join part on part.id = b.part_id
        where b.on_hand > 0 and b.owner_id = ${ourCompany}::uuid and b.handling_unit_id is null
          and b.condition in ('new', 'good', 'unverified', 'defective')
          and ${withinScopes(read, sql`l.site_id`)}
          and (${siteId}::uuid is null or l.site_id = ${siteId}::uuid)
          and (${partId}::uuid is null or b.part_id = ${partId}::uuid)
          and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
               or part.name_zh ilike ${like} or l.code ilike ${like})
        order by b.on_hand = b.reserved, part.part_number, l.code, b.condition, b.id
        limit ${limit} offset ${(page - 1) * limit}
      )
      select b.part_id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
             part.name_zh as "nameZh", part.unit_of_measure as "unitOfMeasure", part.tracking,
             b.site_id as "siteId", site.code as "siteCode", b.location_id as "locationId",
             b.location_code as "locationCode", b.condition, lot.lot_number as "lotNumber",
             b.on_hand - b.reserved as free, b.reserved as promised,
             array(select distinct o.number from reservation r
                   join allocation a on a.reservation_id = r.id
                   join stock_order_line wanted on wanted.id = a.order_line_id
                   join stock_order o on o.id = wanted.order_id
                   where r.bucket_id = b.id and r.consumed + r.released < r.quantity
                   order by 1 limit 20) as "orderNumbers",
             array(select s.serial_number from serial_unit s
                   where s.bucket_id = b.id and s.hold_id is null
                   order by 1 limit 50) as "serialNumbers",
             bin.id as "binId", bin.code as "binCode", bin.because, b.total
      from lying b
      join part on part.id = b.part_id
      join site on site.id = b.site_id
      left join lot on lot.id = b.lot_id
      left join lateral (
        select l.id, l.code,
               case when same.is_there then 'same-part' when filled.is_there then 'any'
                    else 'empty' end as because
        from location l
        left join lateral (
          select true as is_there from bucket s
          where s.location_id = l.id and s.part_id = b.part_id and s.on_hand > 0 limit 1
        ) same on true
        left join lateral (
          select true as is_there from bucket f where f.location_id = l.id and f.on_hand > 0 limit 1
        ) filled on true
        where l.site_id = b.site_id and l.kind = 'storage' and l.retired_at is null
        order by same.is_there nulls last, filled.is_there nulls first,
                 l.pick_sequence nulls last, l.code
        limit 1
      ) bin on true
      order by b.on_hand = b.reserved, part.part_number, b.location_code, b.condition, b.id`);
    return {
      total: rows[0]?.total ?? 0,
      rows: [...rows].map(({ total: _, ...row }) => row),
    };
  },
});
