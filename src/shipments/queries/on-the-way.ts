/** What is on the road, box by box and lane by lane, with the promised arrival; the late ones first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { paging } from '../contract.ts';
import { iso, isoOrNull, overdue, visible } from './shipment-summaries.ts';

const boxOnTheWay = z.strictObject({
  shipmentId: id,
  number: z.string(),
  fromSiteCode: z.string(),
  toSiteCode: z.string().nullable(),
  toPartyCode: z.string().nullable(),
  laneId: id.nullable(),
  mode: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  boxNumber: z.string().nullable(),
  pieces: z.int(),
  shippedAt: z.iso.datetime(),
  promisedAt: z.iso.datetime().nullable(),
  isOverdue: z.boolean(),
});
type Row = Record<string, unknown> & z.infer<typeof boxOnTheWay> & { total: number };

export const listOnTheWay = defineQuery({
  name: 'shipments.on-the-way',
  permission: 'shipments.view',
  summary: 'What is on the road, box by box, with the promised arrival; the late ones first.',
  input: z.strictObject({
    fromSiteId: id.nullable().default(null),
    toSiteId: id.nullable().default(null),
    laneId: id.nullable().default(null),
    onlyOverdue: z.boolean().default(false),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), boxes: z.array(boxOnTheWay) }),
  errors: [],
  run: async (read, { fromSiteId, toSiteId, laneId, onlyOverdue, page, limit }) => {
    const rows = await read.db.execute<Row>(sql`
      select s.id as "shipmentId", s.number, f.code as "fromSiteCode", t.code as "toSiteCode",
             tp.code as "toPartyCode", s.lane_id as "laneId", s.mode, s.carrier,
             s.tracking_number as "trackingNumber", hu.number as "boxNumber",
             sum(l.shipped - l.received - l.lost)::bigint as pieces, s.shipped_at as "shippedAt",
             s.promised_at as "promisedAt", ${overdue(read.now)} as "isOverdue",
             count(*) over () as total
      from shipment s
      join shipment_line l on l.shipment_id = s.id and l.shipped > l.received + l.lost
      join site f on f.id = s.from_site_id
      left join site t on t.id = s.to_site_id
      left join party tp on tp.id = s.to_party_id
      left join handling_unit hu on hu.id = l.handling_unit_id
      where s.state in ('in-transit', 'partly-received') and ${visible(read)}
        and (${fromSiteId}::uuid is null or s.from_site_id = ${fromSiteId}::uuid)
        and (${toSiteId}::uuid is null or s.to_site_id = ${toSiteId}::uuid)
        and (${laneId}::uuid is null or s.lane_id = ${laneId}::uuid)
        and (not ${onlyOverdue} or ${overdue(read.now)})
      group by s.id, f.code, t.code, tp.code, hu.number
      order by s.promised_at nulls last, s.number, hu.number nulls last
      limit ${limit} offset ${(page - 1) * limit}`);
    const boxes = [...rows].map(({ total: _, ...row }) => ({
      ...row,
      pieces: Number(row.pieces),
      shippedAt: iso(row.shippedAt),
      promisedAt: isoOrNull(row.promisedAt),
    }));
    return { total: rows[0]?.total ?? 0, boxes };
  },
});
