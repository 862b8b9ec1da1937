/**
 * The auditor's questions about value: that what we own is counted and priced as the ledger moved it,
 * to the minor unit. Nothing is decided or repaired here.
 */
import { ourCompany } from '../places.ts';

/** One question whose right answer is no rows. */
export interface Validator {
  /** The invariant, kebab-case; the catalogues have a sentence for it. */
  readonly name: string;
  readonly question: string;
}

/** Whether what lies in a pile is ours and in a place of ours; as text, nothing comes from outside. */
const valued = (bucket: string, location: string) =>
  `(${bucket}.owner_id = '${ourCompany}' and (${location}.site_id is not null or ${location}.kind = 'in-transit'))`;

export const costValidators: readonly Validator[] = [
  {
    name: 'cost-counts-what-we-own',
    question: `
      with ours as (
        select b.part_id, sum(b.on_hand)::bigint as quantity
        from bucket b join location l on l.id = b.location_id
        where ${valued('b', 'l')} group by 1)
      select coalesce(c.part_id, o.part_id) as part, c.quantity, o.quantity as on_hand
      from part_cost c full join ours o on o.part_id = c.part_id
      where coalesce(c.quantity, 0) <> coalesce(o.quantity, 0)`,
  },
  {
    name: 'cost-equals-its-changes',
    question: `
      with changed as (
        select part_id, sum(quantity)::bigint as quantity, sum(value_minor)::bigint as value
        from cost_entry group by 1)
      select coalesce(c.part_id, e.part_id) as part, c.quantity, e.quantity as changed,
             c.value_minor, e.value
      from part_cost c full join changed e on e.part_id = c.part_id
      where coalesce(c.quantity, 0) <> coalesce(e.quantity, 0)
         or coalesce(c.value_minor, 0) <> coalesce(e.value, 0)`,
  },
  {
    name: 'no-cost-was-lost',
    question: `
      select * from (
        select part_id, seq, quantity, value_minor, quantity_after, value_after,
               lag(quantity_after, 1, 0::bigint) over (partition by part_id order by seq) as quantity_before,
               lag(value_after, 1, 0::bigint) over (partition by part_id order by seq) as value_before
        from cost_entry) p
      where quantity_after <> quantity_before + quantity or value_after <> value_before + value_minor`,
  },
  {
    name: 'nothing-is-worth-nothing',
    question: `
      select part_id, method, quantity, value_minor, standard_minor from part_cost
      where value_minor < 0 or (quantity = 0 and value_minor <> 0)
         or (method = 'standard' and value_minor <> quantity * standard_minor)`,
  },
  {
    name: 'cost-follows-the-border',
    question: `
      with crossed as (
        select m.entry_id, m.line, m.part_id, e.posted_at,
               case when ${valued('t', 'tl')} then m.quantity else -m.quantity end as quantity
        from movement m
        join entry e on e.id = m.entry_id
        join bucket f on f.id = m.from_bucket_id
        join location fl on fl.id = f.location_id
        join bucket t on t.id = m.to_bucket_id
        join location tl on tl.id = t.location_id
        where ${valued('f', 'fl')} <> ${valued('t', 'tl')})
      select coalesce(c.entry_id, e.entry_id) as entry, coalesce(c.line, e.line) as line,
             c.quantity as moved, e.quantity as priced
      from crossed c
      full join (select * from cost_entry where kind = 'posting') e
        on e.entry_id = c.entry_id and e.line = c.line
      where (e.seq is null and not exists (
              -- What moved before its part was first valued was counted in, not priced line by line.
              select from cost_entry o
              where o.part_id = c.part_id and o.kind = 'opening' and o.at >= c.posted_at))
         or c.entry_id is null or e.part_id <> c.part_id or e.quantity <> c.quantity`,
  },
  {
    name: 'kits-keep-their-value',
    question: `
      select c.entry_id as entry, sum(c.value_minor + c.variance_minor)::bigint as difference
      from entry e
      join cost_entry c on c.entry_id = e.id
      join movement m on m.entry_id = c.entry_id and m.line = c.line
      join bucket b on b.id in (m.from_bucket_id, m.to_bucket_id)
      join location l on l.id = b.location_id and l.kind = 'conversion'
      where e.kind = 'kit'
      group by 1
      having sum(c.value_minor + c.variance_minor) <> 0 and count(*) filter (where c.quantity > 0) > 0`,
  },
  {
    name: 'reversal-mirrors-value',
    question: `
      select e.id as reversal, part_id, sum(worth)::bigint as difference
      from entry e
      join lateral (
        select part_id, value_minor + variance_minor as worth from cost_entry
        where entry_id in (e.id, e.reverses_id)) c on true
      where e.reverses_id is not null
        and exists (select from cost_entry where entry_id = e.reverses_id)
      group by 1, 2 having sum(worth) <> 0`,
  },
  {
    name: 'used-consignment-is-owed',
    question: `
      select p.entry_id as entry, p.line, p.quantity, m.quantity as moved
      from consignment_payable p
      join entry e on e.id = p.entry_id
      join movement m on m.entry_id = p.entry_id and m.line = p.line
      join bucket f on f.id = m.from_bucket_id
      join bucket t on t.id = m.to_bucket_id
      where p.part_id <> m.part_id
         or p.quantity <> case when e.reverses_id is null then m.quantity else -m.quantity end
         or p.supplier_id <> case when e.reverses_id is null then f.owner_id else t.owner_id end`,
  },
];
