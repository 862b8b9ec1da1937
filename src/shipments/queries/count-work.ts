/** How much waits to be picked, packed, shipped and received; the numbers on the desk. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { overdue, visible } from './shipment-summaries.ts';

const counts = z.strictObject({
  toPick: z.int(),
  toPack: z.int(),
  toShip: z.int(),
  inTransit: z.int(),
  overdue: z.int(),
});

export const countShipmentWork = defineQuery({
  name: 'shipments.count-work',
  permission: 'shipments.view',
  summary:
    'How many promises wait to be picked, and how many shipments to be packed, sent, received.',
  input: z.strictObject({ siteId: id.nullable().default(null) }),
  output: counts,
  errors: [],
  run: async (read, { siteId }) => {
    const rows = await read.db.execute<z.infer<typeof counts> & Record<string, unknown>>(sql`
      with own as (
        select s.*, ${overdue(read.now)} as late,
               exists (select from shipment_line l where l.shipment_id = s.id
                       and l.removed_at is null) as filled,
               exists (select from shipment_line l where l.shipment_id = s.id
                       and l.removed_at is null and l.handling_unit_id is null
                       and not l.is_unboxed) as loose
        from shipment s
        where ${visible(read)} and s.state in ('packing', 'in-transit', 'partly-received')
          and (${siteId}::uuid is null or s.from_site_id = ${siteId}::uuid
               or s.to_site_id = ${siteId}::uuid)
      )
      select (select count(*)::int from allocation a where a.state = 'held'
                and ${withinScopes(read, sql`a.site_id`)}
                and (${siteId}::uuid is null or a.site_id = ${siteId}::uuid)) as "toPick",
             count(*) filter (where state = 'packing' and loose)::int as "toPack",
             count(*) filter (where state = 'packing' and filled and not loose)::int as "toShip",
             count(*) filter (where state <> 'packing')::int as "inTransit",
             count(*) filter (where late)::int as overdue
      from own`);
    const none = { toPick: 0, toPack: 0, toShip: 0, inTransit: 0, overdue: 0 };
    return { ...(rows[0] ?? none) };
  },
});
