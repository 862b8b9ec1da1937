/** Bins in which pickers found less than was promised, newest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { paging, shortReasons } from '../contract.ts';
import { iso } from './shipment-summaries.ts';

const shortPickView = z.strictObject({
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  siteCode: z.string(),
  locationId: id,
  locationCode: z.string(),
  wanted: z.int(),
  found: z.int(),
  reason: z.enum(shortReasons),
  note: z.string().nullable(),
  at: z.iso.datetime(),
  byName: z.string(),
});
type Row = Record<string, unknown> & z.infer<typeof shortPickView> & { total: number };

export const listShortPicks = defineQuery({
  name: 'shipments.short-picks',
  permission: 'shipments.view',
  summary: 'Bins in which pickers found less than was promised, newest first.',
  input: z.strictObject({ siteId: id.nullable().default(null), ...paging }),
  output: z.strictObject({ total: z.int(), rows: z.array(shortPickView) }),
  errors: [],
  run: async (read, { siteId, page, limit }) => {
    const rows = await read.db.execute<Row>(sql`
      select p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
             p.name_zh as "nameZh", site.code as "siteCode", l.id as "locationId",
             l.code as "locationCode", x.wanted, x.found, x.reason, x.note, x.at,
             x.by_name as "byName", count(*) over () as total
      from short_pick x
      join part p on p.id = x.part_id
      join location l on l.id = x.location_id
      join site on site.id = x.site_id
      where ${withinScopes(read, sql`x.site_id`)}
        and (${siteId}::uuid is null or x.site_id = ${siteId}::uuid)
      order by x.at desc, x.id desc
      limit ${limit} offset ${(page - 1) * limit}`);
    const found = [...rows].map(({ total: _, ...row }) => ({ ...row, at: iso(row.at) }));
    return { total: rows[0]?.total ?? 0, rows: found };
  },
});
