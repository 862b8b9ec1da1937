/** One pile of stock as it is now, and who holds how much of it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { holdRow, type StockRow, stockRow, trackingKind } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { getPile } from '../pile-of-row.ts';
import { stockColumns, stockTables } from './stock-columns.ts';

type Row = Record<string, unknown> & StockRow & { tracking: z.infer<typeof trackingKind> };
type HeldRow = Record<string, unknown> &
  Omit<z.infer<typeof holdRow>, 'createdAt' | 'expiresAt'> & {
    createdAt: string;
    expiresAt: string | null;
  };

export const stockPile = defineQuery({
  name: 'stock.pile',
  permission: 'stock.view',
  summary: 'One pile of stock with its condition, owner, lot and box, and who holds it.',
  input: z.strictObject({ bucketId: id }),
  output: z.strictObject({ pile: stockRow, tracking: trackingKind, holds: z.array(holdRow) }),
  errors: ['inventory.unknown-pile'],
  run: async (read, { bucketId }) => {
    await getPile(read, bucketId);
    const [row] = await read.db.execute<Row>(sql`
      select ${stockColumns(read)}, b.tracking from ${stockTables} where b.id = ${bucketId}::uuid`);
    if (row === undefined) throw inventoryErrors.error('unknown-pile');
    const holds = await read.db.execute<HeldRow>(sql`
      select r.id as "holdId", r.document, r.quantity - r.consumed - r.released as quantity,
             s.serial_number as "serialNumber", r.created_at as "createdAt", r.expires_at as "expiresAt"
      from reservation r left join serial_unit s on s.id = r.serial_id
      where r.bucket_id = ${bucketId}::uuid and r.consumed + r.released < r.quantity
      order by r.created_at limit 200`);
    const { tracking, ...pile } = row;
    return {
      pile,
      tracking,
      holds: [...holds].map((hold) => ({
        ...hold,
        createdAt: new Date(hold.createdAt).toISOString(),
        expiresAt: hold.expiresAt === null ? null : new Date(hold.expiresAt).toISOString(),
      })),
    };
  },
});
