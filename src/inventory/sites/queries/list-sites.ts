/** The sites the caller may see, each with its locations that hold stock, in walking order. */
import { asc, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { locationView, siteView } from '../../contract.ts';
import { withinScopes } from '../store.ts';
import { location, site } from '../tables.ts';

export const listSites = defineQuery({
  name: 'sites.list',
  permission: 'sites.view',
  summary: 'The sites in use that the caller may see, each with the locations that hold stock.',
  input: z.strictObject({}),
  output: z.array(siteView.extend({ locations: z.array(locationView) })),
  errors: [],
  run: async (read) => {
    const [sites, locations] = await Promise.all([
      read.db
        .select()
        .from(site)
        .where(sql`${withinScopes(read, site.id)} and ${isNull(site.retiredAt)}`)
        .orderBy(asc(site.code)),
      read.db
        .select()
        .from(location)
        .where(sql`${withinScopes(read, location.siteId)} and ${location.holdsStock}`)
        .orderBy(asc(location.code)),
    ]);
    const places = new Map(sites.map(({ id }) => [id, [] as (typeof locations)[number][]]));
    for (const place of locations) places.get(place.siteId ?? '')?.push(place);
    return sites.map(({ id: siteId, code: siteCode, nameEn, nameZh, address, phone }) => ({
      ...{ id: siteId, code: siteCode, nameEn, nameZh, address, phone },
      locations: (places.get(siteId) ?? []).map(({ id, code, kind }) => ({
        ...{ id, code, kind, siteId, siteCode },
      })),
    }));
  },
});
