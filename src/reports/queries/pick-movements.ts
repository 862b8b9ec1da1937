/**
 * Which movements a transaction report is about, newest first. The statement holds only the conditions
 * that were asked for, and joins only what they need, so that an index serves each of them.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { addDays } from '../../platform/clock.ts';
import type { Read } from '../../platform/work.ts';
import type { transactionWish } from '../contract.ts';
import { wordsOf } from '../search.rules.ts';
import { allOf, partText, wordsIn } from './search-words.ts';

export type TransactionWish = z.output<z.ZodObject<typeof transactionWish>>;

const entries = sql`join entry e on e.id = m.entry_id`;
const piles = sql`
  join bucket f on f.id = m.from_bucket_id join bucket t on t.id = m.to_bucket_id`;
const places = sql`
  join location fl on fl.id = f.location_id join location tl on tl.id = t.location_id`;

/** One condition and the tables it speaks of. */
interface Condition {
  readonly needs: 'movement' | 'entry' | 'pile' | 'place';
  readonly is: SQL;
}

const dayStart = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

function ofEntry(wish: TransactionWish): SQL[] {
  const { fromDay, untilDay, kind, actorId } = wish;
  const from = fromDay === null ? null : dayStart(fromDay).toISOString();
  const until = untilDay === null ? null : addDays(dayStart(untilDay), 1).toISOString();
  return [
    ...(from === null ? [] : [sql`e.posted_at >= ${from}::timestamptz`]),
    ...(until === null ? [] : [sql`e.posted_at < ${until}::timestamptz`]),
    ...(kind === null ? [] : [sql`e.kind = ${kind}`]),
    ...(actorId === null ? [] : [sql`e.actor_id = ${actorId}::uuid`]),
  ];
}

function inPiles(which: SQL): SQL {
  const ids = sql`array(select b.id from bucket b ${which})`;
  return sql`(m.from_bucket_id = any (${ids}) or m.to_bucket_id = any (${ids}))`;
}

function ofMovement(wish: TransactionWish): SQL[] {
  const { before, partId, document, serialNumber, locationId } = wish;
  return [
    ...(before === null ? [] : [sql`m.seq < ${before}`]),
    ...(partId === null ? [] : [sql`m.part_id = ${partId}::uuid`]),
    ...(document === null
      ? []
      : [sql`m.entry_id = any (array(select id from entry where document = ${document}))`]),
    ...(serialNumber === null
      ? []
      : [
          sql`m.serial_id = any (array(
            select id from serial_unit where serial_number = ${serialNumber}))`,
        ]),
    ...(locationId === null ? [] : [inPiles(sql`where b.location_id = ${locationId}::uuid`)]),
  ];
}

function conditionsOf(read: Pick<Read, 'scopes'>, wish: TransactionWish): Condition[] {
  const { siteId, condition } = wish;
  const seen = sql`(${withinScopes(read, sql`fl.site_id`)} or ${withinScopes(read, sql`tl.site_id`)}
    or ${withinScopes(read, sql`e.site_id`)})`;
  const site = sql`(fl.site_id = ${siteId}::uuid or tl.site_id = ${siteId}::uuid
    or e.site_id = ${siteId}::uuid)`;
  return [
    ...ofMovement(wish).map((is) => ({ needs: 'movement' as const, is })),
    ...ofEntry(wish).map((is) => ({ needs: 'entry' as const, is })),
    ...(condition === null
      ? []
      : [
          {
            needs: 'pile' as const,
            is: sql`(f.condition = ${condition} or t.condition = ${condition})`,
          },
        ]),
    ...(siteId === null ? [] : [{ needs: 'place' as const, is: site }]),
    ...(read.scopes === 'all' ? [] : [{ needs: 'place' as const, is: seen }]),
  ];
}

function pickSome(conditions: readonly Condition[], limit: number): SQL {
  const needed = new Set(conditions.map(({ needs }) => needs));
  const hasPlace = needed.has('place');
  const joins = [
    ...(needed.has('entry') || hasPlace ? [entries] : []),
    ...(needed.has('pile') || hasPlace ? [piles] : []),
    ...(hasPlace ? [places] : []),
  ];
  return sql`(select m.seq from movement m ${sql.join(joins, sql` `)}
    where ${allOf(conditions.map(({ is }) => is))} order by m.seq desc limit ${limit})`;
}

/** Above this many parts a search hits so often that reading from the newest on is the shorter way. */
const fewParts = 200;

/** What a search may mean: the part, the piece, the place, or what the entry says. */
async function meanings(read: Read, search: string): Promise<Condition[]> {
  const named = sql`select part.id from part where ${allOf(wordsIn(search, partText))}`;
  const [found] = await read.db.execute<{ parts: string[]; pieces: string[]; bins: string[] }>(sql`
    select array(${named} limit ${fewParts + 1})::text[] as parts,
           array(select id from serial_unit where ${allOf(wordsIn(search, sql`serial_number`))}
                 limit 1000)::text[] as pieces,
           array(select id from location where ${allOf(wordsIn(search, sql`code`))}
                 limit 200)::text[] as bins`);
  const { parts = [], pieces = [], bins = [] } = found ?? {};
  const list = (ids: readonly string[]) =>
    sql`array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
  const ofParts =
    parts.length > fewParts
      ? sql`(m.part_id in (${named})) is true`
      : sql`m.part_id = any (${list(parts)})`;
  const said = sql`concat_ws(' ', e.document, e.actor_name, e.reason)`;
  return [
    ...(parts.length === 0 ? [] : [{ needs: 'movement' as const, is: ofParts }]),
    ...(pieces.length === 0
      ? []
      : [{ needs: 'movement' as const, is: sql`m.serial_id = any (${list(pieces)})` }]),
    ...(bins.length === 0
      ? []
      : [
          {
            needs: 'movement' as const,
            is: inPiles(sql`where b.location_id = any (${list(bins)})`),
          },
        ]),
    { needs: 'entry' as const, is: allOf(wordsIn(search, said)) },
  ];
}

/** `picked`: the `seq` of so many movements, newest first. */
export async function pickMovements(
  read: Read,
  wish: TransactionWish,
  limit: number,
): Promise<SQL> {
  const conditions = conditionsOf(read, wish);
  if (wordsOf(wish.search).length === 0) return pickSome(conditions, limit);
  const branches = (await meanings(read, wish.search)).map((one) =>
    pickSome([...conditions, one], limit),
  );
  return sql`(select seq from (${sql.join(branches, sql` union `)}) found
    order by seq desc limit ${limit})`;
}
