/** The locations of a site in walking order, by zone, kind or text. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import { locationKinds, paging } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { getSite } from '../store.ts';
import { locationDetail, locationRows } from './location-rows.ts';

export const listLocations = defineQuery({
  name: 'sites.list-locations',
  permission: 'sites.view',
  summary: 'The locations of a site in walking order, by zone, kind or text.',
  input: z.strictObject({
    siteId: id,
    /** In this zone or in a zone below it. */
    zoneId: id.nullable().default(null),
    kind: z.enum(locationKinds).nullable().default(null),
    search: text(100, 0).default(''),
    /** Leaves out zones. */
    holdsStock: z.boolean().default(false),
    /** Shows what is out of use instead of what is in use. */
    isRetired: z.boolean().default(false),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), locations: z.array(locationDetail) }),
  errors: ['inventory.unknown-site'],
  run: async (read, { siteId, zoneId, kind, search, holdsStock, isRetired, page, limit }) => {
    await getSite(read, siteId);
    const like = containing(search);
    const where = sql`
      l.site_id = ${siteId}::uuid and (l.retired_at is not null) = ${isRetired}
      and (l.kind <> 'zone' or not ${holdsStock})
      and (${kind}::text is null or l.kind = ${kind})
      and (l.code ilike ${like} or l.name ilike ${like})
      and (${zoneId}::uuid is null or l.parent_id in (
        with recursive below as (
          select ${zoneId}::uuid as id
          union all
          select z.id from location z join below on below.id = z.parent_id where z.kind = 'zone'
        ) select id from below))`;
    const [counted] = await read.db.execute<{ total: number }>(
      sql`select count(*)::int as total from location l where ${where}`,
    );
    const rest = sql`limit ${limit} offset ${(page - 1) * limit}`;
    return {
      total: counted?.total ?? 0,
      locations: await locationRows(read, where, rest),
    };
  },
});
