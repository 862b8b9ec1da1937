/** Reads which codes are taken and adds many bins in one statement. Knows columns, not patterns. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';

/** A code that is taken, and whether the caller's site has it in use. */
export interface TakenCode extends Record<string, unknown> {
  readonly code: string;
  readonly isHere: boolean;
}

/** Those of the codes that are taken anywhere, in the order of the codes. */
export async function takenCodes(
  read: Read,
  siteId: string,
  codes: readonly string[],
): Promise<readonly TakenCode[]> {
  const rows = await read.db.execute<TakenCode>(sql`
    select l.code, coalesce(l.site_id = ${siteId}::uuid and l.is_live, false) as "isHere"
    from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb) with ordinality w (code, n)
    join location l on l.code = w.code
    order by w.n`);
  return [...rows];
}

/** The last place on the walk through a site; 0 when nothing is on it. */
export async function lastOnWalk(read: Read, siteId: string): Promise<number> {
  const [row] = await read.db.execute<{ last: number }>(sql`
    select coalesce(max(pick_sequence), 0)::int as last from location
    where site_id = ${siteId}::uuid and is_live`);
  return row?.last ?? 0;
}

/** A bin to add. */
export interface NewBin {
  readonly code: string;
  readonly pickSequence: number;
}

/** Adds bins of a site that is locked. */
export async function addBins(
  work: Work,
  where: { readonly siteId: string; readonly parentId: string | null; readonly kind: string },
  bins: readonly NewBin[],
): Promise<void> {
  const rows = bins.map((bin) => ({ ...bin, id: work.newId() }));
  await work.db.execute(sql`
    insert into location (id, code, kind, site_id, parent_id, pick_sequence, created_at)
    select b.id, b.code, ${where.kind}, ${where.siteId}::uuid, ${where.parentId}::uuid,
           b."pickSequence", ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as b (id uuid, code text, "pickSequence" int)`);
}
