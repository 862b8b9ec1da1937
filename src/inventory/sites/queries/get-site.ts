/** One site with its zones and how many locations there are of each kind. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { siteView } from '../../contract.ts';
import { getSite } from '../store.ts';

const zoneView = z.strictObject({
  id,
  code: z.string(),
  name: z.string().nullable(),
  parentId: id.nullable(),
  /** 0 is a zone of the site itself. */
  depth: z.int(),
  locations: z.int(),
  version: z.int(),
});
export type ZoneView = z.infer<typeof zoneView>;

export const getSiteDetail = defineQuery({
  name: 'sites.get',
  permission: 'sites.view',
  summary: 'One site with its zones and the number of its locations of each kind.',
  input: z.strictObject({ siteId: id }),
  output: siteView.extend({
    version: z.int(),
    retiredAt: z.iso.datetime().nullable(),
    /** Zones in the order of the tree: a zone stands before what lies in it. */
    zones: z.array(zoneView),
    kinds: z.array(z.strictObject({ kind: z.string(), locations: z.int() })),
  }),
  errors: ['inventory.unknown-site'],
  run: async (read, { siteId }) => {
    const site = await getSite(read, siteId);
    const zones = await read.db.execute<Record<string, unknown> & ZoneView>(sql`
      with recursive tree as (
        select id, code, name, parent_id, version, 0 as depth, array[code] as path
        from location where site_id = ${siteId}::uuid and holds_locations and parent_id is null
        union all
        select l.id, l.code, l.name, l.parent_id, l.version, tree.depth + 1, tree.path || l.code
        from location l join tree on tree.id = l.parent_id where l.holds_locations
      )
      select id, code, name, parent_id as "parentId", depth, version, (
        select count(*)::int from location l where l.parent_id = tree.id and l.holds_stock
      ) as locations
      from tree order by path`);
    const kinds = await read.db.execute<{ kind: string; locations: number }>(sql`
      select kind, count(*)::int as locations from location
      where site_id = ${siteId}::uuid and is_live group by kind order by kind`);
    const { code, nameEn, nameZh, address, phone, version, retiredAt } = site;
    return {
      ...{ id: siteId, code, nameEn, nameZh, address, phone, version },
      retiredAt: retiredAt?.toISOString() ?? null,
      zones: [...zones],
      kinds: [...kinds],
    };
  },
});
