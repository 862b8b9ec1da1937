/**
 * Undoing an entry: a new entry with the same lines the other way round. The old one stays as it
 * was; the database allows one reversal each. It knows lines and piles, not what they were for.
 */
import { sql } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { explainReversal } from './explain-reversal.ts';
import { postEntry } from './post-entry.ts';
import { type Condition, type PostingLine, reversedLines } from './posting.rules.ts';

interface LineRow extends Record<string, unknown> {
  part_id: string;
  quantity: number;
  serial_id: string | null;
  from_location: string;
  from_lot: string | null;
  from_condition: Condition;
  from_owner: string;
  from_box: string | null;
  to_location: string;
  to_lot: string | null;
  to_condition: Condition;
  to_owner: string;
  to_box: string | null;
  /** What the line was worth when it was posted; null where it did not cross the border. */
  worth: number | null;
}

function lineOf(row: LineRow): PostingLine {
  const partId = row.part_id;
  return {
    from: {
      partId,
      locationId: row.from_location,
      lotId: row.from_lot,
      condition: row.from_condition,
      ownerId: row.from_owner,
      handlingUnitId: row.from_box,
    },
    to: {
      partId,
      locationId: row.to_location,
      lotId: row.to_lot,
      condition: row.to_condition,
      ownerId: row.to_owner,
      handlingUnitId: row.to_box,
    },
    quantity: row.quantity,
    serialId: row.serial_id,
    holdId: null,
    valueMinor: row.worth ?? undefined,
  };
}

/**
 * Reverses an entry, once. What it was worth goes back exactly; what it made us owe is taken back.
 * @throws inventory.unknown-entry, already-reversed; moved-since and held-since name what stands in
 *   the way
 */
export async function reverseEntry(work: Work, entryId: string, reason: string): Promise<string> {
  const rows = await work.db.execute<LineRow>(sql`
    select m.part_id, m.quantity, m.serial_id,
           f.location_id as from_location, f.lot_id as from_lot, f.condition as from_condition,
           f.owner_id as from_owner, f.handling_unit_id as from_box,
           t.location_id as to_location, t.lot_id as to_lot, t.condition as to_condition,
           t.owner_id as to_owner, t.handling_unit_id as to_box,
           abs(c.value_minor + c.variance_minor) as worth
    from movement m
    left join cost_entry c on c.entry_id = m.entry_id and c.line = m.line
    join bucket f on f.id = m.from_bucket_id
    join bucket t on t.id = m.to_bucket_id
    where m.entry_id = ${entryId}::uuid
    order by m.line`);
  if (rows.length === 0) throw inventoryErrors.error('unknown-entry');
  // Told before any shortage; of two at once the database still lets one through.
  const undone = await work.db.execute(
    sql`select 1 from entry where reverses_id = ${entryId}::uuid`,
  );
  if (undone.length > 0) throw inventoryErrors.error('already-reversed');
  const lines = reversedLines([...rows].map(lineOf));
  const document = `entry:${entryId}`;
  const draft = { kind: 'reversal' as const, document, reason, lines, reversesId: entryId };
  return postEntry(work, draft, explainReversal(entryId, lines));
}
