/**
 * Reads which orders wait for parts. A line also waits for what may stand in for its part, so parts
 * are followed over their relations; whether one really covers the other is said by the rules.
 */
import { sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';

/** Orders served in one go; the rest is served by the next. */
const ordersAtMost = 100;

const waits = sql`l.cancelled + l.allocated + l.picked + l.shipped < l.quantity`;

/** In SQL: the parts and everything related to them over any number of steps. */
function relatedTo(partIds: readonly string[]) {
  return sql`
    with recursive reached (part_id) as (
      select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid
      union
      select case when r.from_part_id = a.part_id then r.to_part_id else r.from_part_id end
      from reached a
      join part_relation r on r.from_part_id = a.part_id or r.to_part_id = a.part_id
    )`;
}

const byTurn = sql`o.priority, o.needed_by nulls last, o.created_at, o.number`;

/** Orders that wait, the most urgent first; of some parts or of a site. */
export async function waitingOrderIds(
  read: Read,
  ask: { readonly partIds: readonly string[] | null; readonly siteId: string | null },
): Promise<string[]> {
  const parts = ask.partIds === null ? sql`` : relatedTo(ask.partIds);
  const isMeant =
    ask.partIds === null ? sql`true` : sql`l.part_id in (select part_id from reached)`;
  const rows = await read.db.execute<{ id: string }>(sql`
    ${parts}
    select o.id from stock_order o
    where o.state in ('open', 'partly-fulfilled') and ${withinScopes(read, sql`o.site_id`)}
      and (${ask.siteId}::uuid is null or o.site_id = ${ask.siteId}::uuid)
      and exists (select from stock_order_line l where l.order_id = o.id and ${waits} and ${isMeant})
    order by ${byTurn}
    limit ${ordersAtMost}`);
  return [...rows].map(({ id }) => id);
}

/** Waiting orders of parts that nobody else works on, locked; and whether some were passed over. */
export async function lockWaiting(
  read: Read,
  partIds: readonly string[],
): Promise<{ readonly ids: readonly string[]; readonly hasBusy: boolean }> {
  const wanted = await waitingOrderIds({ ...read, scopes: 'all' }, { partIds, siteId: null });
  if (wanted.length === 0) return { ids: [], hasBusy: false };
  const rows = await read.db.execute<{ id: string }>(sql`
    select id from stock_order
    where id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)::uuid))
    order by id
    for no key update skip locked`);
  return { ids: [...rows].map(({ id }) => id), hasBusy: rows.length < wanted.length };
}
