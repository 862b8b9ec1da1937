/** What lies where: every pile with stock, by part, location, condition, owner and box. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
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

type Row = Record<string, unknown> & StockRow & { total: number };

export const stockOnHand = defineQuery({
  name: 'stock.on-hand',
  permission: 'stock.view',
  summary: 'On hand, reserved and available by part, location, condition, owner and box.',
  input,
  output: z.strictObject({ total: z.int(), rows: z.array(stockRow) }),
  errors: [],
  run: async (read, { search, partId, siteId, locationId, condition, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      select ${stockColumns(read)}, count(*) over () as total
      from ${stockTables}
      where b.on_hand <> 0
        and (l.site_id is not null and ${withinScopes(read, sql`l.site_id`)}
             or l.kind = 'in-transit' and ${read.scopes === 'all'})
        and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
             or part.name_zh ilike ${like} or l.code ilike ${like} or p.code ilike ${like}
             or lot.lot_number ilike ${like} or box.number ilike ${like}
             or exists (select from serial_unit s where s.bucket_id = b.id
                        and s.serial_number ilike ${like}))
        and (${partId}::uuid is null or b.part_id = ${partId}::uuid)
        and (${siteId}::uuid is null or l.site_id = ${siteId}::uuid)
        and (${locationId}::uuid is null or b.location_id = ${locationId}::uuid)
        and (${condition}::text is null or b.condition = ${condition})
      order by part.part_number, l.code, b.condition, b.id
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: rows[0]?.total ?? 0,
      rows: [...rows].map(({ total: _, ...row }) => row),
    };
  },
});
