/** What we owe suppliers for consignment stock that was used, newest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { paging } from '../../contract.ts';
import { type PayableView, payableView } from '../contract.ts';

type Row = Record<string, unknown> & Omit<PayableView, 'at'> & { at: string; total: number };

export const listPayables = defineQuery({
  name: 'costs.payables',
  permission: 'costs.view',
  summary: 'What we owe suppliers for consignment stock that was used, newest first.',
  input: z.strictObject({ supplierId: id.nullable().default(null), ...paging }),
  output: z.strictObject({ total: z.int(), rows: z.array(payableView) }),
  errors: [],
  run: async (read, { supplierId, page, limit }) => {
    const rows = await read.db.execute<Row>(sql`
      select c.seq, c.at, c.supplier_id as "supplierId", p.code as "supplierCode",
             p.name_en as "supplierNameEn", p.name_zh as "supplierNameZh", c.part_id as "partId",
             part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
             c.quantity, c.unit_price_minor as "unitPriceMinor",
             c.unit_price_minor * c.quantity as "amountMinor", c.currency, c.entry_id as "entryId",
             e.document, count(*) over () as total
      from consignment_payable c
      join party p on p.id = c.supplier_id
      join part on part.id = c.part_id
      join entry e on e.id = c.entry_id
      where ${supplierId}::uuid is null or c.supplier_id = ${supplierId}::uuid
      order by c.seq desc
      limit ${limit} offset ${(page - 1) * limit}`);
    return {
      total: rows[0]?.total ?? 0,
      rows: [...rows].map(({ total: _, ...row }) => {
        return { ...row, at: new Date(row.at).toISOString() };
      }),
    };
  },
});
