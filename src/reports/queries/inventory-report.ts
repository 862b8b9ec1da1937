/** The inventory report: what there is or was at a past moment, grouped as wished, with value and age. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { defineQuery } from '../../platform/query.ts';
import {
  type Amount,
  groupBy,
  type InventoryRow,
  inventoryRow,
  inventorySums,
  stockWish,
} from '../contract.ts';
import { groupedStock, lastIn, namedRows, valueScopes, wholeRow } from './inventory-rows.ts';

interface Sum {
  readonly currency: string | null;
  readonly rows: number;
  readonly onHand: number;
  readonly allocated: number | null;
  readonly available: number | null;
  readonly inTransit: number;
  readonly valueMinor: number | null;
}

interface Answer extends Record<string, unknown> {
  readonly rows: InventoryRow[] | null;
  readonly sums: Sum[] | null;
}

const none = { onHand: 0, allocated: 0, available: 0, inTransit: 0 };

function sumsOf(
  sums: readonly Sum[],
  { isPast, hasValue }: { isPast: boolean; hasValue: boolean },
) {
  const add = (name: keyof typeof none) => sums.reduce((sum, one) => sum + (one[name] ?? 0), 0);
  const values: Amount[] = sums.flatMap(({ currency, valueMinor }) =>
    currency === null || valueMinor === null ? [] : [{ currency, valueMinor }],
  );
  return {
    onHand: add('onHand'),
    allocated: isPast ? null : add('allocated'),
    available: isPast ? null : add('available'),
    inTransit: add('inTransit'),
    values: hasValue ? values : null,
  };
}

/** A moment out of JSON, as every answer writes it. */
const moment = (text: string | null) => (text === null ? null : new Date(text).toISOString());

export const inventoryReport = defineQuery({
  name: 'reports.inventory',
  permission: 'reports.view',
  summary:
    'On hand, allocated, available, in transit, value and age in any grouping, now or as of a past moment.',
  input: z.strictObject({ ...stockWish, groupBy, ...paging }),
  output: z.strictObject({
    total: z.int(),
    rows: z.array(inventoryRow),
    /** Over all rows, not only those of the page. */
    sums: inventorySums,
  }),
  errors: [],
  isOneStatement: true,
  run: async (read, { page, limit, groupBy: groups, ...wish }) => {
    // The age is looked up for the rows of the page alone.
    const paged = sql`(${namedRows(groups, sql`grouped`, sql`, g.piles`)}
                      limit ${limit} offset ${(page - 1) * limit})`;
    const found = await read.db.execute<Answer>(sql`
      with ${groupedStock(read, wish, groups)}
      select (select jsonb_agg(r) from (
                select to_jsonb(g) - 'piles' || jsonb_build_object('lastInAt', ${lastIn(wish.asOf)})
                from ${paged} g) as x (r)) as rows,
             (select jsonb_agg(r) from (
                select currency, count(*) as rows, sum("onHand") as "onHand",
                       sum(allocated) as allocated, sum(available) as available,
                       sum("inTransit") as "inTransit", sum("valueMinor") as "valueMinor"
                from grouped group by currency order by currency) r) as sums`);
    const { rows, sums } = found[0] ?? { rows: null, sums: null };
    const isPast = wish.asOf !== null;
    return {
      total: (sums ?? []).reduce((sum, one) => sum + one.rows, 0),
      rows: (rows ?? []).map((row) => ({ ...wholeRow(row), lastInAt: moment(row.lastInAt) })),
      sums: sumsOf(sums ?? [], { isPast, hasValue: valueScopes(read) !== null }),
    };
  },
});
