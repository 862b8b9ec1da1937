/** What a scanned code means here: a shipment, one of its boxes, a parcel number, a piece inside. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { visible } from './shipment-summaries.ts';

const match = z.strictObject({
  by: z.enum(['shipment', 'box', 'tracking', 'serial']),
  shipmentId: id,
  number: z.string(),
  state: z.string(),
  boxNumber: z.string().nullable(),
  boxId: id.nullable(),
  fromSiteId: id,
  toSiteId: id.nullable(),
});

export const findShipmentByScan = defineQuery({
  name: 'shipments.find-by-scan',
  permission: 'shipments.view',
  summary: 'What a scanned code means: a shipment, a box, a parcel number, a piece that is inside.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(match),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<Record<string, unknown> & z.infer<typeof match>>(sql`
      with wanted as (
        select 1 as rank, 'shipment' as by, id, null::text as box, null::uuid as box_id
        from shipment
        where number = upper(${code})
        union all
        select 2, 'box', shipment_id, box_number, handling_unit_id from shipment_box
        where box_number = upper(${code}) and released_at is null
        union all
        select 3, 'tracking', id, null, null from shipment where tracking_number = ${code}
        union all
        select 4, 'serial', l.shipment_id, null, null from serial_unit su
        join shipment_line l on l.serial_id = su.id and l.removed_at is null
        join shipment open on open.id = l.shipment_id
          and open.state in ('packing', 'in-transit', 'partly-received')
        where su.serial_number = ${code} and l.received + l.lost = 0
      )
      select w.by, s.id as "shipmentId", s.number, s.state, w.box as "boxNumber",
             w.box_id as "boxId", s.from_site_id as "fromSiteId", s.to_site_id as "toSiteId"
      from wanted w join shipment s on s.id = w.id
      where ${visible(read)}
      order by w.rank, s.created_at desc
      limit 20`);
    return [...rows].map((row) => ({ ...row }));
  },
});
