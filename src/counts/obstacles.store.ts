/**
 * What stands in the way of a difference, or makes it doubtful: holds on the stock that is missing, and
 * corrections made by others since it was counted. Reads only; the ledger decides.
 */
import { sql } from 'drizzle-orm';
import type { Read } from '../platform/work.ts';

/** A pile of which less is free than the count says is missing. */
export interface BlockedPile {
  readonly partNumber: string;
  readonly location: string;
  readonly free: number;
  readonly holders: string | null;
}

/** The first pile whose free stock is below what shall be taken out of the books; null when none is. */
export async function firstBlocked(
  read: Pick<Read, 'db'>,
  missing: readonly { readonly bucketId: string; readonly quantity: number }[],
): Promise<(BlockedPile & { missing: number }) | null> {
  const rows = await read.db.execute<Record<string, unknown> & BlockedPile & { missing: number }>(
    sql`
    select part.part_number as "partNumber", l.code as location, m.quantity as missing,
           b.on_hand - b.reserved as free,
           (select string_agg(distinct r.document, ', ') from reservation r
            where r.bucket_id = b.id and r.consumed + r.released < r.quantity) as holders
    from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as m ("bucketId" uuid, quantity bigint)
    join bucket b on b.id = m."bucketId"
    join part on part.id = b.part_id
    join location l on l.id = b.location_id
    where b.on_hand - b.reserved < m.quantity
    order by part.part_number, l.code limit 1`,
  );
  return rows[0] ?? null;
}

/** The first of the pieces that is held for a document; null when none is. */
export async function firstHeldPiece(
  read: Pick<Read, 'db'>,
  serialIds: readonly string[],
): Promise<(BlockedPile & { missing: number }) | null> {
  const rows = await read.db.execute<Record<string, unknown> & BlockedPile & { missing: number }>(
    sql`
    select part.part_number || ' ' || s.serial_number as "partNumber", l.code as location,
           1 as missing, 0 as free, r.document as holders
    from serial_unit s
    join reservation r on r.id = s.hold_id
    join part on part.id = s.part_id
    join bucket b on b.id = s.bucket_id
    join location l on l.id = b.location_id
    where s.id in (select jsonb_array_elements_text(${JSON.stringify(serialIds)}::jsonb)::uuid)
    order by s.serial_number limit 1`,
  );
  return rows[0] ?? null;
}

/**
 * The first of the piles whose books were corrected by hand, or by another count, after it was counted;
 * null when none was. `since` is a moment in ISO 8601.
 */
export async function firstCorrected(
  read: Pick<Read, 'db'>,
  counted: readonly { readonly bucketId: string; readonly since: string }[],
): Promise<{ partNumber: string; location: string; by: string; at: string } | null> {
  const rows = await read.db.execute<{
    partNumber: string;
    location: string;
    by: string;
    at: string;
  }>(sql`
    select part.part_number as "partNumber", l.code as location, e.actor_name as by,
           to_char(e.posted_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c ("bucketId" uuid, since timestamptz)
    join bucket b on b.id = c."bucketId"
    join part on part.id = b.part_id
    join location l on l.id = b.location_id
    join movement m on m.from_bucket_id = b.id or m.to_bucket_id = b.id
    join entry e on e.id = m.entry_id
    where e.kind in ('adjustment', 'count', 'reversal') and e.posted_at > c.since
    order by e.seq desc limit 1`);
  return rows[0] ?? null;
}
