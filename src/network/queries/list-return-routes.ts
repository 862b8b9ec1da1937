/** Where returned parts go: the routes in use. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { defineQuery } from '../../platform/query.ts';
import { type RouteView, routeView } from '../contract.ts';

export const listReturnRoutes = defineQuery({
  name: 'network.list-return-routes',
  permission: 'sites.view',
  summary: 'Where returned parts go: the routes in use, the most particular first.',
  input: z.strictObject(paging),
  output: z.strictObject({ total: z.int(), routes: z.array(routeView) }),
  errors: [],
  run: async (read, { page, limit }) => {
    const rows = await read.db.execute<RouteView & { total: number } & Record<string, unknown>>(sql`
      select r.id, r.from_site_id as "fromSiteId", f.code as "fromSiteCode", r.part_id as "partId",
             p.part_number as "partNumber", r.category, r.part_class as "partClass", r.condition,
             r.to_site_id as "toSiteId", t.code as "toSiteCode", r.to_party_id as "toPartyId",
             y.code as "toPartyCode", y.kind as "toPartyKind", r.note, r.version,
             count(*) over ()::int as total
      from return_route r
      left join site f on f.id = r.from_site_id
      left join site t on t.id = r.to_site_id
      left join part p on p.id = r.part_id
      left join party y on y.id = r.to_party_id
      where r.retired_at is null
      order by r.part_id is null, r.category is null, r.part_class is null, r.from_site_id is null,
               r.condition is null, p.part_number, r.category, r.part_class, f.code, r.condition, r.id
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: rows[0]?.total ?? 0,
      routes: rows.map(({ total: _, ...row }) => row),
    };
  },
});
