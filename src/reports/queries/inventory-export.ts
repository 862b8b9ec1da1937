/**
 * The inventory report without pages, for a file: slice by slice in the order of the part numbers. Each
 * part is read in one moment; of a past moment the slices together are one moment too.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { groupBy, type InventoryRow, inventoryRow, stockWish } from '../contract.ts';
import { groupedStock, namedRows, wholeRow } from './inventory-rows.ts';
import { allOf } from './search-words.ts';
import { namedLike, type StockWish } from './stock-at.ts';

/** How many parts make a slice. */
const sliceParts = 1000;

const exportedRow = inventoryRow.omit({ lastInAt: true });

async function nextParts(read: Read, wish: StockWish, after: string | null) {
  const conditions = allOf([
    ...namedLike(wish),
    ...(wish.partId === null ? [] : [sql`part.id = ${wish.partId}::uuid`]),
    ...(after === null ? [] : [sql`part.part_number > ${after}`]),
  ]);
  const rows = await read.db.execute<{ id: string; number: string }>(sql`
    select part.id, part.part_number as number from part where ${conditions}
    order by part.part_number limit ${sliceParts}`);
  return {
    partIds: [...rows].map(({ id }) => id),
    next: rows.length < sliceParts ? null : (rows.at(-1)?.number ?? null),
  };
}

export const inventoryExport = defineQuery({
  name: 'reports.inventory-export',
  permission: 'reports.view',
  summary: 'The inventory report without pages, for a file, a slice of parts at a time.',
  input: z.strictObject({
    ...stockWish,
    groupBy,
    /** The part number the last slice ended with. */
    after: text(200).nullable().default(null),
  }),
  output: z.strictObject({ rows: z.array(exportedRow), next: z.string().nullable() }),
  errors: [],
  run: async (read, { groupBy: groups, after, ...wish }) => {
    // What is not split by part adds up over parts, and is few rows.
    const whole = { partIds: undefined, next: null };
    const { partIds, next } = groups.includes('part') ? await nextParts(read, wish, after) : whole;
    const asked = partIds === undefined ? wish : { ...wish, search: '', category: null, partIds };
    // The server takes the piles of a slice for a few and would compare each with each.
    await read.db.execute(sql`set local enable_nestloop = off`);
    const rows = await read.db.execute<
      Record<string, unknown> & Omit<InventoryRow, 'lastInAt'>
    >(sql`
      with ${groupedStock(read, asked, groups)} ${namedRows(groups, sql`grouped`)}`);
    return { rows: [...rows].map(wholeRow), next };
  },
});
