/**
 * Claims all of the wishes or none, and writes what hangs on them in the same statement: whoever opens
 * a document with its holds needs one call and keeps the piles locked for no longer than that. Piles
 * are locked in id order before their balance is read, as everywhere in the ledger.
 */
import { type Statement, statement } from '../../platform/db/statement.ts';
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';

/** A claim; of a serialised part one piece each. */
export interface FirmWish {
  /** The id of the hold to be. */
  readonly id: string;
  readonly pileId: string;
  readonly quantity: number;
  readonly document: string;
}

/**
 * What is written with the claims: further WITH queries. They must read from `complete`, which has one
 * row when everything was claimed and none otherwise.
 */
export interface Rider {
  readonly queries: Statement;
  /** The columns it answers, as they stand after `select`. */
  readonly answers: Statement;
}

// The limit is a subquery, so that the server plans for a short list and keeps one plan.
const wishesIn = (rows: readonly object[]) => statement`
  wish as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (
      n int, id uuid, bucket_id uuid, quantity bigint, document text)
    limit (select ${rows.length}::int)
  ), locked as materialized (
    select b.id, b.tracking, b.on_hand - b.reserved as free from bucket b
    where b.id = any (array(select wish.bucket_id from wish)) and not b.neg_ok
    order by b.id
    for no key update
  ), need as materialized (
    select bucket_id, sum(quantity)::bigint as quantity from wish group by 1
  ), enough as materialized (
    select not exists (
      select from need left join locked on locked.id = need.bucket_id
      where locked.free is null or locked.free < need.quantity) as is_there
  )`;

const loose = () => statement`
  pair as materialized (
    select null::uuid as id, null::uuid as serial_id limit 0
  ), complete as materialized (
    select 1 as one from enough where is_there
  )`;

const pieces = () => statement`
  single as materialized (
    select w.id, w.bucket_id, row_number() over (partition by w.bucket_id order by w.n) as place
    from wish w join locked l on l.id = w.bucket_id
    where l.tracking = 'serial'
  ), piece as materialized (
    select need.bucket_id, s.id, row_number() over (
             partition by need.bucket_id order by s.created_at, s.serial_number) as place
    from (select bucket_id, count(*) as pieces from single group by 1) need
    cross join lateral (
      select id, created_at, serial_number from serial_unit
      where serial_unit.bucket_id = need.bucket_id and hold_id is null
      order by created_at, serial_number
      limit need.pieces
      for no key update
    ) s
  ), pair as materialized (
    select s.id, p.id as serial_id
    from single s join piece p on p.bucket_id = s.bucket_id and p.place = s.place
  ), complete as materialized (
    select 1 as one from enough
    where is_there and (select count(*) from single) = (select count(*) from pair)
  ), pinned as (
    update serial_unit s set hold_id = pair.id from pair, complete where s.id = pair.serial_id
  )`;

/**
 * Claims everything and writes the rider, or does neither: null. The piles it looked at stay locked
 * either way; who wants to lock more of them afterwards goes back to a point before this.
 */
export async function reserveAllAnd<T extends object>(
  work: Work,
  all: readonly FirmWish[],
  { hasPieces, rider }: { readonly hasPieces: boolean; readonly rider: Rider },
): Promise<T | null> {
  invariant(
    all.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0),
    'a hold is a whole positive quantity',
  );
  const rows = all.map(({ pileId, ...wish }, n) => ({ ...wish, n, bucket_id: pileId }));
  const [answer] = await work.rows<T & { readonly isComplete: boolean }>(statement`
    with ${wishesIn(rows)}, ${hasPieces ? pieces() : loose()}, claimed as (
      update bucket b set reserved = b.reserved + need.quantity, version = b.version + 1
      from need, complete where b.id = need.bucket_id
    ), kept as (
      insert into reservation (id, bucket_id, serial_id, quantity, document, expires_at, created_at,
                               created_by)
      select w.id, w.bucket_id, pair.serial_id, w.quantity, w.document, null,
             ${work.now.toISOString()}::timestamptz, ${work.actor.id}::uuid
      from complete cross join wish w left join pair on pair.id = w.id
    ), ${rider.queries}
    select exists (select from complete) as "isComplete", ${rider.answers}`);
  return answer?.isComplete === true ? answer : null;
}
