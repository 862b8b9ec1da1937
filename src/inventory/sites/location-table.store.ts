/**
 * Locations as the rows of a table, many at a time. Columns and locks; what a row may say was decided
 * before.
 */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { withinScopes } from './store.ts';

/** A location as a row of a table says it. */
export interface LocationCells {
  readonly site: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string | null;
  /** Code of the zone it lies in. */
  readonly zone: string | null;
  readonly pickSequence: number | null;
}

/** A stored location with its id. */
export type StoredLocation = LocationCells & { readonly id: string };

/** Every location in use of the caller's sites, in walking order. */
export async function storedLocations(read: Read): Promise<readonly StoredLocation[]> {
  const rows = await read.db.execute<StoredLocation & Record<string, unknown>>(sql`
    select l.id, s.code as site, l.code, l.kind, l.name, z.code as zone,
           l.pick_sequence as "pickSequence"
    from location l
    join site s on s.id = l.site_id
    left join location z on z.id = l.parent_id
    where l.retired_at is null and ${withinScopes(read, sql`l.site_id`)}
    order by s.code, l.pick_sequence nulls last, l.code`);
  return [...rows];
}

/** A site by its code. */
export interface NamedSite extends Record<string, unknown> {
  readonly id: string;
  readonly code: string;
  readonly isOpen: boolean;
  /** Whether the caller's right holds there. */
  readonly isOwn: boolean;
}

/** Every site by its code; which of them are the caller's is said. */
export async function sitesByCode(read: Read): Promise<ReadonlyMap<string, NamedSite>> {
  const rows = await read.db.execute<NamedSite>(sql`
    select id, code, is_open as "isOpen", ${withinScopes(read, sql`id`)} as "isOwn" from site`);
  return new Map([...rows].map((row) => [row.code, row]));
}

/** Those of the codes that some location has, in use or not. */
export async function locationCodesTaken(
  read: Read,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await read.db.execute<{ code: string }>(sql`
    select code from location
    where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`);
  return new Set([...rows].map(({ code }) => code));
}

/**
 * Adds and changes locations of sites the caller may change, in two statements under the lock of
 * their sites.
 * @throws inventory.location-code-taken, not-a-zone, site-retired
 */
export async function writeLocations(
  work: Work,
  rows: readonly (LocationCells & { readonly id: string | null })[],
): Promise<void> {
  const json = JSON.stringify(
    rows.map((row) => ({ ...row, id: row.id ?? work.newId(), isNew: row.id === null })),
  );
  const given = sql`jsonb_to_recordset(${json}::jsonb) as r (id uuid, "isNew" boolean, site text,
    code text, kind text, name text, zone text, "pickSequence" int)`;
  work.refuseAs('location_code', async () => inventoryErrors.error('location-code-taken'));
  work.refuseAs('location_in_zone', async () => inventoryErrors.error('not-a-zone'));
  work.refuseAs('location_in_site', async () => inventoryErrors.error('site-retired'));
  await work.db.execute(sql`
    select id from site where code in (select r.site from ${given})
    order by id for no key update`);
  // A zone of the same file has its id in the file only.
  const zoneId = sql`coalesce((select n.id from given n where n."isNew" and n.code = r.zone),
                              (select z.id from location z where z.code = r.zone))`;
  await work.db.execute(sql`
    with given as (select * from ${given})
    insert into location (id, code, kind, site_id, name, parent_id, pick_sequence, created_at)
    select r.id, r.code, r.kind, s.id, r.name, ${zoneId}, r."pickSequence",
           ${work.now.toISOString()}::timestamptz
    from given r join site s on s.code = r.site
    where r."isNew"`);
  await work.db.execute(sql`
    update location l
    set name = r.name, pick_sequence = r."pickSequence", version = l.version + 1,
        parent_id = (select z.id from location z where z.code = r.zone)
    from ${given} where not r."isNew" and l.id = r.id`);
}
