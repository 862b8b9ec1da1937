/** The statement behind the inventory report: piles at a moment, narrowed, valued and grouped. */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import { type Scopes, scopesOf } from '../../platform/actor.ts';
import type { Read } from '../../platform/work.ts';
import { type Grouping, groupingsOf } from '../grouping.rules.ts';
import { availableNow, pileConditions, type StockWish, stockAt, worthOfPiles } from './stock-at.ts';

/** Where the reader may see values; null where nowhere. */
export function valueScopes(read: Pick<Read, 'actor'>): Scopes | null {
  return scopesOf(read.actor, 'costs.view');
}

interface Columns {
  /** What makes a group, by its id: names are looked up for the groups, not for every pile. */
  readonly key: SQL;
  readonly name: string;
  /** What a row shows of it, as `name: column`. */
  readonly shown: Readonly<Record<string, SQL>>;
  readonly join: SQL;
  readonly order: SQL;
}

const columnsOf: Readonly<Record<Grouping, Columns>> = {
  part: {
    key: sql`s.part_id`,
    name: 'part_id',
    shown: {
      partId: sql`part.id`,
      partNumber: sql`part.part_number`,
      nameEn: sql`part.name_en`,
      nameZh: sql`part.name_zh`,
      category: sql`part.category`,
    },
    join: sql`join part on part.id = g.part_id`,
    order: sql`part.part_number`,
  },
  category: {
    key: sql`part.category`,
    name: 'category',
    shown: { category: sql`g.category` },
    join: sql``,
    order: sql`g.category nulls last`,
  },
  site: {
    key: sql`s.site_id`,
    name: 'site_id',
    shown: {
      siteCode: sql`site.code`,
      siteNameEn: sql`site.name_en`,
      siteNameZh: sql`site.name_zh`,
    },
    join: sql`left join site on site.id = g.site_id`,
    order: sql`site.code collate "C" nulls last`,
  },
  location: {
    key: sql`s.location_id`,
    name: 'location_id',
    shown: { locationCode: sql`l.code` },
    join: sql`join location l on l.id = g.location_id`,
    order: sql`l.code collate "C"`,
  },
  condition: {
    key: sql`s.condition`,
    name: 'condition',
    shown: { condition: sql`g.condition` },
    join: sql``,
    order: sql`g.condition collate "C"`,
  },
  owner: {
    key: sql`s.owner_id`,
    name: 'owner_id',
    shown: {
      ownerCode: sql`p.code`,
      ownerNameEn: sql`p.name_en`,
      ownerNameZh: sql`p.name_zh`,
    },
    join: sql`join party p on p.id = g.owner_id`,
    order: sql`p.code collate "C"`,
  },
  lot: {
    key: sql`s.lot_id`,
    name: 'lot_id',
    shown: { lotNumber: sql`lot.lot_number`, expiresOn: sql`lot.expires_on` },
    join: sql`left join lot on lot.id = g.lot_id`,
    order: sql`lot.lot_number collate "C" nulls last`,
  },
  box: {
    key: sql`s.handling_unit_id`,
    name: 'handling_unit_id',
    shown: { boxNumber: sql`box.number` },
    join: sql`left join handling_unit box on box.id = g.handling_unit_id`,
    order: sql`box.number collate "C" nulls last`,
  },
};

const quoted = (name: string): SQL => sql.raw(`"${name}"`);

/** The value of a pile where the reader may see it. */
function valueColumns(read: Read): SQL {
  const scopes = valueScopes(read);
  if (scopes === null) return sql`null::bigint as "valueMinor", null::text as currency`;
  const seen = scopes === 'all' ? sql`true` : withinScopes({ scopes }, sql`s.site_id`);
  return sql`case when ${seen} then w.value_minor end as "valueMinor",
             case when ${seen} then part.currency end as currency`;
}

/** Whether a group is never more than one pile: then there is nothing to add up. */
function isEveryPile(groupBy: readonly Grouping[]): boolean {
  const pile: readonly Grouping[] = ['part', 'location', 'condition', 'owner', 'lot', 'box'];
  return pile.every((one) => groupBy.includes(one));
}

/** `grouped`: the groups, each with its sums. Two currencies are two rows: their amounts do not add. */
export function groupedStock(read: Read, wish: StockWish, groupBy: readonly Grouping[]): SQL {
  const groups = groupingsOf(groupBy).map((one) => columnsOf[one]);
  const hasValue = valueScopes(read) !== null;
  const keys = groups.map(({ key, name }) => sql`${key} as ${quoted(name)}`);
  const names = [...groups.map(({ name }) => quoted(name)), sql`currency`];
  const from = sql`
    from stock s
    join part on part.id = s.part_id
    join condition c on c.code = s.condition
    left join lot on lot.id = s.lot_id
    ${hasValue ? sql`left join worth w on w.id = s.id` : sql``}
    where ${pileConditions(read, wish)}`;
  const available = availableNow(read, wish.asOf);
  const start = sql`${stockAt(wish)}${hasValue ? sql`, ${worthOfPiles(wish)}` : sql``},`;
  if (isEveryPile(groupBy)) {
    return sql`${start} grouped as (
      select ${sql.join(keys, sql`, `)}, array[s.id] as piles,
             case when s.is_moving then 0 else s.quantity end as "onHand",
             case when not s.is_moving then s.reserved end as allocated,
             case when not s.is_moving then ${available} end as available,
             case when s.is_moving then s.quantity else 0 end as "inTransit",
             ${valueColumns(read)}
      ${from})`;
  }
  return sql`${start}
    shown as materialized (
      select ${sql.join([...keys, sql`s.id, s.is_moving, s.quantity, s.reserved`], sql`, `)},
             ${valueColumns(read)}, ${available} as available
      ${from}),
    grouped as materialized (
      select ${sql.join(names, sql`, `)}, array_agg(id) as piles,
             coalesce(sum(quantity) filter (where not is_moving), 0)::bigint as "onHand",
             (sum(reserved) filter (where not is_moving))::bigint as allocated,
             (sum(available) filter (where not is_moving))::bigint as available,
             coalesce(sum(quantity) filter (where is_moving), 0)::bigint as "inTransit",
             sum("valueMinor")::bigint as "valueMinor"
      from shown group by ${sql.join(names, sql`, `)})`;
}

/** The groups `from`, in the order of the grouping, with the names of what they are split by. */
export function namedRows(groupBy: readonly Grouping[], from: SQL, more: SQL = sql``): SQL {
  const groups = groupingsOf(groupBy).map((one) => columnsOf[one]);
  const shown = groups.flatMap((one) =>
    Object.entries(one.shown).map(([name, column]) => sql`${column} as ${quoted(name)}`),
  );
  const sums = sql`g."onHand", g.allocated, g.available, g."inTransit", g."valueMinor", g.currency`;
  const order = [...groups.map((one) => one.order), sql`g.currency`];
  return sql`select ${sql.join([...shown, sums], sql`, `)} ${more}
    from ${from} g ${sql.join(
      groups.map((one) => one.join),
      sql` `,
    )}
    order by ${sql.join(order, sql`, `)}`;
}

const nothing = {
  partId: null,
  partNumber: null,
  nameEn: null,
  nameZh: null,
  category: null,
  siteCode: null,
  siteNameEn: null,
  siteNameZh: null,
  locationCode: null,
  condition: null,
  ownerCode: null,
  ownerNameEn: null,
  ownerNameZh: null,
  lotNumber: null,
  expiresOn: null,
  boxNumber: null,
};

/** A row with null for everything it was not split by. */
export function wholeRow<T extends object>(row: T): typeof nothing & T {
  return { ...nothing, ...row };
}

/** When something last came into one of the piles of `g`, up to the moment. */
export function lastIn(asOf: string | null): SQL {
  const until = asOf === null ? sql`` : sql`and e.posted_at <= ${asOf}::timestamptz`;
  return sql`(
    select max(x.posted_at)
    from unnest(g.piles) as u (id)
    cross join lateral (
      select e.posted_at from movement m join entry e on e.id = m.entry_id
      where m.to_bucket_id = u.id ${until}
      order by m.seq desc limit 1) x)`;
}
