/**
 * Claims as much of each pile as is free, up to what is wished: the answer to somebody who would
 * rather have less than a refusal. One database call; piles are locked in id order before their
 * balance is read, so nothing is promised twice and nobody waits for another in a circle.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { few } from './few-rows.ts';

/** One wish; of a serialised part one piece each, so that every piece gets a hold of its own. */
export interface HoldWish {
  readonly pileId: string;
  readonly quantity: number;
  readonly document: string;
  readonly expiresAt: Date | null;
}

/** What was claimed of a wish; wishes that got nothing are absent. */
export interface GrantedHold {
  /** Place of the wish in the list, from 0. */
  readonly wish: number;
  readonly holdId: string;
  readonly quantity: number;
  readonly serialId: string | null;
}

type Row = Record<string, unknown> & {
  n: number;
  id: string;
  quantity: number;
  serial_id: string | null;
};

function wishRow(wish: HoldWish, n: number, id: string) {
  return {
    n,
    id,
    bucket_id: wish.pileId,
    quantity: wish.quantity,
    document: wish.document,
    expires_at: wish.expiresAt?.toISOString() ?? null,
  };
}

/**
 * The statement that claims what is free. Of a serialised part the pieces that came first are taken.
 * `skipBusy` passes over piles that somebody else has locked, for callers who hold piles already.
 */
function reserveUpToStatement(
  work: Pick<Work, 'actor' | 'now'>,
  rows: readonly ReturnType<typeof wishRow>[],
  skipBusy: boolean,
) {
  return sql`
    with wish as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (
        n int, id uuid, bucket_id uuid, quantity bigint, document text, expires_at timestamptz)
      limit ${few(rows)}
    ), locked as materialized (
      select b.id, b.tracking, b.on_hand - b.reserved as free from bucket b
      where b.id = any (array(select wish.bucket_id from wish)) and not b.neg_ok
      order by b.id
      for no key update ${skipBusy ? sql`skip locked` : sql``}
    ), shared as materialized (
      -- Wishes for one pile are served in their order.
      select w.*, l.tracking,
             greatest(0, least(w.quantity, l.free - coalesce(sum(w.quantity) over earlier, 0)))::bigint
               as granted,
             row_number() over (partition by w.bucket_id order by w.n) as place
      from wish w join locked l on l.id = w.bucket_id
      window earlier as (partition by w.bucket_id order by w.n
                         rows between unbounded preceding and 1 preceding)
    ), piece as materialized (
      select need.bucket_id, s.id, row_number() over (
               partition by need.bucket_id order by s.created_at, s.serial_number) as place
      from (select bucket_id, count(*) as pieces from shared
            where tracking = 'serial' and granted > 0 group by 1) need
      cross join lateral (
        select id, created_at, serial_number from serial_unit
        where serial_unit.bucket_id = need.bucket_id and hold_id is null
        order by created_at, serial_number
        limit need.pieces
        for no key update
      ) s
    ), granted as materialized (
      select w.n, w.id, w.bucket_id, p.id as serial_id, w.granted as quantity, w.document, w.expires_at
      from shared w
      left join piece p on p.bucket_id = w.bucket_id and p.place = w.place
      where w.granted > 0 and (w.tracking <> 'serial' or p.id is not null)
    ), claimed as (
      update bucket b
      set reserved = b.reserved + c.quantity, version = b.version + 1
      from (select bucket_id, sum(quantity)::bigint as quantity from granted group by 1) c
      where b.id = c.bucket_id
      returning b.id
    ), pinned as (
      update serial_unit s set hold_id = g.id from granted g where s.id = g.serial_id
      returning s.id
    ), kept as (
      insert into reservation (id, bucket_id, serial_id, quantity, document, expires_at,
                               created_at, created_by)
      select g.id, g.bucket_id, g.serial_id, g.quantity, g.document, g.expires_at,
             ${work.now.toISOString()}::timestamptz, ${work.actor.id}::uuid
      from granted g join claimed c on c.id = g.bucket_id
      returning id
    )
    select n, id, quantity, serial_id from granted
    where (select count(*) from kept) >= 0 and (select count(*) from pinned) >= 0
    order by n`;
}

/** Claims what is free of each wish, in one go. Never refuses; what is missing was not free. */
export async function reserveUpTo(
  work: Work,
  wishes: readonly HoldWish[],
  { skipBusy = false }: { readonly skipBusy?: boolean } = {},
): Promise<GrantedHold[]> {
  invariant(
    wishes.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0),
    'a hold is a whole positive quantity',
  );
  if (wishes.length === 0) return [];
  const rows = wishes.map((wish, n) => wishRow(wish, n, work.newId()));
  const granted = await work.db.execute<Row>(reserveUpToStatement(work, rows, skipBusy));
  return [...granted].map((row) => ({
    wish: row.n,
    holdId: row.id,
    quantity: Number(row.quantity),
    serialId: row.serial_id,
  }));
}
