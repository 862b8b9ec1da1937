/** How the value of our stock changed in a period: opening, in, out, revalued, closing, and variance. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { addDays } from '../../platform/clock.ts';
import { defineQuery } from '../../platform/query.ts';
import { day, text } from '../../platform/scalars.ts';
import { type ValueChangeRow, valueChangeRow } from '../contract.ts';
import { reportsErrors } from '../errors.ts';
import { allOf, partText, wordsIn } from './search-words.ts';

type Sums = Pick<
  ValueChangeRow,
  | 'currency'
  | 'openingMinor'
  | 'inMinor'
  | 'outMinor'
  | 'revaluedMinor'
  | 'closingMinor'
  | 'varianceMinor'
>;

const sumRow = valueChangeRow.omit({
  partId: true,
  partNumber: true,
  nameEn: true,
  nameZh: true,
  category: true,
});

export const valueChanges = defineQuery({
  name: 'reports.value-changes',
  permission: 'costs.view',
  summary: 'Opening value, what came in, went out and was revalued, and closing value of a period.',
  input: z.strictObject({
    fromDay: day,
    untilDay: day,
    splitBy: z.enum(['part', 'category']).default('category'),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({
    total: z.int(),
    rows: z.array(valueChangeRow),
    sums: z.array(sumRow),
  }),
  errors: ['reports.days-reversed', 'reports.whole-company-only'],
  run: async (read, { fromDay, untilDay, splitBy, search, page, limit }) => {
    // A part is valued once for the whole company, not site by site.
    if (read.scopes !== 'all') throw reportsErrors.error('whole-company-only');
    if (untilDay < fromDay) throw reportsErrors.error('days-reversed', { fromDay, untilDay });
    const from = `${fromDay}T00:00:00.000Z`;
    const until = addDays(new Date(`${untilDay}T00:00:00.000Z`), 1).toISOString();
    const before = sql`ce.at < ${from}::timestamptz`;
    const within = sql`ce.at >= ${from}::timestamptz`;
    const keys =
      splitBy === 'part'
        ? sql`part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
              part.name_zh as "nameZh", part.category`
        : sql`null::uuid as "partId", null::text as "partNumber", null::text as "nameEn",
              null::text as "nameZh", part.category`;
    const sum = (what: ReturnType<typeof sql>) => sql`coalesce(sum(value_minor) filter (
      where ${what}), 0)::bigint`;
    const found = await read.db.execute<{
      rows: ValueChangeRow[] | null;
      sums: Sums[] | null;
      total: number;
    }>(sql`
      with changed as materialized (
        select ${keys}, part.currency, ${sum(before)} as "openingMinor",
               ${sum(sql`${within} and ce.kind <> 'revaluation' and value_minor > 0`)} as "inMinor",
               -${sum(sql`${within} and ce.kind <> 'revaluation' and value_minor < 0`)} as "outMinor",
               ${sum(sql`${within} and ce.kind = 'revaluation'`)} as "revaluedMinor",
               sum(value_minor)::bigint as "closingMinor",
               coalesce(sum(variance_minor) filter (where ${within}), 0)::bigint as "varianceMinor"
        from cost_entry ce join part on part.id = ce.part_id
        where ${allOf([sql`ce.at < ${until}::timestamptz`, ...wordsIn(search, partText)])}
        group by 1, 2, 3, 4, 5, 6),
      shown as (
        select * from changed
        where "openingMinor" <> 0 or "inMinor" <> 0 or "outMinor" <> 0 or "revaluedMinor" <> 0
           or "varianceMinor" <> 0)
      select (select count(*) from shown) as total,
             (select jsonb_agg(r) from (
                select * from shown order by "partNumber" nulls last, category nulls last, currency
                limit ${limit} offset ${(page - 1) * limit}) r) as rows,
             (select jsonb_agg(r) from (
                select currency, sum("openingMinor") as "openingMinor", sum("inMinor") as "inMinor",
                       sum("outMinor") as "outMinor", sum("revaluedMinor") as "revaluedMinor",
                       sum("closingMinor") as "closingMinor", sum("varianceMinor") as "varianceMinor"
                from changed group by currency order by currency) r) as sums`);
    const { rows, sums, total } = found[0] ?? { rows: null, sums: null, total: 0 };
    return { total, rows: rows ?? [], sums: sums ?? [] };
  },
});
