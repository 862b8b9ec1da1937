/**
 * Which bins a choice means, in the order of the walk, without those another live count looks at. The
 * site is locked first, so that two counts opened at once see each other.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import type { UsageValue } from './abc.rules.ts';

/** One bin, as a whole or for one part. */
export interface ChosenBin {
  readonly locationId: string;
  readonly partId: string | null;
}

/** Lets only one count at a time be opened for a site. */
export async function lockSite(work: Work, siteId: string): Promise<void> {
  await work.db.execute(sql`select id from site where id = ${siteId}::uuid for no key update`);
}

/** Kinds of places that are counted when a whole site or zone is. */
const shelves = sql`l.kind in ('dock', 'storage', 'bench', 'van', 'quarantine', 'shipping')`;
const walk = sql`l.pick_sequence nulls last, l.code`;

async function bins(read: Pick<Read, 'db'>, query: SQL): Promise<ChosenBin[]> {
  return [...(await read.db.execute<Record<string, unknown> & ChosenBin>(query))];
}

/** The named bins of the site that are in use. */
export function namedBins(
  read: Pick<Read, 'db'>,
  siteId: string,
  locationIds: readonly string[],
): Promise<ChosenBin[]> {
  return bins(
    read,
    sql`select l.id as "locationId", null::uuid as "partId" from location l
        where l.site_id = ${siteId}::uuid and l.retired_at is null and l.kind <> 'zone'
          and l.id in (select jsonb_array_elements_text(${JSON.stringify(locationIds)}::jsonb)::uuid)
        order by ${walk}`,
  );
}

/** Every bin of the site, or of a zone and the zones in it. */
export function binsOfSite(
  read: Pick<Read, 'db'>,
  siteId: string,
  zoneId: string | null,
): Promise<ChosenBin[]> {
  return bins(
    read,
    sql`with recursive inside as (
          select l.id from location l
          where l.site_id = ${siteId}::uuid and l.id = ${zoneId}::uuid
          union
          select l.id from location l join inside on l.parent_id = inside.id
        )
        select l.id as "locationId", null::uuid as "partId" from location l
        where l.site_id = ${siteId}::uuid and l.retired_at is null and ${shelves}
          and (${zoneId}::uuid is null or l.parent_id in (select id from inside))
        order by ${walk}`,
  );
}

/** Every bin of the site where the books have the part. */
export function binsOfPart(
  read: Pick<Read, 'db'>,
  siteId: string,
  partId: string,
): Promise<ChosenBin[]> {
  return bins(
    read,
    sql`select l.id as "locationId", ${partId}::uuid as "partId" from location l
        where l.site_id = ${siteId}::uuid and exists (
          select from bucket b where b.location_id = l.id and b.part_id = ${partId}::uuid
            and b.on_hand > 0 and b.handling_unit_id is null)
        order by ${walk}`,
  );
}

/** What is due: parts in bins, not counted since a moment, of these parts, a sample of them. */
export interface DueWish {
  readonly siteId: string;
  readonly partIds: readonly string[] | null;
  readonly notSince: string | null;
  readonly sample: number | null;
  /** Decides which are in the sample; handed in. */
  readonly seed: string;
}

/** Bins and parts that meet the wish, in the order of the walk. */
export function dueBins(read: Pick<Read, 'db'>, wish: DueWish): Promise<ChosenBin[]> {
  const partIds = wish.partIds === null ? null : JSON.stringify(wish.partIds);
  return bins(
    read,
    sql`select "locationId", "partId" from (
          select l.id as "locationId", b.part_id as "partId", l.pick_sequence, l.code
          from bucket b join location l on l.id = b.location_id
          where l.site_id = ${wish.siteId}::uuid and ${shelves} and b.on_hand > 0
            and b.handling_unit_id is null
            and (${partIds}::jsonb is null or b.part_id in (
              select jsonb_array_elements_text(${partIds}::jsonb)::uuid))
            and (${wish.notSince}::timestamptz is null or not exists (
              select from count_line c
              where c.location_id = b.location_id and c.part_id = b.part_id
                and c.state in ('right', 'posted') and c.counted_at >= ${wish.notSince}::timestamptz))
          group by l.id, b.part_id
          order by case when ${wish.sample}::int is null then ''
                        else md5(${wish.seed} || l.id::text || b.part_id::text) end
          limit ${wish.sample ?? 100_000}) l
        order by ${walk}`,
  );
}

/** Without those a live count looks at, in whole or for that part; and the number of one such count. */
export async function withoutLive(
  work: Work,
  chosen: readonly ChosenBin[],
): Promise<{ free: ChosenBin[]; busyWith: string | null }> {
  const rows = await work.db.execute<Record<string, unknown> & ChosenBin & { number: string }>(sql`
    select c."locationId", c."partId", min(s.number) as number
    from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as c ("locationId" uuid, "partId" uuid)
    join count_bin b on b.location_id = c."locationId" and b.state not in ('closed', 'cancelled')
      and (b.part_id is null or c."partId" is null or b.part_id = c."partId")
    join stock_count s on s.id = b.count_id
    group by 1, 2`);
  const busy = new Set([...rows].map((row) => `${row.locationId}|${row.partId}`));
  const free = chosen.filter((bin) => !busy.has(`${bin.locationId}|${bin.partId}`));
  return { free, busyWith: rows[0]?.number ?? null };
}

/** What went out of the company in a year of each part, at cost; `since` in ISO 8601. */
export async function usageValues(read: Pick<Read, 'db'>, since: string): Promise<UsageValue[]> {
  const rows = await read.db.execute<Record<string, unknown> & UsageValue>(sql`
    select part.id as "partId", coalesce(sum(m.quantity), 0)::bigint
             * coalesce(part.cost_minor, 0) as "valueMinor"
    from part
    left join (
      select m.part_id, m.quantity from movement m
      join entry e on e.id = m.entry_id and e.posted_at >= ${since}::timestamptz
        and e.kind not in ('adjustment', 'count', 'reversal', 'loss', 'opening')
      join bucket f on f.id = m.from_bucket_id
      join location fl on fl.id = f.location_id and fl.site_id is not null
      join bucket t on t.id = m.to_bucket_id
      join location tl on tl.id = t.location_id and tl.site_id is null and tl.kind <> 'in-transit'
    ) m on m.part_id = part.id
    group by part.id`);
  return [...rows].map(({ partId, valueMinor }) => ({ partId, valueMinor: Number(valueMinor) }));
}
