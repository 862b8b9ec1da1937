/**
 * Why a posting or a reservation was refused: what is free, who holds the rest, where the serial is.
 * Reads balances after the refusal; it never decides anything.
 */
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { pileId } from './pile-id.ts';
import type { PostingLine } from './posting.rules.ts';

interface PileRow extends Record<string, unknown> {
  id: string;
  on_hand: number;
  reserved: number;
  holders: string | null;
}

type Wanted = Pick<PostingLine, 'from' | 'quantity' | 'holdId'>;

async function nameOf(read: Read, partId: string, locationId: string) {
  const rows = await read.db.execute<{ part_number: string; code: string }>(sql`
    select part.part_number, location.code from part, location
    where part.id = ${partId}::uuid and location.id = ${locationId}::uuid`);
  return rows[0];
}

/** The refusal for the first line that asks for more than its pile has free. */
export async function explainShortage(read: Read, lines: readonly Wanted[]): Promise<DomainError> {
  const asked = new Map<string, { line: Wanted; free: number; held: number }>();
  for (const line of lines) {
    const id = pileId(line.from);
    const known = asked.get(id) ?? { line, free: 0, held: 0 };
    if (line.holdId === null) known.free += line.quantity;
    else known.held += line.quantity;
    asked.set(id, known);
  }
  const rows = await read.db.execute<PileRow>(sql`
    select b.id, b.on_hand, b.reserved, (
      select string_agg(distinct r.document, ', ') from reservation r
      where r.bucket_id = b.id and r.consumed + r.released < r.quantity) as holders
    from bucket b where b.id in ${[...asked.keys()]}`);
  const found = new Map(rows.map((row) => [row.id, row]));
  const short = [...asked].find(([id, want]) => {
    const row = found.get(id);
    return (
      (row?.on_hand ?? 0) - (row?.reserved ?? 0) < want.free || (row?.on_hand ?? 0) < want.held
    );
  });
  // Stock may have come in since the refusal: then the first line is named, with what is free now.
  const [id, want] = short ?? [...asked][0] ?? [];
  if (id === undefined || want === undefined) return inventoryErrors.error('insufficient-stock');
  const row = found.get(id);
  const name = await nameOf(read, want.line.from.partId, want.line.from.locationId);
  return inventoryErrors.error('insufficient-stock', {
    partNumber: name?.part_number ?? null,
    location: name?.code ?? null,
    condition: want.line.from.condition,
    requested: want.free + want.held,
    available: Math.max(0, (row?.on_hand ?? 0) - (row?.reserved ?? 0)),
    reserved: row?.reserved ?? 0,
    holders: row?.holders ?? null,
  });
}

/** The refusal for the first serial that is not where the line takes it from, or is held. */
export async function explainSerial(
  read: Read,
  lines: readonly PostingLine[],
  placed: readonly string[],
): Promise<DomainError> {
  // The statement already moved what it could; what is left is what was refused.
  const ids = lines.flatMap((line) => line.serialId ?? []).filter((id) => !placed.includes(id));
  const rows = await read.db.execute<{
    id: string;
    serial_number: string;
    hold_id: string | null;
    code: string | null;
    document: string | null;
  }>(sql`
    select s.id, s.serial_number, s.hold_id, location.code, r.document
    from serial_unit s
    left join bucket b on b.id = s.bucket_id
    left join location on location.id = b.location_id
    left join reservation r on r.id = s.hold_id
    where s.id in ${ids}`);
  for (const line of lines) {
    const row = rows.find((candidate) => candidate.id === line.serialId);
    if (line.serialId !== null && !placed.includes(line.serialId) && row === undefined)
      return inventoryErrors.error('unknown-serial');
    if (row?.hold_id && row.hold_id !== line.holdId) {
      return inventoryErrors.error('serial-held', {
        serialNumber: row.serial_number,
        document: row.document,
      });
    }
  }
  const serials = rows.map((row) => row.serial_number).join(', ');
  const places = rows.map((row) => row.code ?? '-').join(', ');
  return inventoryErrors.error('serial-not-here', { serialNumber: serials, location: places });
}

/** The refusal for a hold that is gone, used up, or on another pile. */
export async function explainHold(read: Read, lines: readonly PostingLine[]): Promise<DomainError> {
  const ids = lines.flatMap((line) => line.holdId ?? []);
  const rows = await read.db.execute<{ document: string }>(
    sql`select document from reservation where id in ${ids}`,
  );
  return inventoryErrors.error('hold-not-live', { document: rows[0]?.document ?? null });
}
