/**
 * Which hold stands in the way of a posting: gone, used up, or on another pile. Reads after the
 * refusal; it never decides anything.
 */
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import type { Wanted } from './explain.ts';
import { pileId } from './pile-id.ts';

/**
 * The refusal for the first hold that does not cover its lines, or null when all do.
 * @param done holds the refused statement had already used
 */
export async function explainHold(
  read: Read,
  lines: readonly Wanted[],
  done: readonly string[] = [],
): Promise<DomainError | null> {
  const open = lines.filter(({ holdId }) => holdId !== null && !done.includes(holdId));
  if (open.length === 0) return null;
  const wanted = open.map((line) => ({
    hold_id: line.holdId,
    from_id: pileId(line.from),
    quantity: line.quantity,
  }));
  const rows = await read.db.execute<{ document: string | null }>(sql`
    select r.document
    from (select hold_id, from_id, sum(quantity) as quantity
          from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as l (
            hold_id uuid, from_id uuid, quantity bigint)
          group by 1, 2) l
    left join reservation r on r.id = l.hold_id
    where r.id is null or r.bucket_id <> l.from_id
       or r.consumed + r.released + l.quantity > r.quantity`);
  const [dead] = rows;
  return dead ? inventoryErrors.error('hold-not-live', { document: dead.document }) : null;
}
