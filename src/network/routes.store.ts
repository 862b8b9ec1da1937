/** Reads and writes return routes; which of them is taken is decided by the rule. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { platformErrors } from '../platform/platform-errors.ts';
import type { Read, Work } from '../platform/work.ts';
import { networkErrors } from './errors.ts';
import type { Returned, Route } from './return-route.rules.ts';
import { returnRoute } from './tables.ts';

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

type RouteValues = Omit<typeof returnRoute.$inferInsert, 'id' | 'createdAt' | 'version'>;

/** Says what it means when a route is refused. */
export function refuseBadRoute(work: Work): void {
  work.refuseAs('return_route_once', async () => networkErrors.error('route-exists'));
  work.refuseAs('return_route_two_sites', async () => networkErrors.error('route-to-itself'));
  work.refuseAs('return_route_one_end', async () => networkErrors.error('route-end-unfit'));
}

/**
 * Locks a route. One that holds for every site exists only for somebody who may change it.
 * @throws network.unknown-route, platform.stale-version
 */
export async function lockRoute(work: Work, routeId: string, version: number): Promise<void> {
  const ofId = and(eq(returnRoute.id, routeId), isNull(returnRoute.retiredAt));
  const [row] = await work.db.select().from(returnRoute).where(ofId).for('no key update');
  const missing = networkErrors.error('unknown-route');
  if (row === undefined) throw missing;
  if (row.fromSiteId !== null) work.requireScope(row.fromSiteId, missing);
  else if (work.scopes !== 'all') throw missing;
  if (row.version !== version) throw platformErrors.error('stale-version');
}

/** Adds a route and answers its id. */
export async function addRouteRow(work: Work, values: RouteValues): Promise<string> {
  const routeId = work.newId();
  await work.db.insert(returnRoute).values({ ...values, id: routeId, createdAt: work.now });
  return routeId;
}

/** Changes a route that is locked. */
export async function changeRouteRow(
  work: Work,
  routeId: string,
  values: Partial<RouteValues>,
): Promise<void> {
  await work.db
    .update(returnRoute)
    .set({ ...values, version: sql`${returnRoute.version} + 1` })
    .where(eq(returnRoute.id, routeId));
}
