/**
 * The one database call of a posting: it opens and locks the piles in id order, changes the balances,
 * moves the serials, uses up the holds and adds the movements; the checks of the tables decide. Value
 * is kept in the same call, but only where a line crosses the border of what we own: stock that moves
 * among our own places touches no cost. It knows part, place, quantity; the document is opaque.
 */
import { statement } from '../../platform/db/statement.ts';
import type { Work } from '../../platform/work.ts';
import { everyCostHeld, heldCosts, keptCosts } from './cost-parts.ts';
import { crossingsOf } from './crossing.rules.ts';
import { fewOf } from './few-rows.ts';
import { pileId } from './pile-id.ts';
import {
  type EntryDraft,
  type PileChange,
  type PlannedLine,
  planPosting,
} from './posting.rules.ts';

/** First half of the advisory lock keys of piles being opened. */
const gateLocks = 7_203_002;

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

/** Who posts, and when: all the statement takes from the work around it. */
type Poster = Pick<Work, 'actor' | 'now'>;

/**
 * The statement that posts a draft under an id. Answers one row: `moved` lines, the ids of the `placed`
 * pieces and of the `used` holds; what is missing there was refused, and must be rolled back. Nothing
 * was written at all unless it is `priced`: every part that crosses the border needs its cost row.
 */
export function postingStatement(work: Poster, draft: EntryDraft, entryId: string) {
  const { changes, planned } = planPosting(draft.lines, pileId);
  const at = work.now.toISOString();
  const effectiveAt = (draft.effectiveAt ?? work.now).toISOString();
  const crossings = crossingsOf(draft);
  const keepsCost = crossings.length > 0;
  return statement`
    with ${keepsCost ? heldCosts(crossings) : statement``} line as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(planned.map(lineRow))}::jsonb) as l (
        n int, part_id uuid, quantity bigint, from_id uuid, to_id uuid,
        from_later bigint, to_later bigint, serial_id uuid, hold_id uuid)
      limit ${fewOf(planned)}
    ), pile as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(changes.map(pileRow))}::jsonb) as p (
        id uuid, part_id uuid, location_id uuid, lot_id uuid, condition text, owner_id uuid,
        handling_unit_id uuid, delta bigint, used bigint)
      limit ${fewOf(changes)}
    ), noted as (
      insert into entry (id, kind, site_id, document, reason, actor_id, actor_name, effective_at, posted_at,
                         posting_key, reverses_id)
      select ${entryId}::uuid, ${draft.kind}, ${draft.siteId ?? null}::uuid, ${draft.document}, ${draft.reason},
             ${work.actor.id}::uuid, ${work.actor.name}, ${effectiveAt}::timestamptz,
             ${at}::timestamptz, ${draft.postingKey ?? null}, ${draft.reversesId ?? null}::uuid
      ${keepsCost ? statement`where ${everyCostHeld}` : statement``}
      returning id
    ), gate as (
      -- Two postings that open one pile at once would break its other unique keys, which an upsert
      -- does not forgive. They queue here, before any pile is locked; 256 keys bound what one entry
      -- can lock.
      select pg_advisory_xact_lock(${gateLocks}, k.key) from (
        select distinct hashtext(p.id::text) & 255 as key from pile p
        where not exists (select from bucket b where b.id = p.id)
        order by 1) k
    ), present as (
      -- One pass in id order over old and new piles alike, so that no two postings wait for each
      -- other in a circle. A row that is there conflicts: what it proposes only has to pass the
      -- checks, the update carries the change. No key column changes, so the lock is the weak one
      -- that does not collide with the movements' foreign keys.
      insert into bucket (id, part_id, tracking, location_id, neg_ok, lot_id, condition, owner_id,
                          handling_unit_id, on_hand, reserved, version)
      select p.id, p.part_id, known.tracking, p.location_id, known.neg_ok, p.lot_id, p.condition,
             p.owner_id, p.handling_unit_id, p.delta * known.is_new, 0, 1
      from pile p
      left join bucket b on b.id = p.id
      cross join lateral (
        select b.tracking, b.neg_ok, 0 as is_new where b.id is not null
        union all
        select part.tracking, location.neg_ok, 1 from part, location
        where b.id is null and part.id = p.part_id and location.id = p.location_id
      ) known
      where (select count(*) from noted) = 1 and (select count(*) from gate) >= 0
      order by p.id
      on conflict (id) do update
        set (on_hand, reserved, version) = (
          select bucket.on_hand + p.delta, bucket.reserved - p.used, bucket.version + 1
          from pile p where p.id = excluded.id)
      returning id, on_hand
    ), placed as (
      update serial_unit s
      set bucket_id = l.to_id, hold_id = null
      from line l join pile p on p.id = l.from_id
      where s.id = l.serial_id and (select count(*) from noted) = 1
        and s.hold_id is not distinct from l.hold_id
        and (s.bucket_id = l.from_id or (s.bucket_id is null and exists (
              select from location where location.id = p.location_id and location.neg_ok)))
      returning s.id
    ), used as (
      update reservation r
      set consumed = r.consumed + u.quantity
      from (select hold_id, from_id, sum(quantity)::bigint as quantity
            from line where hold_id is not null group by 1, 2) u
      where r.id = u.hold_id and r.bucket_id = u.from_id and (select count(*) from noted) = 1
        and r.consumed + r.released + u.quantity <= r.quantity
      returning r.id
    ), ${keepsCost ? keptCosts(work, entryId) : statement``} moved as (
      insert into movement (entry_id, line, part_id, tracking, quantity, from_bucket_id, to_bucket_id,
                            serial_id, reservation_id, from_after, to_after)
      select ${entryId}::uuid, l.n, l.part_id, part.tracking, l.quantity, l.from_id, l.to_id, l.serial_id, l.hold_id,
             f.on_hand - l.from_later, t.on_hand - l.to_later
      from line l
      join present f on f.id = l.from_id
      join present t on t.id = l.to_id
      join part on part.id = l.part_id
      order by l.n
      returning line
    )
    select (select count(*) from moved)::int as moved, array(select id::text from placed) as placed,
           array(select id::text from used) as used,
           (select count(*) from noted) = 1 as priced`;
}
