/** What a person keeps: by part over a period, pile by pile, and what is on its way to him. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, valueOf as stockValueOf, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { day, id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type KeptPart, type KeptPile, keptPart, keptPile, paging } from '../contract.ts';
import { crossings, keptColumns, placesOf } from './kept-ledger.ts';
import { iso } from './summaries.ts';

const period = {
  /** First day, UTC; from the beginning when left out. */
  from: day.nullable().default(null),
  /** Last day; until now when left out. */
  to: day.nullable().default(null),
  /** A part number or name, or a piece of one. */
  search: text(100, 0).default(''),
  ...paging,
};

const stock = z.strictObject({ total: z.int(), parts: z.array(keptPart) });
type Period = { from: string | null; to: string | null; search: string } & {
  page: number;
  limit: number;
};

function bounds({ from, to }: Pick<Period, 'from' | 'to'>): { start: SQL; end: SQL } {
  return {
    start: sql`coalesce(${from}::date::timestamp at time zone 'UTC', '-infinity'::timestamptz)`,
    end: sql`coalesce((${to}::date + 1)::timestamp at time zone 'UTC', 'infinity'::timestamptz)`,
  };
}

async function keptParts(read: Read, personId: string, asked: Period) {
  const { start, end } = bounds(asked);
  const like = containing(asked.search);
  const sums = keptColumns.map((column) => {
    const sign = column === 'used' || column === 'returned' ? sql`-` : sql``;
    const isColumn = sql`counts_as = ${column} and at >= ${start} and at < ${end}`;
    return sql`coalesce(sum(${sign}delta) filter (where ${isColumn}), 0)::bigint
      as ${sql.identifier(column)}`;
  });
  const rows = await read.db.execute<Record<string, unknown> & KeptPart & { total: number }>(sql`
    ${crossings(read, personId)},
    summed as (
      select part_id, coalesce(sum(delta) filter (where at < ${start}), 0)::bigint as opening,
             ${sql.join(sums, sql`, `)},
             coalesce(sum(delta) filter (where at >= ${end}), 0)::bigint as later
      from counted group by part_id),
    lying as (
      select part_id, sum(on_hand)::bigint as on_hand from bucket
      where location_id in (select id from kept) group by part_id)
    select part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
           part.name_zh as "nameZh", part.unit_of_measure as "unitOfMeasure", s.opening, s.issued,
           s.removed, s.used, s.returned, s.adjusted,
           coalesce(lying.on_hand, 0) - s.later as held, count(*) over () as total
    from summed s
    join part on part.id = s.part_id
    left join lying on lying.part_id = s.part_id
    where (${asked.search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
           or part.name_zh ilike ${like})
    order by (coalesce(lying.on_hand, 0) - s.later = 0), part.part_number
    limit ${asked.limit} offset ${(asked.page - 1) * asked.limit}`);
  const parts = rows.map(({ total: _, ...row }) => row);
  return { total: rows[0]?.total ?? 0, parts };
}

export const listOwnKeptStock = defineQuery({
  name: 'part-returns.my-stock',
  permission: 'part-returns.view',
  summary: 'What the caller keeps, by part: issued, used, returned, adjusted and held.',
  input: z.strictObject(period),
  output: stock,
  errors: [],
  run: (read, asked) => keptParts(read, read.actor.id, asked),
});

export const listKeptStock = defineQuery({
  name: 'part-returns.stock-of',
  permission: 'part-returns.view-all',
  summary: 'What a person of the caller’s sites keeps, by part: issued, used, returned and held.',
  input: z.strictObject({ personId: id, ...period }),
  output: stock,
  errors: [],
  run: (read, { personId, ...asked }) => keptParts(read, personId, asked),
});

const pileInput = { partId: id.nullable().default(null), ...paging };
const piles = z.strictObject({ total: z.int(), piles: z.array(keptPile) });

async function keptPiles(
  read: Read,
  personId: string,
  { partId, page, limit }: { partId: string | null; page: number; limit: number },
) {
  const rows = await read.db.execute<Record<string, unknown> & KeptPile & { total: number }>(sql`
    select part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
           part.name_zh as "nameZh", part.unit_of_measure as "unitOfMeasure", part.tracking,
           place.id as "locationId", place.code as "locationCode", place.site_id as "siteId",
           b.condition, lot.lot_number as "lotNumber", lot.expires_on as "expiresOn",
           b.on_hand as "onHand", b.reserved as held,
           case when c.is_allocatable then b.on_hand - b.reserved else 0 end as spare,
           coalesce((select jsonb_agg(piece.serial_number order by piece.serial_number)
                     from serial_unit piece where piece.bucket_id = b.id), '[]'::jsonb)
             as "serialNumbers",
           count(*) over () as total
    from bucket b
    join part on part.id = b.part_id
    join location place on place.id = b.location_id
    join condition c on c.code = b.condition
    left join lot on lot.id = b.lot_id
    where b.on_hand > 0 and b.location_id in (${placesOf(read, personId)})
      and (${partId}::uuid is null or b.part_id = ${partId}::uuid)
    order by part.part_number, b.condition, place.code, b.id
    limit ${limit} offset ${(page - 1) * limit}`);
  return { total: rows[0]?.total ?? 0, piles: rows.map(({ total: _, ...row }) => row) };
}

export const listOwnKeptPiles = defineQuery({
  name: 'part-returns.my-piles',
  permission: 'part-returns.view',
  summary: 'What lies in the caller’s places, pile by pile, and how much of it nobody needs.',
  input: z.strictObject(pileInput),
  output: piles,
  errors: [],
  run: (read, asked) => keptPiles(read, read.actor.id, asked),
});

export const listKeptPiles = defineQuery({
  name: 'part-returns.piles-of',
  permission: 'part-returns.view-all',
  summary: 'What lies in a person’s places, pile by pile, and how much of it nobody needs.',
  input: z.strictObject({ personId: id, ...pileInput }),
  output: piles,
  errors: [],
  run: (read, { personId, ...asked }) => keptPiles(read, personId, asked),
});

const incoming = z.strictObject({
  places: z.array(z.strictObject({ locationId: id, code: z.string(), siteCode: z.string() })),
  inTransit: z.array(
    z.strictObject({
      shipmentId: id,
      shipmentNumber: z.string(),
      partNumber: z.string(),
      quantity: z.int(),
      promisedAt: z.iso.datetime().nullable(),
    }),
  ),
});
type Incoming = z.infer<typeof incoming>;

async function keptPlaces(read: Read, personId: string): Promise<Incoming> {
  const places = await read.db.execute<Record<string, unknown> & Incoming['places'][number]>(sql`
    select l.id as "locationId", l.code, site.code as "siteCode"
    from location l join site on site.id = l.site_id
    where l.id in (${placesOf(read, personId)}) and l.retired_at is null order by l.code limit 100`);
  const rows = await read.db.execute<Record<string, unknown> & Incoming['inTransit'][number]>(sql`
    select s.id as "shipmentId", s.number as "shipmentNumber", part.part_number as "partNumber",
           sum(line.shipped - line.received - line.lost)::bigint as quantity,
           s.promised_at as "promisedAt"
    from shipment_line line
    join shipment s on s.id = line.shipment_id
    join part on part.id = line.part_id
    where coalesce(line.destination_id, s.to_location_id) in (${placesOf(read, personId)})
      and line.shipped > line.received + line.lost
    group by s.id, part.part_number order by s.promised_at nulls last, s.number limit 100`);
  return {
    places: [...places],
    inTransit: rows.map((row) => ({ ...row, promisedAt: iso(row.promisedAt) })),
  };
}

export const listOwnKeptPlaces = defineQuery({
  name: 'part-returns.my-places',
  permission: 'part-returns.view',
  summary: 'The caller’s places and what is on its way to them.',
  input: z.strictObject({}),
  output: incoming,
  errors: [],
  run: (read) => keptPlaces(read, read.actor.id),
});

export const listKeptPlaces = defineQuery({
  name: 'part-returns.places-of',
  permission: 'part-returns.view-all',
  summary: 'A person’s places and what is on its way to them.',
  input: z.strictObject({ personId: id }),
  output: incoming,
  errors: [],
  run: (read, { personId }) => keptPlaces(read, personId),
});

export const listKeepers = defineQuery({
  name: 'part-returns.list-keepers',
  permission: 'part-returns.view-all',
  summary: 'People who keep stock at the caller’s sites.',
  input: z.strictObject({}),
  output: z.strictObject({ people: z.array(z.strictObject({ personId: id, name: z.string() })) }),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<{ personId: string; name: string }>(sql`
      select l.custodian_id as "personId",
             coalesce(max(p.display_name), min(l.code)) as name
      from location l left join person p on p.id = l.custodian_id
      where l.custodian_id is not null and l.site_id is not null
        and ${withinScopes(read, sql`l.site_id`)}
      group by l.custodian_id order by name limit 500`);
    return { people: [...rows] };
  },
});

export const valueKeptStock = defineQuery({
  name: 'part-returns.value-kept',
  permission: 'costs.view',
  summary: 'What the stock that a person keeps is worth at current cost.',
  input: z.strictObject({ personId: id }),
  output: z.strictObject({ valueMinor: z.int(), currency: z.string().nullable() }),
  errors: [],
  run: async (read, { personId }) => {
    const rows = await read.db.execute<{ partId: string; quantity: number; currency: string }>(sql`
      select b.part_id as "partId", sum(b.on_hand)::bigint as quantity,
             max(part.currency) as currency
      from bucket b join part on part.id = b.part_id
      where b.on_hand > 0 and b.location_id in (${placesOf(read, personId)})
      group by b.part_id`);
    const valueMinor = await stockValueOf(read, [...rows]);
    return { valueMinor, currency: rows[0]?.currency ?? null };
  },
});
