/**
 * What a scanned code means to the inventory: a location, a part (and what superseded it), a
 * serialised piece, a lot. Exact codes only; what the scan is for is decided by the screen that asked.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import { successorsOf } from '../../parts/relations/store.ts';
import { withinScopes } from '../../sites/store.ts';

const scanMatch = z.strictObject({
  kind: z.enum(['location', 'part', 'serial', 'lot']),
  id,
  code: z.string(),
  partId: id.nullable(),
  siteId: id.nullable(),
  /** Of a part that is superseded: the last of its successors today. */
  successor: z.strictObject({ partId: id, partNumber: z.string() }).nullable(),
});
type Match = Omit<z.infer<typeof scanMatch>, 'successor'>;

export const findByScan = defineQuery({
  name: 'inventory.find-by-scan',
  permission: 'stock.view',
  summary: 'What a scanned code means: a location, a part, a serialised piece, a lot.',
  input: z.strictObject({ code: text(200) }),
  output: z.array(scanMatch),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<Record<string, unknown> & Match>(sql`
      select 'location' as kind, l.id, l.code, null::uuid as "partId", l.site_id as "siteId"
      from location l
      where upper(l.code) = upper(${code}) and l.site_id is not null and l.retired_at is null
        and ${withinScopes(read, sql`l.site_id`)}
      union all
      select 'serial', s.id, s.serial_number, s.part_id, null
      from serial_unit s where s.serial_number = ${code}
      union all
      select 'lot', l.id, l.lot_number, l.part_id, null from lot l where l.lot_number = ${code}
      union all
      select 'part', p.id, p.part_number, p.id, null from part p
      where p.part_number = ${code} or p.manufacturer_part_number = ${code}
         or p.id in (select part_id from part_barcode where part_barcode.code = ${code})
      limit 20`);
    const parts = rows.flatMap((row) => (row.kind === 'part' ? [row.id] : []));
    const successors = await successorsOf(read, parts);
    return [...rows].map((row) => ({ ...row, successor: successors.get(row.id) ?? null }));
  },
});
