/**
 * What came into and went out of sites in each period: receipts, issues, scrap, corrections, counts. A
 * reversal takes back what it undoes, in the period in which it was posted.
 */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { addDays } from '../../platform/clock.ts';
import { defineQuery } from '../../platform/query.ts';
import type { Read } from '../../platform/work.ts';
import { type FlowRow, flowRow, flowWish } from '../contract.ts';
import { reportsErrors } from '../errors.ts';
import {
  directionOf,
  entryKindsOf,
  isTooFine,
  type PeriodUnit,
  periodsMax,
} from '../flow.rules.ts';
import { valueScopes } from './inventory-rows.ts';
import { allOf } from './search-words.ts';

type Wish = z.output<z.ZodObject<typeof flowWish>>;

const formats: Readonly<Record<PeriodUnit, string>> = {
  day: 'YYYY-MM-DD',
  week: 'IYYY-"W"IW',
  month: 'YYYY-MM',
  quarter: 'YYYY-"Q"Q',
  year: 'YYYY',
};

const steps: Readonly<Record<PeriodUnit, string>> = {
  day: '1 day',
  week: '1 week',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};

function daysOf({ fromDay, untilDay, unit }: Wish): { from: string; until: string } {
  if (untilDay < fromDay) throw reportsErrors.error('days-reversed', { fromDay, untilDay });
  if (isTooFine(unit, fromDay, untilDay)) {
    throw reportsErrors.error('too-many-periods', { max: periodsMax });
  }
  const end = addDays(new Date(`${untilDay}T00:00:00.000Z`), 1);
  return { from: `${fromDay}T00:00:00.000Z`, until: end.toISOString() };
}

/** `line`: the movements of the period with the sites on both sides. */
function linesOf(wish: Wish): SQL {
  const { from, until } = daysOf(wish);
  const kinds = entryKindsOf[wish.kind];
  const conditions = [
    sql`e.posted_at >= ${from}::timestamptz`,
    sql`e.posted_at < ${until}::timestamptz`,
    ...(kinds === null
      ? []
      : [
          sql`coalesce(o.kind, e.kind) in (
            select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))`,
        ]),
    ...(wish.partId === null ? [] : [sql`m.part_id = ${wish.partId}::uuid`]),
    ...(wish.category === null ? [] : [sql`part.category = ${wish.category}`]),
  ];
  return sql`line as materialized (
    select date_trunc(${wish.unit}, e.posted_at at time zone 'UTC')::date as starts_on,
           e.id, m.line, m.quantity, part.category, part.currency, fl.site_id as from_site,
           tl.site_id as to_site, fl.kind = 'in-transit' as from_road, e.site_id as work_site,
           case when e.reverses_id is null then 1 else -1 end as sign
    from entry e
    join movement m on m.entry_id = e.id
    join part on part.id = m.part_id
    join bucket f on f.id = m.from_bucket_id
    join bucket t on t.id = m.to_bucket_id
    join location fl on fl.id = f.location_id
    join location tl on tl.id = t.location_id
    left join entry o on o.id = e.reverses_id
    where ${allOf(conditions)})`;
}

// What arrives by a reversal takes back what had gone out, and the other way round.
const sides = sql`side as (
  select starts_on, id, line, category, currency, to_site as site_id, sign = 1 as is_in,
         sign * quantity as quantity, sign as factor
  from line where to_site is not null and to_site is distinct from from_site
  union all
  select starts_on, id, line, category, currency, coalesce(from_site, work_site), sign = -1,
         sign * quantity, -sign
  from line
  where (from_site is not null and from_site is distinct from to_site)
     or (from_road and to_site is null and work_site is not null))`;

function valueSeen(read: Read): { readonly value: SQL; readonly currency: SQL } {
  const scopes = valueScopes(read);
  if (scopes === null) return { value: sql`null::bigint`, currency: sql`null::text` };
  const seen = withinScopes({ scopes }, sql`side.site_id`);
  return {
    value: sql`case when ${seen} then side.factor * coalesce(ce.value_minor, 0) end`,
    currency: sql`case when ${seen} then side.currency end`,
  };
}

function rowsOf(read: Read, wish: Wish): SQL {
  const { value, currency } = valueSeen(read);
  const direction = directionOf[wish.kind];
  const seen = allOf([
    withinScopes(read, sql`side.site_id`),
    ...(wish.siteId === null ? [] : [sql`side.site_id = ${wish.siteId}::uuid`]),
    ...(direction === 'both' ? [] : [sql`side.is_in = ${direction === 'in'}`]),
  ]);
  const site = wish.splitBy === 'site' ? sql`site.code` : sql`null::text`;
  const category = wish.splitBy === 'category' ? sql`side.category` : sql`null::text`;
  return sql`
    select side.starts_on::text as "startsOn",
           to_char(side.starts_on, ${formats[wish.unit]}) as period,
           ${site} as "siteCode", ${category} as category, ${currency} as currency,
           count(*) as lines,
           coalesce(sum(side.quantity) filter (where is_in), 0)::bigint as "quantityIn",
           coalesce(sum(side.quantity) filter (where not is_in), 0)::bigint as "quantityOut",
           sum(case when is_in then ${value} else 0 * ${value} end)::bigint as "valueInMinor",
           sum(case when is_in then 0 * ${value} else ${value} end)::bigint as "valueOutMinor"
    from side
    left join site on site.id = side.site_id
    left join cost_entry ce on ce.entry_id = side.id and ce.line = side.line
    where ${seen}
    group by 1, 2, 3, 4, 5
    order by 1, 3 nulls last, 4 nulls last, 5 nulls last`;
}

export const flowReport = defineQuery({
  name: 'reports.flow',
  permission: 'reports.view',
  summary:
    'Receipts, issues, shipments, scrap, corrections and counts by day, week, month, quarter or year.',
  input: z.strictObject(flowWish),
  output: z.strictObject({
    /** Every period from the first day to the last, also those in which nothing moved. */
    periods: z.array(z.strictObject({ startsOn: z.string(), period: z.string() })),
    rows: z.array(flowRow),
  }),
  errors: ['reports.days-reversed', 'reports.too-many-periods'],
  run: async (read, wish) => {
    const lines = linesOf(wish);
    const rows = await read.db.execute<Record<string, unknown> & FlowRow>(
      sql`with ${lines}, ${sides} ${rowsOf(read, wish)}`,
    );
    const periods = await read.db.execute<{ startsOn: string; period: string }>(sql`
      select g::date::text as "startsOn", to_char(g, ${formats[wish.unit]}) as period
      from generate_series(date_trunc(${wish.unit}, ${wish.fromDay}::date::timestamp),
                           ${wish.untilDay}::date::timestamp, ${steps[wish.unit]}::interval) g
      order by 1`);
    return { rows: [...rows], periods: [...periods] };
  },
});
