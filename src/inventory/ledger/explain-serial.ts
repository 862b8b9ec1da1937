/**
 * Which scanned piece stands in the way of a posting or a reservation: unknown, held for somebody, or
 * somewhere else. Reads after the refusal; it never decides anything.
 */
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import type { Wanted } from './explain.ts';
import { few } from './few-rows.ts';
import { pileId } from './pile-id.ts';

interface PieceRow extends Record<string, unknown> {
  serial_number: string | null;
  held: boolean;
  here: boolean;
  code: string | null;
  document: string | null;
}

function wantedRow({ from, serialId, holdId }: Wanted) {
  const fromId = pileId(from);
  return { serial_id: serialId, hold_id: holdId, from_id: fromId, location_id: from.locationId };
}

/**
 * The refusal for the pieces at fault, or null when every piece is where it is taken from.
 * @param done pieces the refused statement had already taken care of
 */
export async function explainSerial(
  read: Read,
  lines: readonly Wanted[],
  done: readonly string[] = [],
): Promise<DomainError | null> {
  const open = lines.filter(({ serialId }) => serialId !== null && !done.includes(serialId));
  if (open.length === 0) return null;
  const rows = await read.db.execute<PieceRow>(sql`
    select s.serial_number, place.code, r.document,
           (s.hold_id is not null and s.hold_id is distinct from l.hold_id) as held,
           coalesce(s.bucket_id = l.from_id, origin.neg_ok) as here
    from (
      select * from jsonb_to_recordset(${JSON.stringify(open.map(wantedRow))}::jsonb) as j (
        serial_id uuid, hold_id uuid, from_id uuid, location_id uuid)
      limit ${few(open)}) l
    left join serial_unit s on s.id = l.serial_id
    left join location origin on origin.id = l.location_id
    left join bucket b on b.id = s.bucket_id
    left join location place on place.id = b.location_id
    left join reservation r on r.id = s.hold_id`);
  if ([...rows].some((row) => row.serial_number === null)) {
    return inventoryErrors.error('unknown-serial');
  }
  const held = [...rows].find((row) => row.held);
  if (held !== undefined) {
    const { serial_number: serialNumber, document } = held;
    return inventoryErrors.error('serial-held', { serialNumber, document });
  }
  const away = [...rows].filter((row) => !row.here);
  return away.length === 0 ? null : notHere(away);
}

function notHere(rows: readonly PieceRow[]): DomainError {
  return inventoryErrors.error('serial-not-here', {
    serialNumber: rows.map((row) => row.serial_number).join(', '),
    location: rows.map((row) => row.code ?? '-').join(', '),
  });
}
