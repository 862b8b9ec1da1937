/**
 * Reads and writes sites and their locations. A location outside the caller's sites does not exist
 * for him.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import { statement } from '../../platform/db/statement.ts';
import { platformErrors } from '../../platform/platform-errors.ts';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { firstKinds } from './location-kind.rules.ts';
import { location, site } from './tables.ts';

export type LocationRow = typeof location.$inferSelect;
export type SiteRow = typeof site.$inferSelect;

/** The site, within the caller's scope. @throws inventory.unknown-site */
export async function getSite(read: Read, siteId: string): Promise<SiteRow> {
  read.requireScope(siteId, inventoryErrors.error('unknown-site'));
  const [row] = await read.db.select().from(site).where(eq(site.id, siteId));
  if (row === undefined) throw inventoryErrors.error('unknown-site');
  return row;
}

/** A location of a site, within the caller's scope. @throws inventory.unknown-location */
export async function getSiteLocation(
  read: Read,
  locationId: string,
): Promise<LocationRow & { siteId: string }> {
  const [row] = await read.db.select().from(location).where(eq(location.id, locationId));
  if (row === undefined || row.siteId === null) throw inventoryErrors.error('unknown-location');
  read.requireScope(row.siteId, () => inventoryErrors.error('unknown-location'));
  return { ...row, siteId: row.siteId };
}

/** Refuses a location that the caller may not use. @throws inventory.unknown-location */
export async function requireSiteLocation(read: Read, locationId: string): Promise<void> {
  const [row] = await read.rows<{ site_id: string }>(statement`
    select site_id from location where id = ${locationId}::uuid and site_id is not null`);
  if (row === undefined) throw inventoryErrors.error('unknown-location');
  read.requireScope(row.site_id, () => inventoryErrors.error('unknown-location'));
}

/** The first location of a kind at a site, by code; null when the site has none. */
export async function findLocationOfKind(
  db: Database,
  siteId: string,
  kind: string,
): Promise<LocationRow | null> {
  const [row] = await db
    .select()
    .from(location)
    .where(and(eq(location.siteId, siteId), eq(location.kind, kind), isNull(location.retiredAt)))
    .orderBy(location.code)
    .limit(1);
  return row ?? null;
}

/** Where in SQL the caller may look, as a condition on a site id column. */
export function withinScopes(read: Pick<Read, 'scopes'>, siteId: unknown) {
  if (read.scopes === 'all') return sql`true`;
  const ids = JSON.stringify([...read.scopes]);
  return sql`${siteId} in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`;
}

/** Ids of the locations the caller may use, by code. */
export async function locationsByCode(read: Read): Promise<Map<string, string>> {
  const rows = await read.db
    .select({ id: location.id, code: location.code })
    .from(location)
    .where(sql`${withinScopes(read, location.siteId)} and ${location.siteId} is not null
      and ${location.holdsStock}`);
  return new Map(rows.map((row) => [row.code, row.id]));
}

/**
 * Locks a site against other changes of it and of its set of locations; stock may move meanwhile.
 * @param version what the caller saw; null when it does not matter
 * @throws inventory.unknown-site, platform.stale-version
 */
export async function lockSite(
  work: Work,
  siteId: string,
  version: number | null,
): Promise<SiteRow> {
  work.requireScope(siteId, inventoryErrors.error('unknown-site'));
  const [row] = await work.db.select().from(site).where(eq(site.id, siteId)).for('no key update');
  if (row === undefined) throw inventoryErrors.error('unknown-site');
  if (version !== null && version !== row.version) throw platformErrors.error('stale-version');
  return row;
}

/** Changes a site that is locked. */
export async function changeSite(
  work: Work,
  siteId: string,
  values: Partial<Omit<typeof site.$inferInsert, 'id' | 'createdAt' | 'version'>>,
): Promise<void> {
  await work.db
    .update(site)
    .set({ ...values, version: sql`${site.version} + 1` })
    .where(eq(site.id, siteId));
}

/** Adds a site under an id that was checked against the caller's sites. */
export async function addSite(
  work: Work,
  values: Omit<typeof site.$inferInsert, 'createdAt'>,
): Promise<void> {
  await work.db.insert(site).values({ ...values, createdAt: work.now });
}

/** Adds a location and answers its id. */
export async function addLocation(
  work: Work,
  values: Omit<typeof location.$inferInsert, 'id' | 'createdAt'>,
): Promise<string> {
  const locationId = work.newId();
  await work.db.insert(location).values({ ...values, id: locationId, createdAt: work.now });
  return locationId;
}

/** Takes the locations back into use that a site cannot do without. */
export async function reopenFirstLocations(work: Work, siteId: string): Promise<void> {
  await work.db
    .update(location)
    .set({ retiredAt: null, version: sql`${location.version} + 1` })
    .where(
      and(
        eq(location.siteId, siteId),
        inArray(location.kind, firstKinds),
        isNull(location.parentId),
      ),
    );
}
