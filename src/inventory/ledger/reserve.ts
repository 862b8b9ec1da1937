/**
 * Holds: a claim on a pile, and for a serialised part on one piece. Reserving and releasing are one
 * database call each; piles are locked in id order, the check `never_over_reserved` decides.
 */
import { statement } from '../../platform/db/statement.ts';
import { type DomainError, invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { explainRefusal, explainShortage } from './explain.ts';
import { explainSerial } from './explain-serial.ts';
import { fewOf } from './few-rows.ts';
import { pileId } from './pile-id.ts';
import type { Pile } from './posting.rules.ts';

/** One claim: so much of a pile for a document. */
export interface HoldRequest {
  readonly pile: Pile;
  readonly quantity: number;
  readonly serialId: string | null;
  readonly document: string;
  readonly expiresAt: Date | null;
}

/** A claim as the statement takes it. */
export function holdRow(hold: HoldRequest, id: string) {
  return {
    id,
    bucket_id: pileId(hold.pile),
    serial_id: hold.serialId,
    quantity: hold.quantity,
    document: hold.document,
    expires_at: hold.expiresAt?.toISOString() ?? null,
  };
}

/** The statement that claims stock: `kept` holds, and the ids of the `pinned` pieces. */
export function reserveStatement(
  work: Pick<Work, 'actor' | 'now'>,
  rows: readonly ReturnType<typeof holdRow>[],
) {
  return statement`
    with hold as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h (
        id uuid, bucket_id uuid, serial_id uuid, quantity bigint, document text,
        expires_at timestamptz)
      limit ${fewOf(rows)}
    ), locked as materialized (
      select b.id from bucket b
      where b.id = any (array(select hold.bucket_id from hold))
      order by b.id
      for no key update
    ), claimed as (
      update bucket b
      set reserved = b.reserved + c.quantity, version = b.version + 1
      from locked join (
        select bucket_id, sum(quantity)::bigint as quantity from hold group by 1
      ) c on c.bucket_id = locked.id
      where b.id = locked.id and not b.neg_ok
        -- A serialised part is claimed piece by piece; a number of them would pin none.
        and (b.tracking <> 'serial' or not exists (
              select from hold h where h.bucket_id = b.id and h.serial_id is null))
      returning b.id
    ), pinned as (
      update serial_unit s set hold_id = h.id
      from hold h
      where s.id = h.serial_id and s.bucket_id = h.bucket_id and s.hold_id is null
      returning s.id
    ), kept as (
      insert into reservation (id, bucket_id, serial_id, quantity, document, expires_at,
                               created_at, created_by)
      select h.id, h.bucket_id, h.serial_id, h.quantity, h.document, h.expires_at,
             ${work.now.toISOString()}::timestamptz, ${work.actor.id}::uuid
      from hold h join claimed c on c.id = h.bucket_id
      returning id
    )
    select (select count(*) from kept)::int as kept, array(select id::text from pinned) as pinned`;
}

/** The refusal for a claim on a serialised part that names no piece, or null. */
async function explainUnnamed(
  work: Work,
  asked: readonly HoldRequest[],
): Promise<DomainError | null> {
  const unnamed = asked.filter(({ serialId }) => serialId === null);
  const rows = await work.rows<{ id: string }>(statement`
    select id from bucket where tracking = 'serial' and id in (
      select jsonb_array_elements_text(${JSON.stringify(unnamed.map(({ pile }) => pileId(pile)))}::jsonb)::uuid)`);
  const piles = new Set(rows.map(({ id }) => id));
  const blind = unnamed.filter(({ pile }) => piles.has(pileId(pile)));
  if (blind.length === 0) return null;
  const expected = blind.reduce((sum, { quantity }) => sum + quantity, 0);
  return inventoryErrors.error('serial-required', { expected, given: 0 });
}

/**
 * Claims stock, all that is asked or none.
 * @returns the ids of the holds, in the order asked
 * @throws inventory.insufficient-stock, serial-required, serial-held, serial-not-here, unknown-serial
 */
export async function reserve(work: Work, asked: readonly HoldRequest[]): Promise<string[]> {
  invariant(
    asked.every((r) => Number.isSafeInteger(r.quantity) && r.quantity > 0),
    'a hold is a whole positive quantity',
  );
  const wanted = asked.map(({ pile, quantity, serialId }) => {
    return { from: pile, quantity, serialId, holdId: null };
  });
  work.refuseAs('never_over_reserved', (read) => explainRefusal(read, wanted));
  work.refuseAs('one_live_hold_per_serial', async () => inventoryErrors.error('serial-held'));
  const rows = asked.map((one) => holdRow(one, work.newId()));
  const answers = await work.rows<{ kept: number; pinned: string[] }>(reserveStatement(work, rows));
  const done = answers[0];
  invariant(done, 'the reserve statement always answers');
  const serials = asked.filter((one) => one.serialId !== null).length;
  if (done.kept !== asked.length || done.pinned.length !== serials) {
    const why = await explainSerial(work, wanted, done.pinned);
    throw why ?? (await explainUnnamed(work, asked)) ?? (await explainShortage(work, wanted));
  }
  return rows.map((row) => row.id);
}

/** The statement that gives holds back: how many it `released`. */
export function releaseStatement(holdIds: readonly string[]) {
  return statement`
    with wanted as materialized (
      select r.id, r.bucket_id from reservation r
      where r.id = any (array(select jsonb_array_elements_text(${JSON.stringify(holdIds)}::jsonb)::uuid))
    ), locked as materialized (
      select b.id from bucket b
      where b.id = any (array(select bucket_id from wanted))
      order by b.id
      for no key update
    ), closing as materialized (
      -- The hold itself is locked after its pile, in the order every posting uses.
      select r.id, r.bucket_id, r.serial_id, r.quantity - r.consumed - r.released as open
      from reservation r
      where r.id in (select id from wanted) and (select count(*) from locked) >= 0
        and r.consumed + r.released < r.quantity
      order by r.id
      for no key update
    ), released as (
      update reservation r set released = r.released + c.open from closing c
      where r.id = c.id
      returning r.id
    ), freed as (
      update bucket b
      set reserved = b.reserved - c.open, version = b.version + 1
      from (select bucket_id, sum(open)::bigint as open from closing group by 1) c
      where b.id = c.bucket_id
      returning b.id
    ), unpinned as (
      update serial_unit s set hold_id = null from closing c
      where s.id = c.serial_id and s.hold_id = c.id
      returning s.id
    )
    select (select count(*) from released)::int as released`;
}

/**
 * Gives back whatever is still open of the holds.
 * @throws inventory.hold-not-live when one of them has nothing open
 */
export async function release(work: Work, holdIds: readonly string[]): Promise<void> {
  const rows = await work.rows<{ released: number }>(releaseStatement(holdIds));
  if ((rows[0]?.released ?? 0) !== new Set(holdIds).size) {
    throw inventoryErrors.error('hold-not-live');
  }
}
