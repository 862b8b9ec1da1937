/**
 * The piles as they are, or as they were at a past moment: what is there now, less what came and plus
 * what went since. A moment takes in every entry posted at it or before; what an entry says about when
 * it happened is a label and counts for nothing here.
 */
import { type SQL, sql } from 'drizzle-orm';
import { ourCompany, withinScopes } from '../../inventory/index.ts';
import { isoDay } from '../../platform/clock.ts';
import type { Read } from '../../platform/work.ts';
import { allOf, partText, wordsIn } from './search-words.ts';

/** What narrows the stock, as a query is asked for it. */
export interface StockWish {
  readonly search: string;
  readonly partId: string | null;
  readonly category: string | null;
  readonly siteId: string | null;
  readonly locationId: string | null;
  readonly condition: string | null;
  readonly ownerId: string | null;
  readonly asOf: string | null;
  /** Of these parts only: a slice of a long report. */
  readonly partIds?: readonly string[];
}

/** That a column names one of the wished parts, where parts are wished by id; else nothing. */
function ofParts({ partId, partIds }: StockWish, column: SQL): SQL[] {
  const ids = JSON.stringify(partIds);
  return [
    ...(partId === null ? [] : [sql`${column} = ${partId}::uuid`]),
    ...(partIds === undefined
      ? []
      : [sql`${column} = any (array(select jsonb_array_elements_text(${ids}::jsonb)::uuid))`]),
  ];
}

/** What the search and the category ask of a part. */
export function namedLike({ search, category }: StockWish): SQL[] {
  const words = wordsIn(search, partText);
  return category === null ? words : [...words, sql`part.category = ${category}`];
}

/** The conditions on the parts alone: they hold for every pile of a part or for none. */
function partConditions(wish: StockWish): SQL[] {
  const named = namedLike(wish);
  return [
    ...ofParts(wish, sql`b.part_id`),
    ...(named.length === 0
      ? []
      : [sql`b.part_id = any (array(select part.id from part where ${allOf(named)}))`]),
  ];
}

/** What narrows the piles of a part. The road between sites belongs to whoever sees them all. */
export function pileConditions(read: Pick<Read, 'scopes'>, wish: StockWish): SQL {
  const { siteId, locationId, condition, ownerId } = wish;
  return allOf([
    ...(read.scopes === 'all' ? [] : [withinScopes(read, sql`s.site_id`)]),
    ...(siteId === null ? [] : [sql`s.site_id = ${siteId}::uuid`]),
    ...(locationId === null ? [] : [sql`s.location_id = ${locationId}::uuid`]),
    ...(condition === null ? [] : [sql`s.condition = ${condition}`]),
    ...(ownerId === null ? [] : [sql`s.owner_id = ${ownerId}::uuid`]),
  ]);
}

const columns = sql`b.id, b.part_id, b.location_id, l.site_id, l.kind = 'in-transit' as is_moving,
  l.is_allocatable, b.lot_id, b.condition, b.owner_id, b.handling_unit_id`;
const ourPlaces = sql`(l.site_id is not null or l.kind = 'in-transit')`;

/** What every pile gave and got after the moment, the other way round. */
function undone(wish: StockWish, asOf: string): SQL {
  const later = allOf([sql`e.posted_at > ${asOf}::timestamptz`, ...ofParts(wish, sql`m.part_id`)]);
  return sql`undone as materialized (
    select side.bucket_id, sum(side.quantity)::bigint as quantity
    from entry e
    join movement m on m.entry_id = e.id
    cross join lateral (values (m.from_bucket_id, m.quantity), (m.to_bucket_id, -m.quantity))
      as side (bucket_id, quantity)
    where ${later}
    group by 1),`;
}

/**
 * `stock`: every pile of the wished parts in our places, before anything else narrows them, since the
 * value of a part is shared out over all of them.
 */
export function stockAt(wish: StockWish): SQL {
  const { asOf } = wish;
  if (asOf === null) {
    return sql`stock as materialized (
      select ${columns}, b.on_hand as quantity, b.reserved
      from bucket b join location l on l.id = b.location_id
      where b.on_hand <> 0 and ${allOf([ourPlaces, ...partConditions(wish)])})`;
  }
  return sql`${undone(wish, asOf)} stock as materialized (
    select ${columns}, b.on_hand + coalesce(undone.quantity, 0) as quantity, null::bigint as reserved
    from bucket b
    join location l on l.id = b.location_id
    left join undone on undone.bucket_id = b.id
    where b.on_hand + coalesce(undone.quantity, 0) <> 0
      and ${allOf([ourPlaces, ...partConditions(wish)])})`;
}

/** What of a pile may be promised, by the day of the question; nothing is known of a past one. */
export function availableNow(read: Pick<Read, 'now'>, asOf: string | null): SQL {
  if (asOf !== null) return sql`null::bigint`;
  const today = isoDay(read.now);
  return sql`case when s.is_allocatable and c.is_allocatable and coalesce(lot.expires_on >= ${today}, true)
    then s.quantity - s.reserved else 0 end`;
}

/** What all we own of every part was worth at the moment. */
function worthOfParts(wish: StockWish): SQL {
  const { asOf } = wish;
  const these = ofParts(wish, sql`part_id`);
  if (asOf === null) {
    return sql`select part_id, quantity, value_minor from part_cost
               where ${allOf([sql`quantity > 0`, ...these])}`;
  }
  return sql`
    select c.part_id, c.quantity - coalesce(u.quantity, 0) as quantity,
           c.value_minor - coalesce(u.value_minor, 0) as value_minor
    from (select part_id, quantity, value_minor from part_cost where ${allOf(these)}) c
    left join (select part_id, sum(quantity)::bigint as quantity, sum(value_minor)::bigint as value_minor
               from cost_entry where ${allOf([sql`at > ${asOf}::timestamptz`, ...these])} group by 1) u
      on u.part_id = c.part_id
    where c.quantity - coalesce(u.quantity, 0) > 0`;
}

/**
 * `worth`: the value of each pile of ours. A part's value is shared out by number; what the division
 * leaves over goes, one minor unit each, to the piles with the largest remainders, so that the sum is
 * the ledger's to the cent however the piles are grouped.
 */
export function worthOfPiles(wish: StockWish): SQL {
  // quantity × value may need more than 64 bits; split like this, only three thousand million pieces do.
  const odd = sql`s.quantity * (v.value_minor % v.quantity)`;
  return sql`worth as materialized (
    select id, whole + case when place <= rest_of_part then 1 else 0 end as value_minor
    from (select id, whole,
                 value_minor - sum(whole) over (partition by part_id) as rest_of_part,
                 row_number() over (partition by part_id order by rest desc, id) as place
          from (select s.id, s.part_id, v.value_minor,
                       s.quantity * (v.value_minor / v.quantity) + (odd / v.quantity) as whole,
                       odd % v.quantity as rest
                from stock s
                join (${worthOfParts(wish)}) v on v.part_id = s.part_id
                cross join lateral (select ${odd} as odd) o
                where s.owner_id = ${ourCompany}::uuid) shared) ranked)`;
}
