/** Which shipment a scanned code means: its number, a box of it, the carrier's number, or an order. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

const match = z.strictObject({
  kind: z.enum(['shipment', 'box', 'tracking', 'order']),
  code: z.string(),
  shipmentId: id,
  shipmentNumber: z.string(),
  siteId: id.nullable(),
  siteCode: z.string().nullable(),
  state: z.string(),
  boxId: id.nullable(),
});

export const findArrival = defineQuery({
  name: 'receipts.find-arrival',
  permission: 'receipts.view',
  summary: 'Which shipments a scanned shipment, box, tracking or order number means.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(match),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<z.infer<typeof match> & Record<string, unknown>>(sql`
      with found as (
        select 'shipment' as kind, 1 as rank, s.id, null::uuid as box_id
        from shipment s where upper(s.number) = upper(${code})
        union all
        select 'box', 2, l.shipment_id, box.id
        from handling_unit box
        join shipment_line l on l.handling_unit_id = box.id and l.shipped > 0
        where upper(box.number) = upper(${code})
        group by l.shipment_id, box.id
        union all
        select 'tracking', 3, s.id, null from shipment s where s.tracking_number = ${code}
        union all
        select distinct 'order', 4, l.shipment_id, null::uuid
        from stock_order o
        join stock_order_line wanted on wanted.order_id = o.id
        join allocation a on a.order_line_id = wanted.id
        join shipment_line l on l.allocation_id = a.id and l.shipped > 0
        where upper(o.number) = upper(${code})
      )
      select f.kind, coalesce(box.number, s.number) as code, s.id as "shipmentId",
             s.number as "shipmentNumber", s.to_site_id as "siteId", site.code as "siteCode", s.state, f.box_id as "boxId"
      from found f
      join shipment s on s.id = f.id and s.shipped_at is not null
      left join site on site.id = s.to_site_id
      left join handling_unit box on box.id = f.box_id
      where ${withinScopes(read, sql`s.to_site_id`)} or ${withinScopes(read, sql`s.from_site_id`)}
      order by s.state in ('in-transit', 'partly-received') desc, f.rank, s.shipped_at desc
      limit 20`);
    return [...rows];
  },
});
