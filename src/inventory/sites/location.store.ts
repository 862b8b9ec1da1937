/**
 * Changes locations. That stock never lies in a zone or a retired place, and that bins lie in zones of
 * their own site, is kept by keys; here it is only said what a broken key means.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import { platformErrors } from '../../platform/platform-errors.ts';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { type LocationRow, lockSite } from './store.ts';
import { location } from './tables.ts';

/** A location of a site, locked after the site, so that two changes never wait for each other in a circle. */
export type LockedLocation = LocationRow & { readonly siteId: string };

/**
 * Locks a location of a site the caller may see, and the site before it.
 * @throws inventory.unknown-location, platform.stale-version
 */
export async function lockLocation(
  work: Work,
  locationId: string,
  version: number,
): Promise<LockedLocation> {
  const missing = inventoryErrors.error('unknown-location');
  const ofId = eq(location.id, locationId);
  const [found] = await work.db.select({ siteId: location.siteId }).from(location).where(ofId);
  if (found === undefined || found.siteId === null) throw missing;
  work.requireScope(found.siteId, missing);
  await lockSite(work, found.siteId, null);
  const [row] = await work.db.select().from(location).where(ofId).for('no key update');
  if (row === undefined) throw missing;
  if (row.version !== version) throw platformErrors.error('stale-version');
  return { ...row, siteId: found.siteId };
}

/** Changes a location that is locked. */
export async function changeLocation(
  work: Work,
  locationId: string,
  values: Partial<
    Pick<
      typeof location.$inferInsert,
      'code' | 'name' | 'parentId' | 'pickSequence' | 'custodianId' | 'retiredAt'
    >
  >,
): Promise<void> {
  await work.db
    .update(location)
    .set({ ...values, version: sql`${location.version} + 1` })
    .where(eq(location.id, locationId));
}

/** Says what it means when the place of a location, its code or its keeper is refused. */
export function refuseBadPlace(work: Work, code: string): void {
  work.refuseAs('location_code', async () =>
    inventoryErrors.error('location-code-taken', { code }),
  );
  work.refuseAs('location_in_zone', async () => inventoryErrors.error('not-a-zone'));
  work.refuseAs('location_not_in_itself', async () => inventoryErrors.error('not-a-zone'));
  work.refuseAs('location_in_site', async () => inventoryErrors.error('site-retired'));
  work.refuseAs('location_van_custodian', async () => inventoryErrors.error('custodian-required'));
}

/** Why locations cannot be retired: the first that holds stock, else the first zone with locations. */
async function explainRetiring(read: Read, ids: readonly string[]): Promise<DomainError> {
  const wanted = sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
  const [full] = await read.db.execute<{ code: string; quantity: number; piles: number }>(sql`
    select l.code, sum(b.on_hand)::bigint as quantity, count(*)::int as piles
    from bucket b join location l on l.id = b.location_id
    where b.holds_stock and l.id in ${wanted}
    group by l.code order by l.code limit 1`);
  if (full !== undefined) {
    const { code, ...counted } = full;
    return inventoryErrors.error('location-not-empty', { location: code, ...counted });
  }
  const [zone] = await read.db.execute<{ code: string; count: number }>(sql`
    select z.code, count(*)::int as count
    from location l join location z on z.id = l.parent_id
    where l.is_live and z.id in ${wanted}
    group by z.code order by z.code limit 1`);
  const { code = null, count = 0 } = zone ?? {};
  return inventoryErrors.error('zone-not-empty', { location: code, count });
}

/** Retires locations of a locked site in one statement, zones and what lies in them alike. */
export async function retireLocations(work: Work, ids: readonly string[]): Promise<void> {
  work.refuseAs('bucket_location_holds_stock', (read) => explainRetiring(read, ids));
  work.refuseAs('location_in_zone', (read) => explainRetiring(read, ids));
  await work.db.execute(sql`
    update location set retired_at = ${work.now.toISOString()}::timestamptz, version = version + 1
    where is_live and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`);
}

/** Ids of the locations of a site that are in use. */
export async function liveLocationIds(read: Read, siteId: string): Promise<readonly string[]> {
  const rows = await read.db
    .select({ id: location.id })
    .from(location)
    .where(and(eq(location.siteId, siteId), location.isLive));
  return rows.map(({ id }) => id);
}

/** How many locations of a kind a site has in use. */
export function countOfKind(read: Read, siteId: string, kind: string): Promise<number> {
  const ofKind = and(eq(location.siteId, siteId), eq(location.kind, kind), location.isLive);
  return read.db.$count(location, ofKind);
}

/** Vans and other places in the keeping of a person, by code. */
export async function locationsOfCustodian(
  read: Read,
  personId: string,
): Promise<readonly LocationRow[]> {
  return read.db
    .select()
    .from(location)
    .where(and(eq(location.custodianId, personId), location.isLive))
    .orderBy(location.code);
}
