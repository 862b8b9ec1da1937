/**
 * The cost rows of parts: opening them, locking one for a revaluation, reading what stock is worth.
 * Postings change them in their own statement; here nothing moves stock.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import { invariant } from '../../platform/errors.ts';
import type { Read, Work } from '../../platform/work.ts';
import type { CostMethod, CostState, Revaluation } from './cost.rules.ts';

/** Makes the cost rows that parts still lack, in part order; a part nobody knows gets none. */
export async function openCosts(db: Database, partIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    insert into part_cost (part_id)
    select id from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
    order by id
    on conflict (part_id) do nothing`);
}

interface CostRow extends Record<string, unknown> {
  method: CostMethod;
  standard: number | null;
  quantity: number;
  value: number;
}

/** Locks the cost row of a part, made if need be, until the transaction ends. */
export async function lockCost(work: Work, partId: string): Promise<CostState> {
  await openCosts(work.db, [partId]);
  const rows = await work.db.execute<CostRow>(sql`
    select method, standard_minor as standard, quantity, value_minor as value
    from part_cost where part_id = ${partId}::uuid for no key update`);
  const row = rows[0];
  invariant(row, 'a part has its cost row');
  const { method, standard, quantity, value } = row;
  return { method, standardMinor: standard, quantity, valueMinor: value };
}

/** Writes a revaluation of a locked cost row, and keeps it. */
export async function writeRevaluation(
  work: Work,
  partId: string,
  changed: Revaluation & { readonly reason: string },
): Promise<void> {
  const { method, standardMinor, valueMinor, deltaMinor, quantity, reason } = changed;
  await work.db.execute(sql`
    with revalued as (
      update part_cost
      set method = ${method}, standard_minor = ${standardMinor}, value_minor = ${valueMinor}
      where part_id = ${partId}::uuid
      returning part_id
    )
    insert into cost_entry (part_id, kind, quantity, value_minor, quantity_after, value_after, method,
                            standard_minor, reason, actor_name, at)
    select part_id, 'revaluation', 0, ${deltaMinor}::bigint, ${quantity}::bigint, ${valueMinor}::bigint,
           ${method}, ${standardMinor}::bigint, ${reason}, ${work.actor.name},
           ${work.now.toISOString()}::timestamptz
    from revalued`);
}

/**
 * What so many of these parts are worth together at today's cost, in minor units of their currency:
 * by the standard, else by the average, else by the part's own cost. Parts without a cost count zero.
 */
export async function stockValue(
  read: Pick<Read, 'db'>,
  parts: readonly { readonly partId: string; readonly quantity: number }[],
): Promise<number> {
  const rows = await read.db.execute<{ value: string }>(sql`
    select coalesce(sum(case
             when c.method = 'standard' then l.quantity::numeric * c.standard_minor
             when c.quantity > 0 then div(2 * l.quantity::numeric * c.value_minor + c.quantity,
                                          2 * c.quantity::numeric)
             else l.quantity::numeric * coalesce(part.cost_minor, 0) end), 0)::text as value
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as l ("partId" uuid, quantity bigint)
    join part on part.id = l."partId"
    left join part_cost c on c.part_id = l."partId"`);
  const value = Number(rows[0]?.value ?? 0);
  invariant(Number.isSafeInteger(value), 'a value is a whole number of minor units');
  return value;
}
