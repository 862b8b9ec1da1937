/** Parts by number, name, maker's number or barcode, a page at a time. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { text } from '../../../platform/scalars.ts';
import { paging, partView } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { barcodesOf, type PartRow } from '../store.ts';
import { part } from '../tables.ts';

/** How a part is shown. */
export function viewPart(row: PartRow, barcodes: readonly string[]): z.infer<typeof partView> {
  return {
    id: row.id,
    partNumber: row.partNumber,
    nameEn: row.nameEn,
    nameZh: row.nameZh,
    category: row.category,
    unitOfMeasure: row.unitOfMeasure,
    tracking: row.tracking as z.infer<typeof partView>['tracking'],
    isRepairable: row.isRepairable,
    manufacturer: row.manufacturer,
    manufacturerPartNumber: row.manufacturerPartNumber,
    costMinor: row.costMinor,
    priceMinor: row.priceMinor,
    currency: row.currency,
    leadTimeDays: row.leadTimeDays,
    barcodes: [...barcodes],
  };
}

export const listParts = defineQuery({
  name: 'parts.list',
  permission: 'parts.view',
  summary: 'Parts by number, name, maker’s number or barcode.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    tracking: z.enum(['none', 'lot', 'serial']).nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), parts: z.array(partView) }),
  errors: [],
  run: async (read, { search, tracking, page, limit }) => {
    const like = containing(search);
    const where = sql`(${search} = '' or ${part.partNumber} ilike ${like} or ${part.nameEn} ilike ${like}
        or ${part.nameZh} ilike ${like} or ${part.manufacturerPartNumber} ilike ${like}
        or ${part.id} in (select part_id from part_barcode where code = ${search}))
      and (${tracking}::text is null or ${part.tracking} = ${tracking})`;
    const [total, rows] = await Promise.all([
      read.db.$count(part, where),
      read.db
        .select()
        .from(part)
        .where(where)
        .orderBy(part.partNumber)
        .limit(limit)
        .offset((page - 1) * limit),
    ]);
    const ids = rows.map((row) => row.id);
    const barcodes = await barcodesOf(read.db, ids);
    return { total, parts: rows.map((row) => viewPart(row, barcodes.get(row.id) ?? [])) };
  },
});
