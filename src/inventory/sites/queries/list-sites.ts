/** The sites the caller may see, each with its locations. */
import { asc, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { locationView, siteView } from '../../contract.ts';
import { withinScopes } from '../store.ts';
import { location, site } from '../tables.ts';

export const listSites = defineQuery({
  name: 'sites.list',
  permission: 'sites.view',
  summary: 'The sites the caller may see, each with its locations.',
  input: z.strictObject({}),
  output: z.array(siteView.extend({ locations: z.array(locationView) })),
  errors: [],
  run: async (read) => {
    const [sites, locations] = await Promise.all([
      read.db.select().from(site).where(withinScopes(read, site.id)).orderBy(asc(site.code)),
      read.db
        .select()
        .from(location)
        .where(sql`${withinScopes(read, location.siteId)} and ${isNull(location.retiredAt)}`)
        .orderBy(asc(location.code)),
    ]);
    return sites.map(({ createdAt: _, ...row }) => ({
      ...row,
      locations: locations
        .filter((place) => place.siteId === row.id)
        .map(({ id, code, kind, siteId }) => ({ id, code, kind, siteId, siteCode: row.code })),
    }));
  },
});
