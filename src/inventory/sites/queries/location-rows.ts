/** How a location is shown: its place in the tree, whose it is, and whether anything lies there. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { id } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';

export const locationDetail = z.strictObject({
  id,
  code: z.string(),
  name: z.string().nullable(),
  kind: z.string(),
  siteId: id,
  siteCode: z.string(),
  parentId: id.nullable(),
  parentCode: z.string().nullable(),
  custodianId: id.nullable(),
  pickSequence: z.int().nullable(),
  /** Whether stock that lies here may be promised. */
  isAllocatable: z.boolean(),
  /** How many piles are not empty here. */
  piles: z.int(),
  retiredAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type LocationDetail = z.infer<typeof locationDetail>;

type Row = Omit<LocationDetail, 'retiredAt'> & { readonly retiredAt: Date | string | null };

/** Locations that meet a condition on `l`, with the paging given as SQL. */
export async function locationRows(
  read: Read,
  where: SQL,
  rest: SQL = sql``,
): Promise<LocationDetail[]> {
  const rows = await read.db.execute<Row & Record<string, unknown>>(sql`
    select l.id, l.code, l.name, l.kind, l.site_id as "siteId", site.code as "siteCode",
           l.parent_id as "parentId", zone.code as "parentCode", l.custodian_id as "custodianId",
           l.pick_sequence as "pickSequence", l.is_allocatable as "isAllocatable",
           (select count(*)::int from bucket b where b.location_id = l.id and b.holds_stock) as piles,
           l.retired_at as "retiredAt", l.version
    from location l
    join site on site.id = l.site_id
    left join location zone on zone.id = l.parent_id
    where ${where}
    order by l.pick_sequence nulls last, l.code
    ${rest}`);
  return rows.map((row) => ({
    ...row,
    retiredAt: row.retiredAt === null ? null : new Date(row.retiredAt).toISOString(),
  }));
}
