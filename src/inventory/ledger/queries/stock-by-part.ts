/** A page of parts with what there is of each, for whoever asks "how many have we got". */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isoDay } from '../../../platform/clock.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { ourCompany } from '../../places.ts';
import { containing } from '../../search-pattern.ts';
import { withinScopes } from '../../sites/store.ts';

const input = z.strictObject({
  search: text(100, 0).default(''),
  siteId: id.nullable().default(null),
  /** The part number after which the page begins, as `next` of the page before says it. */
  after: text(60, 0).default(''),
  limit: z.int().min(1).max(200).default(50),
});

const partStock = z.strictObject({
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  unitOfMeasure: z.string(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  inTransit: z.int(),
});
export type PartStock = z.infer<typeof partStock>;

function wantedParts({ search, after }: z.output<typeof input>): SQL {
  const like = containing(search);
  const found = sql`(part_number ilike ${like} or name_en ilike ${like} or name_zh ilike ${like}
    or manufacturer_part_number ilike ${like})`;
  return sql.join(
    [sql`part_number > ${after}`, sql`retired_at is null`, ...(search === '' ? [] : [found])],
    sql` and `,
  );
}

/** Places the sums are of: one site, or all that the reader may see. */
function wantedPlaces(read: Read, siteId: string | null): SQL {
  if (siteId !== null)
    return sql`l.site_id = ${siteId}::uuid and ${withinScopes(read, sql`l.site_id`)}`;
  if (read.scopes === 'all') return sql`(l.site_id is not null or l.kind = 'in-transit')`;
  return sql`l.site_id is not null and ${withinScopes(read, sql`l.site_id`)}`;
}

export const stockByPart = defineQuery({
  name: 'stock.by-part',
  permission: 'stock.view',
  summary: 'A page of parts with our stock of each: on hand, reserved, available, in transit.',
  input,
  output: z.strictObject({ parts: z.array(partStock), next: z.string().nullable() }),
  errors: [],
  isOneStatement: true,
  run: async (read, wanted) => {
    const today = isoDay(read.now);
    // The parts first, then all their piles at once: asking part by part costs a third more.
    const rows = await read.db.execute<Record<string, unknown> & PartStock>(sql`
      with p as materialized (
        select id, part_number, name_en, name_zh, unit_of_measure from part
        where ${wantedParts(wanted)} order by part_number limit ${wanted.limit}
      ), s as (
        select b.part_id, sum(b.on_hand) filter (where l.site_id is not null) as on_hand,
               sum(b.reserved) as reserved,
               sum(b.on_hand - b.reserved) filter (
                 where l.is_allocatable and c.is_allocatable
                   and coalesce(lot.expires_on >= ${today}, true)) as available,
               sum(b.on_hand) filter (where l.site_id is null) as in_transit
        from bucket b
        join location l on l.id = b.location_id
        join condition c on c.code = b.condition
        left join lot on lot.id = b.lot_id
        where b.part_id = any (array(select id from p)) and b.owner_id = ${ourCompany}::uuid
          and b.on_hand <> 0 and ${wantedPlaces(read, wanted.siteId)}
        group by b.part_id
      )
      select p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
             p.name_zh as "nameZh", p.unit_of_measure as "unitOfMeasure",
             coalesce(s.on_hand, 0)::bigint as "onHand", coalesce(s.reserved, 0)::bigint as reserved,
             coalesce(s.available, 0)::bigint as available,
             coalesce(s.in_transit, 0)::bigint as "inTransit"
      from p left join s on s.part_id = p.id
      order by p.part_number`);
    const isLast = rows.length < wanted.limit;
    return { parts: [...rows], next: isLast ? null : (rows.at(-1)?.partNumber ?? null) };
  },
});
