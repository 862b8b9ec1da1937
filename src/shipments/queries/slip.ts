/**
 * What the packing slip of a shipment says: as things are while it is being packed, as they were when
 * it left ever after.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { shipmentSlip } from '../contract.ts';
import { getShipmentRow, type ShipmentRow } from '../store.ts';
import { selectLineViews } from './shipment-lines.ts';
import { boxViews } from './shipment-parts.ts';

type Ends = Record<string, unknown> & {
  from: z.infer<typeof shipmentSlip>['from'];
  to: z.infer<typeof shipmentSlip>['to'];
};

/** The slip as things are now. */
export async function slipOf(read: Read, row: ShipmentRow): Promise<z.infer<typeof shipmentSlip>> {
  const rows = await read.db.execute<Ends>(sql`
    select jsonb_build_object('code', f.code, 'nameEn', f.name_en, 'nameZh', f.name_zh,
                              'contactName', null, 'address', f.address, 'phone', f.phone) as "from",
           jsonb_build_object(
             'code', coalesce(tl.code, t.code, p.code), 'nameEn', coalesce(t.name_en, p.name_en),
             'nameZh', coalesce(t.name_zh, p.name_zh), 'contactName', p.contact_name,
             'address', coalesce(s.ship_to, t.address, p.address),
             'phone', coalesce(t.phone, p.phone)) as "to"
    from shipment s
    join site f on f.id = s.from_site_id
    left join site t on t.id = s.to_site_id
    left join location tl on tl.id = s.to_location_id
    left join party p on p.id = s.to_party_id
    where s.id = ${row.id}::uuid`);
  const ends = rows[0];
  return shipmentSlip.parse({
    number: row.number,
    issuedAt: (row.shippedAt ?? read.now).toISOString(),
    from: ends?.from,
    to: ends?.to,
    carrier: row.carrier,
    trackingNumber: row.trackingNumber,
    promisedAt: row.promisedAt?.toISOString() ?? null,
    boxes: await boxViews(read, row.id),
    contents: await selectLineViews(read, sql`l.shipment_id = ${row.id}::uuid`),
  });
}

export const getShipmentSlip = defineQuery({
  name: 'shipments.slip',
  permission: 'shipments.view',
  summary: 'What the packing slip of a shipment says; unchanged from the moment it left.',
  input: z.strictObject({ shipmentId: id }),
  output: shipmentSlip,
  errors: ['shipments.unknown-shipment'],
  run: async (read, { shipmentId }) => {
    const row = await getShipmentRow(read, shipmentId);
    return row.slip === null ? slipOf(read, row) : shipmentSlip.parse(row.slip);
  },
});
