/**
 * The piles and pieces from which kits take their components: our own, free to promise, not past their
 * last day, in no box. Reads and locks; what is taken is decided elsewhere.
 */
import { sql } from 'drizzle-orm';
import { type Condition, ourCompany, type Pile } from '../inventory/index.ts';
import { isoDay } from '../platform/clock.ts';
import type { Read, Work } from '../platform/work.ts';

/** A pile with what nobody holds of it. */
export interface Source {
  readonly id: string;
  readonly pile: Pile;
  readonly free: number;
  readonly lotNumber: string | null;
  /** `YYYY-MM-DD`. */
  readonly expiresOn: string | null;
}

interface SourceRow extends Record<string, unknown> {
  id: string;
  part_id: string;
  location_id: string;
  condition: Condition;
  lot_id: string | null;
  lot_number: string | null;
  expires_on: string | null;
  free: number;
}

/** Where components are looked for. */
export interface SourcePlaces {
  readonly siteId: string;
  /** These places; without any, the storage of the site and `besides`. */
  readonly locationIds: readonly string[];
  readonly besides: string;
}

/**
 * The piles of these parts there, locked until the end, in the order in which they are used up: what
 * expires first, refurbished before new, what came first.
 */
export async function lockSources(
  work: Work,
  partIds: readonly string[],
  { siteId, locationIds, besides }: SourcePlaces,
): Promise<readonly Source[]> {
  const named = JSON.stringify(locationIds);
  // Locked in id order like every posting does, then looked at again in the order of use.
  await work.db.execute(sql`
    select b.id from bucket b
    join location l on l.id = b.location_id
    where b.part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
      and l.site_id = ${siteId}::uuid and b.owner_id = ${ourCompany}::uuid and b.on_hand > 0
    order by b.id
    for no key update of b`);
  const rows = await work.db.execute<SourceRow>(sql`
    select b.id, b.part_id, b.location_id, b.condition, b.lot_id, lot.lot_number, lot.expires_on,
           b.on_hand - b.reserved as free
    from bucket b
    join location l on l.id = b.location_id and l.is_allocatable
    join condition c on c.code = b.condition and c.is_allocatable
    left join lot on lot.id = b.lot_id
    where b.part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
      and l.site_id = ${siteId}::uuid and b.owner_id = ${ourCompany}::uuid
      and b.handling_unit_id is null and b.on_hand > b.reserved
      and coalesce(lot.expires_on >= ${isoDay(work.now)}, true)
      and (b.location_id in (select jsonb_array_elements_text(${named}::jsonb)::uuid)
           or (${named}::jsonb = '[]'::jsonb
               and (l.kind = 'storage' or b.location_id = ${besides}::uuid)))
    order by lot.expires_on nulls last, b.condition,
             (select min(m.seq) from movement m where m.to_bucket_id = b.id), b.id`);
  return rows.map((row) => ({
    id: row.id,
    free: row.free,
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    pile: {
      partId: row.part_id,
      locationId: row.location_id,
      condition: row.condition,
      ownerId: ourCompany,
      lotId: row.lot_id,
      handlingUnitId: null,
    },
  }));
}

/** A piece of a component. */
export interface Piece {
  readonly id: string;
  readonly partId: string;
  readonly serialNumber: string;
  readonly bucketId: string;
}

/** The free pieces of these parts with these serial numbers. */
export async function freePieces(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
  serialNumbers: readonly string[],
): Promise<readonly Piece[]> {
  if (serialNumbers.length === 0) return [];
  const rows = await read.db.execute<Piece & Record<string, unknown>>(sql`
    select id, part_id as "partId", serial_number as "serialNumber", bucket_id as "bucketId"
    from serial_unit
    where part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
      and serial_number in (select jsonb_array_elements_text(${JSON.stringify(serialNumbers)}::jsonb))
      and hold_id is null and bucket_id is not null`);
  return [...rows];
}

/** So much of a part that is free in the storage of a site. */
export interface FreeAtSite extends Record<string, unknown> {
  readonly siteId: string;
  readonly siteCode: string;
  readonly partId: string;
  readonly free: number;
}

/** What is free of these parts in the storage of each of the sites. */
export async function freeInStorage(
  read: Read,
  partIds: readonly string[],
  within: ReturnType<typeof sql>,
): Promise<readonly FreeAtSite[]> {
  const rows = await read.db.execute<FreeAtSite>(sql`
    select site.id as "siteId", site.code as "siteCode", b.part_id as "partId",
           sum(b.on_hand - b.reserved)::bigint as free
    from bucket b
    join location l on l.id = b.location_id and l.kind = 'storage'
    join site on site.id = l.site_id
    join condition c on c.code = b.condition and c.is_allocatable
    left join lot on lot.id = b.lot_id
    where b.part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
      and b.owner_id = ${ourCompany}::uuid and b.handling_unit_id is null
      and b.on_hand > b.reserved and coalesce(lot.expires_on >= ${isoDay(read.now)}, true)
      and ${within}
    group by site.id, site.code, b.part_id
    order by site.code`);
  return [...rows];
}
