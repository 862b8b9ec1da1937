/**
 * The only writer of the ledger. One database call locks the piles in id order, opens the missing
 * ones, changes the balances, moves the serials, uses up the holds and adds the movements; the
 * checks of the tables decide. It knows part, place, quantity; the document is an opaque reference.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { explainHold, explainSerial, explainShortage } from './explain.ts';
import { pileId } from './pile-id.ts';
import {
  type EntryDraft,
  flawOf,
  type PileChange,
  type PlannedLine,
  planPosting,
} from './posting.rules.ts';

function lineRow({ n, line, fromId, toId, fromLater, toLater }: PlannedLine) {
  return {
    n,
    part_id: line.from.partId,
    quantity: line.quantity,
    from_id: fromId,
    to_id: toId,
    from_later: fromLater,
    to_later: toLater,
    serial_id: line.serialId,
    hold_id: line.holdId,
  };
}

function pileRow({ id, pile, delta, used }: PileChange) {
  return {
    id,
    part_id: pile.partId,
    location_id: pile.locationId,
    lot_id: pile.lotId,
    condition: pile.condition,
    owner_id: pile.ownerId,
    handling_unit_id: pile.handlingUnitId,
    delta,
    used,
  };
}

function postingStatement(work: Work, draft: EntryDraft, entryId: string) {
  const { changes, planned } = planPosting(draft.lines, pileId);
  const at = work.now.toISOString();
  const effectiveAt = (draft.effectiveAt ?? work.now).toISOString();
  return sql`
    with line as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(planned.map(lineRow))}::jsonb) as l (
        n int, part_id uuid, quantity bigint, from_id uuid, to_id uuid,
        from_later bigint, to_later bigint, serial_id uuid, hold_id uuid)
    ), pile as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(changes.map(pileRow))}::jsonb) as p (
        id uuid, part_id uuid, location_id uuid, lot_id uuid, condition text, owner_id uuid,
        handling_unit_id uuid, delta bigint, used bigint)
    ), opened as (
      insert into bucket (id, part_id, tracking, location_id, neg_ok, lot_id, condition, owner_id,
                          handling_unit_id, on_hand, reserved, version)
      select p.id, p.part_id, part.tracking, p.location_id, location.neg_ok, p.lot_id, p.condition,
             p.owner_id, p.handling_unit_id, p.delta, 0, 1
      from pile p
      join part on part.id = p.part_id
      join location on location.id = p.location_id
      where not exists (select from bucket b where b.id = p.id)
      order by p.id
      on conflict (id) do update
        set on_hand = bucket.on_hand + excluded.on_hand, version = bucket.version + 1
      returning id, on_hand
    ), locked as materialized (
      select b.id from bucket b
      where b.id = any (array(select p.id from pile p))
        and (select count(*) from opened) >= 0
      order by b.id
      for no key update
    ), changed as (
      update bucket b
      set on_hand = b.on_hand + p.delta, reserved = b.reserved - p.used, version = b.version + 1
      from locked join pile p on p.id = locked.id
      where b.id = locked.id
      returning b.id, b.on_hand
    ), present as (
      select id, on_hand from opened union all select id, on_hand from changed
    ), noted as (
      insert into entry (id, kind, document, reason, actor_id, actor_name, effective_at, posted_at,
                         posting_key, reverses_id)
      values (${entryId}::uuid, ${draft.kind}, ${draft.document}, ${draft.reason},
              ${work.actor.id}::uuid, ${work.actor.name}, ${effectiveAt}::timestamptz,
              ${at}::timestamptz, ${draft.postingKey ?? null}, ${draft.reversesId ?? null}::uuid)
      returning id
    ), placed as (
      update serial_unit s
      set bucket_id = l.to_id, hold_id = null
      from line l join pile p on p.id = l.from_id
      where s.id = l.serial_id
        and s.hold_id is not distinct from l.hold_id
        and (s.bucket_id = l.from_id or (s.bucket_id is null and exists (
              select from location where location.id = p.location_id and location.neg_ok)))
      returning s.id
    ), used as (
      update reservation r
      set consumed = r.consumed + u.quantity
      from (select hold_id, from_id, sum(quantity)::bigint as quantity
            from line where hold_id is not null group by 1, 2) u
      where r.id = u.hold_id and r.bucket_id = u.from_id
        and r.consumed + r.released + u.quantity <= r.quantity
      returning r.id
    ), moved as (
      insert into movement (entry_id, line, part_id, tracking, quantity, from_bucket_id, to_bucket_id,
                            serial_id, reservation_id, from_after, to_after)
      select noted.id, l.n, l.part_id, part.tracking, l.quantity, l.from_id, l.to_id, l.serial_id, l.hold_id,
             f.on_hand - l.from_later, t.on_hand - l.to_later
      from line l
      join present f on f.id = l.from_id
      join present t on t.id = l.to_id
      join part on part.id = l.part_id
      cross join noted
      order by l.n
      returning line
    )
    select (select count(*) from moved)::int as moved, array(select id::text from placed) as placed,
           (select count(*) from used)::int as used`;
}

function declareRefusals(work: Work, draft: EntryDraft): void {
  work.refuseAs('never_negative', (read) => explainShortage(read, draft.lines));
  work.refuseAs('never_over_reserved', (read) => explainShortage(read, draft.lines));
  work.refuseAs('movement_serial_named', async () => inventoryErrors.error('serial-required'));
  work.refuseAs('bucket_lot', async () => inventoryErrors.error('lot-required'));
  work.refuseAs('entry_reversed_once', async () => inventoryErrors.error('already-reversed'));
  work.refuseAs('entry_posting_key', async () => inventoryErrors.error('posting-key-taken'));
}

/**
 * Posts an entry: all its lines or none.
 * @returns the id of the entry
 * @throws inventory.insufficient-stock, serial-not-here, serial-held, hold-not-live, lot-required,
 *   already-reversed, posting-key-taken, no-lines, same-pile
 */
export async function postEntry(work: Work, draft: EntryDraft): Promise<string> {
  const flaw = flawOf(draft);
  if (flaw === 'bad-quantity') invariant(false, 'a posting line must be a whole positive quantity');
  if (flaw !== null) throw inventoryErrors.error(flaw);
  declareRefusals(work, draft);
  const entryId = work.newId();
  const rows = await work.db.execute<{ moved: number; placed: string[]; used: number }>(
    postingStatement(work, draft, entryId),
  );
  const done = rows[0];
  invariant(done, 'the posting statement always answers');
  const serials = draft.lines.filter((line) => line.serialId !== null).length;
  const holds = new Set(draft.lines.flatMap((line) => line.holdId ?? [])).size;
  if (done.placed.length !== serials) throw await explainSerial(work, draft.lines, done.placed);
  if (done.used !== holds) throw await explainHold(work, draft.lines);
  if (done.moved !== draft.lines.length) throw inventoryErrors.error('unknown-part');
  const partIds = [...new Set(draft.lines.map((line) => line.from.partId))];
  work.emit('inventory.posted', { entryId, partIds });
  return entryId;
}
