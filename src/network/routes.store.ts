/** Reads return routes; which of them is taken is decided by the rule. */
import { sql } from 'drizzle-orm';
import type { Read } from '../platform/work.ts';
import type { Returned, Route } from './return-route.rules.ts';

export interface RouteRow extends Route, Record<string, unknown> {
  readonly toSiteId: string | null;
  readonly toPartyId: string | null;
}

/** The live routes that may concern a return from a site; null when there is no such part. */
export async function readRoutes(
  read: Read,
  { fromSiteId, partId }: { readonly fromSiteId: string; readonly partId: string },
): Promise<readonly RouteRow[]> {
  const rows = await read.db.execute<RouteRow>(sql`
    select r.id, r.from_site_id as "fromSiteId", r.part_id as "partId", r.category,
           r.part_class as "partClass", r.condition, r.to_site_id as "toSiteId",
           r.to_party_id as "toPartyId"
    from return_route r
    where r.retired_at is null
      and (r.from_site_id is null or r.from_site_id = ${fromSiteId}::uuid)
      and (r.part_id is null or r.part_id = ${partId}::uuid)
      and r.to_site_id is distinct from ${fromSiteId}::uuid
    order by r.id`);
  return [...rows];
}

/** What the rule has to know of a part; null when there is none. */
export async function readReturnedPart(
  read: Read,
  partId: string,
): Promise<Pick<Returned, 'partId' | 'category' | 'isRepairable'> | null> {
  const [row] = await read.db.execute<
    Record<string, unknown> & Pick<Returned, 'partId' | 'category' | 'isRepairable'>
  >(sql`
    select id as "partId", category, is_repairable as "isRepairable"
    from part where id = ${partId}::uuid`);
  return row ?? null;
}
