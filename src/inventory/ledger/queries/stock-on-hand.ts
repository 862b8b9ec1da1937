/** What lies where: every pile with stock, by part, location, condition, owner and box. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { conditionCode, paging, type StockRow, stockRow } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { withinScopes } from '../../sites/store.ts';
import { stockColumns, stockTables } from './stock-columns.ts';

const input = z.strictObject({
  search: text(100, 0).default(''),
  partId: id.nullable().default(null),
  siteId: id.nullable().default(null),
  locationId: id.nullable().default(null),
  condition: conditionCode.nullable().default(null),
  ...paging,
});

type Wanted = z.output<typeof input>;
type Row = Record<string, unknown> & StockRow & { total: number };

/** Piles in whose names or numbers the text stands. */
function named(search: string): SQL {
  const like = containing(search);
  return sql`(part.part_number ilike ${like} or part.name_en ilike ${like}
    or part.name_zh ilike ${like} or l.code ilike ${like} or p.code ilike ${like}
    or lot.lot_number ilike ${like} or box.number ilike ${like}
    or exists (select from serial_unit s where s.bucket_id = b.id
               and s.serial_number ilike ${like}))`;
}

/** Only the conditions that were asked for: one that may be absent would hide every index. */
function wantedPiles(read: Read, wanted: Wanted): SQL {
  const { search, partId, siteId, locationId, condition } = wanted;
  const site = sql`l.site_id is not null and ${withinScopes(read, sql`l.site_id`)}`;
  return sql.join(
    [
      sql`b.on_hand <> 0`,
      read.scopes === 'all' ? sql`(l.site_id is not null or l.kind = 'in-transit')` : site,
      ...(search === '' ? [] : [named(search)]),
      ...(partId === null ? [] : [sql`b.part_id = ${partId}::uuid`]),
      ...(siteId === null ? [] : [sql`l.site_id = ${siteId}::uuid`]),
      ...(locationId === null ? [] : [sql`b.location_id = ${locationId}::uuid`]),
      ...(condition === null ? [] : [sql`b.condition = ${condition}`]),
    ],
    sql` and `,
  );
}

export const stockOnHand = defineQuery({
  name: 'stock.on-hand',
  permission: 'stock.view',
  summary: 'On hand, reserved and available by part, location, condition, owner and box.',
  input,
  output: z.strictObject({ total: z.int(), rows: z.array(stockRow) }),
  errors: [],
  isOneStatement: true,
  run: async (read, wanted) => {
    const { page, limit } = wanted;
    const rows = await read.db.execute<Row>(sql`
      select ${stockColumns(read)}, count(*) over () as total
      from ${stockTables}
      where ${wantedPiles(read, wanted)}
      order by part.part_number, l.code, b.condition, b.id
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: rows[0]?.total ?? 0,
      rows: [...rows].map(({ total: _, ...row }) => row),
    };
  },
});
