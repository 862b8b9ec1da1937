/**
 * Why an entry cannot be undone any more: which later entry took the stock away, or which hold keeps
 * it. Reads after the refusal; it never decides anything.
 */
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { explainRefusal } from './explain.ts';
import { explainSerial } from './explain-serial.ts';
import { few } from './few-rows.ts';
import { pileId } from './pile-id.ts';
import type { Explain } from './post-entry.ts';
import type { PostingLine } from './posting.rules.ts';

interface InTheWay extends Record<string, unknown> {
  part: string;
  location: string;
  /** What holds it; null when it was moved. */
  held_for: string | null;
  held_at: string | null;
  number: number | null;
  document: string | null;
  who: string | null;
  at: string | null;
}

const minute = (moment: string | null) =>
  moment === null ? null : new Date(moment).toISOString().slice(0, 16).replace('T', ' ');

function refusalOf(row: InTheWay): DomainError | null {
  const { part, location, number, document, who } = row;
  if (row.number !== null) {
    const at = minute(row.at);
    return inventoryErrors.error('moved-since', { part, location, number, document, who, at });
  }
  if (row.held_for === null) return null;
  const held = { part, location, document: row.held_for, at: minute(row.held_at) };
  return inventoryErrors.error('held-since', held);
}

/** The entry that took a pile's stock or a piece last, one that still stands before one that was undone. */
const lastTaker = (what: ReturnType<typeof sql>) => sql`
  select e.seq, e.document, e.actor_name, e.posted_at
  from movement m join entry e on e.id = m.entry_id
  where ${what} and m.seq > undone.last
  order by (e.reverses_id is not null or exists (select from entry u where u.reverses_id = e.id)), m.seq desc
  limit 1`;

const lastOf = (entryId: string) =>
  sql`(select max(seq) as last from movement where entry_id = ${entryId}::uuid) undone`;

async function explainPiles(
  read: Read,
  entryId: string,
  lines: readonly PostingLine[],
): Promise<DomainError | null> {
  const wanted = new Map<string, number>();
  for (const { from, quantity } of lines) {
    const id = pileId(from);
    wanted.set(id, (wanted.get(id) ?? 0) + quantity);
  }
  const piles = [...wanted].map(([id, quantity]) => ({ id, quantity }));
  const rows = await read.db.execute<InTheWay>(sql`
    select part.part_number as part, place.code as location, hold.document as held_for,
           hold.created_at as held_at, later.seq as number, later.document, later.actor_name as who,
           later.posted_at as at
    from (select * from jsonb_to_recordset(${JSON.stringify(piles)}::jsonb) as w (
            id uuid, quantity bigint) limit ${few(piles)}) w
    join bucket b on b.id = w.id and not b.neg_ok and b.on_hand - b.reserved < w.quantity
    join part on part.id = b.part_id
    join location place on place.id = b.location_id
    cross join ${lastOf(entryId)}
    left join lateral (${lastTaker(sql`m.from_bucket_id = b.id`)}) later on b.on_hand < w.quantity
    left join lateral (
      select document, created_at from reservation r
      where r.bucket_id = b.id and r.consumed + r.released < r.quantity
      order by r.created_at desc limit 1) hold on b.on_hand >= w.quantity
    order by part.part_number, place.code
    limit 1`);
  return rows[0] === undefined ? null : refusalOf(rows[0]);
}

async function explainPiece(
  read: Read,
  entryId: string,
  lines: readonly PostingLine[],
): Promise<DomainError | null> {
  const pieces = lines.flatMap(({ serialId, from }) =>
    serialId === null ? [] : [{ serial_id: serialId, from_id: pileId(from) }],
  );
  const rows = await read.db.execute<InTheWay>(sql`
    select part.part_number || ' ' || s.serial_number as part, place.code as location,
           r.document as held_for, r.created_at as held_at, later.seq as number, later.document,
           later.actor_name as who, later.posted_at as at
    from (select * from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) as w (
            serial_id uuid, from_id uuid) limit ${few(pieces)}) w
    join serial_unit s on s.id = w.serial_id
     and (s.bucket_id is distinct from w.from_id or s.hold_id is not null)
    join part on part.id = s.part_id
    join bucket b on b.id = w.from_id
    join location place on place.id = b.location_id
    cross join ${lastOf(entryId)}
    left join lateral (${lastTaker(sql`m.serial_id = s.id`)}) later on s.bucket_id is distinct from w.from_id
    left join reservation r on r.id = s.hold_id
    order by s.serial_number
    limit 1`);
  return rows[0] === undefined ? null : refusalOf(rows[0]);
}

/** Who says what stands in the way of undoing an entry by these lines. */
export function explainReversal(entryId: string, lines: readonly PostingLine[]): Explain {
  return {
    stock: async (read) =>
      (await explainPiece(read, entryId, lines)) ??
      (await explainPiles(read, entryId, lines)) ??
      (await explainRefusal(read, lines)),
    piece: async (read, done) =>
      (await explainPiece(read, entryId, lines)) ?? (await explainSerial(read, lines, done)),
  };
}
