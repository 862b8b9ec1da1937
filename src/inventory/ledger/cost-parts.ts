/**
 * The half of the posting statement that keeps value: it locks the cost rows in the order of the part
 * ids, prices every line that crosses the border, and adds what changed. It knows quantities and
 * minor units; all arithmetic is on whole numbers.
 */
import { type Statement, statement } from '../../platform/db/statement.ts';
import type { Work } from '../../platform/work.ts';
import type { Crossing } from './crossing.rules.ts';
import { fewOf } from './few-rows.ts';

/** `part` of `total` of an amount, to the nearest minor unit; numeric on the way, so nothing overflows. */
function portion(amount: Statement, part: Statement, total: Statement): Statement {
  return statement`case when ${total} <= 0 then 0
    else div(2 * (${amount})::numeric * (${part}) + (${total}), 2 * (${total})) end`;
}

/** The rows are locked here, before anything is written; a part seen for the first time has none. */
export function heldCosts(crossings: readonly Crossing[]): Statement {
  return statement`crossing as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(crossings)}::jsonb) as c (
        n int, part_id uuid, sign int, quantity bigint, said bigint, is_shared boolean)
      limit ${fewOf(crossings)}
    ), held as materialized (
      select c.part_id, c.method, c.standard_minor as standard, c.quantity::numeric as quantity,
             c.value_minor::numeric as value
      from part_cost c
      where c.part_id = any (array(select crossing.part_id from crossing))
      order by c.part_id
      for no key update
    ),`;
}

/** Whether every part has a cost row; without one nothing may be written. */
export const everyCostHeld = statement`
  (select count(*) from held) = (select count(distinct part_id) from crossing)`;

// What comes in unpriced is worth the current cost: the standard, the average, the part's own cost.
const comeIn = statement`
    come as materialized (
      select c.n, c.part_id, c.quantity, coalesce(c.said, case
               when h.method = 'standard' then c.quantity * h.standard
               when h.quantity > 0 then ${portion(statement`h.value`, statement`c.upto`, statement`h.quantity`)}
                 - ${portion(statement`h.value`, statement`c.upto - c.quantity`, statement`h.quantity`)}
               else c.quantity * coalesce(part.cost_minor, 0) end)::numeric as actual,
             case when h.method = 'standard' then c.quantity::numeric * h.standard end as booked
      from (select c.*, sum(quantity) over (partition by part_id, said is null order by n) as upto
            from crossing c where sign = 1 and not is_shared) c
      join held h on h.part_id = c.part_id
      join part on part.id = c.part_id
    ), filled as materialized (
      select h.*, h.quantity + coalesce(i.quantity, 0) as full_quantity,
             h.value + coalesce(i.value, 0) as full_value
      from held h
      left join (select part_id, sum(quantity) as quantity, sum(coalesce(booked, actual)) as value
                 from come group by 1) i on i.part_id = h.part_id
    ),`;

// The rounding stays in the value and goes out with the last piece; what is said to be worth more than
// there is left takes what is there, and the rest is a variance.
const goOut = statement`
    wished as materialized (
      select c.n, c.part_id, c.quantity, c.said, c.upto, f.standard, f.full_quantity, f.full_value,
             coalesce(c.said, ${portion(statement`f.full_value`, statement`c.upto`, statement`f.full_quantity`)}
               - ${portion(statement`f.full_value`, statement`c.upto - c.quantity`, statement`f.full_quantity`)})::numeric as wish
      from (select c.*, sum(quantity) over (partition by part_id order by n) as upto
            from crossing c where sign = -1) c
      join filled f on f.part_id = c.part_id
    ), taken as materialized (
      select w.*, case when w.upto >= w.full_quantity then w.full_value
                       else least(w.full_value, sum(w.wish) over (partition by w.part_id order by w.n))
                  end as gone
      from wished w
    ), go as materialized (
      select t.n, t.part_id, t.quantity, coalesce(t.said, t.booked) as actual, t.booked
      from (select t.*, case when t.standard is not null then t.quantity::numeric * t.standard
                             else t.gone - coalesce(lag(t.gone) over (partition by t.part_id order by t.n), 0)
                        end as booked
            from taken t) t
    ),`;

// A conversion makes nothing and loses nothing: what came out shares what went in, by what it would
// be worth today, or by number where nothing is worth anything.
const shareOut = statement`
    pot as materialized (
      select coalesce(sum(go.actual), 0) as value
      from go join crossing c on c.n = go.n and c.is_shared
    ), weighed as materialized (
      select c.n, c.part_id, c.quantity, h.standard, case
               when sum(c.weight) over () > 0 then c.weight else c.quantity end as weight
      from (select c.*, coalesce(c.said, case
                     when h.method = 'standard' then c.quantity * h.standard
                     when h.quantity > 0 then trunc(c.quantity * h.value / h.quantity)
                     else c.quantity * coalesce(part.cost_minor, 0) end)::numeric as weight
            from crossing c join held h on h.part_id = c.part_id join part on part.id = c.part_id
            where c.sign = 1 and c.is_shared) c
      join held h on h.part_id = c.part_id
    ), made as materialized (
      select w.n, w.part_id, w.quantity, w.standard,
             ${portion(statement`pot.value`, statement`w.upto`, statement`w.whole`)}
               - ${portion(statement`pot.value`, statement`w.upto - w.weight`, statement`w.whole`)} as actual
      from (select w.*, sum(weight) over (order by n) as upto, sum(weight) over () as whole
            from weighed w) w, pot
    ),`;

/** Prices the lines, writes the cost rows in part order, and keeps every change. */
export function keptCosts(work: Pick<Work, 'actor' | 'now'>, entryId: string): Statement {
  return statement`${comeIn}${goOut}${shareOut}
    priced as materialized (
      select n, part_id, 1 as step, quantity, coalesce(booked, actual) as value,
             actual - coalesce(booked, actual) as variance from come
      union all
      select n, part_id, 2, -quantity, -booked, booked - actual from go
      union all
      select n, part_id, 3, quantity, coalesce(quantity * standard, actual),
             actual - coalesce(quantity * standard, actual) from made
    ), valued as (
      -- The rows are there and locked: every one conflicts, and what it proposes is what it becomes.
      insert into part_cost (part_id, method, standard_minor, quantity, value_minor)
      select h.part_id, h.method, h.standard, h.quantity + p.quantity, h.value + p.value
      from held h
      join (select part_id, sum(quantity) as quantity, sum(value) as value
            from priced group by 1) p on p.part_id = h.part_id
      where (select count(*) from noted) = 1
      order by h.part_id
      on conflict (part_id) do update
        set quantity = excluded.quantity, value_minor = excluded.value_minor
      returning part_id
    ), costed as (
      insert into cost_entry (part_id, kind, entry_id, line, quantity, value_minor, variance_minor,
                              quantity_after, value_after, actor_name, at)
      select p.part_id, 'posting', ${entryId}::uuid, p.n, p.quantity, p.value, p.variance,
             h.quantity + sum(p.quantity) over before, h.value + sum(p.value) over before,
             ${work.actor.name}, ${work.now.toISOString()}::timestamptz
      from priced p
      join held h on h.part_id = p.part_id
      join valued on valued.part_id = p.part_id
      window before as (partition by p.part_id order by p.step, p.n)
      order by p.part_id, p.step, p.n
      returning part_id
    ),`;
}
