/**
 * Why a posting or a reservation was refused: which piece, which hold, what is free and who holds the
 * rest. Reads balances after the refusal; it never decides anything.
 */
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { explainHold } from './explain-hold.ts';
import { explainSerial } from './explain-serial.ts';
import { pileId } from './pile-id.ts';
import type { PostingLine } from './posting.rules.ts';

interface PileRow extends Record<string, unknown> {
  id: string;
  on_hand: number;
  reserved: number;
  holders: string | null;
}

/** What a posting takes or a reservation claims. */
export type Wanted = Pick<PostingLine, 'from' | 'quantity' | 'serialId' | 'holdId'>;

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

/**
 * The refusal for lines that a check of the tables said no to. Pieces come first, then holds, then
 * quantities: a pile that is short of the piece somebody scanned is not the answer he needs.
 */
export async function explainRefusal(read: Read, lines: readonly Wanted[]): Promise<DomainError> {
  return (
    (await explainSerial(read, lines)) ??
    (await explainHold(read, lines)) ??
    (await explainShortage(read, lines))
  );
}
