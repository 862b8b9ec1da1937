/** Shipments by what they wait for, by site and by number, parcel or order. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { paging, shipmentKinds, shipmentSummary } from '../contract.ts';
import { overdue, selectShipments } from './shipment-summaries.ts';

/** Piles of work, each a place where a shipment waits for somebody. */
export const shipmentQueues = [
  'all',
  'to-pack',
  'to-ship',
  'in-transit',
  'overdue',
  'received',
  'lost',
  'cancelled',
] as const;

const loose = sql`exists (select from shipment_line l where l.shipment_id = s.id
  and l.removed_at is null and l.handling_unit_id is null and not l.is_unboxed)`;
const filled = sql`exists (select from shipment_line l where l.shipment_id = s.id
  and l.removed_at is null)`;

const simple = {
  all: sql`true`,
  'to-pack': sql`s.state = 'packing' and ${loose}`,
  'to-ship': sql`s.state = 'packing' and ${filled} and not ${loose}`,
  'in-transit': sql`s.state in ('in-transit', 'partly-received')`,
  received: sql`s.state = 'received'`,
  lost: sql`(s.state = 'lost' or exists (select from shipment_line l
    where l.shipment_id = s.id and l.lost > 0))`,
  cancelled: sql`s.state = 'cancelled'`,
} as const;

export const listShipments = defineQuery({
  name: 'shipments.list',
  permission: 'shipments.view',
  summary: 'Shipments by what they wait for, by site and by number, parcel or order.',
  input: z.strictObject({
    queue: z.enum(shipmentQueues).default('all'),
    kind: z.enum(shipmentKinds).nullable().default(null),
    fromSiteId: id.nullable().default(null),
    toSiteId: id.nullable().default(null),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), shipments: z.array(shipmentSummary) }),
  errors: [],
  run: async (read, { queue, kind, fromSiteId, toSiteId, search, page, limit }) => {
    const like = containing(search);
    const waiting = queue === 'overdue' ? overdue(read.now) : simple[queue];
    const where = sql`${waiting}
      and (${kind}::text is null or s.kind = ${kind}::text)
      and (${fromSiteId}::uuid is null or s.from_site_id = ${fromSiteId}::uuid)
      and (${toSiteId}::uuid is null or s.to_site_id = ${toSiteId}::uuid)
      and (${search} = '' or s.number ilike ${like} or s.tracking_number ilike ${like}
        or s.document_number ilike ${like}
        or exists (select from shipment_box b where b.shipment_id = s.id and b.box_number ilike ${like})
        or exists (
          select from shipment_line l join allocation a on a.id = l.allocation_id
          join stock_order_line ol on ol.id = a.order_line_id
          join stock_order o on o.id = ol.order_id
          where l.shipment_id = s.id and o.number ilike ${like}))`;
    return selectShipments(read, where, { limit, offset: (page - 1) * limit });
  },
});
