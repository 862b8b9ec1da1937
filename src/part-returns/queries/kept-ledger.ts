/**
 * What a person keeps, added up from the ledger: every movement over the edge of his places belongs to
 * one column, and the columns add up to what he holds. An undone movement counts where it was.
 */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';

/** The columns, and what a movement over the edge counts as. */
export const keptColumns = ['issued', 'removed', 'used', 'returned', 'adjusted'] as const;

/** The places in a person's keeping, as far as the reader may look. */
export function placesOf(read: Read, personId: string): SQL {
  return sql`select l.id from location l
    where l.custodian_id = ${personId}::uuid and l.site_id is not null
      and ${withinScopes(read, sql`l.site_id`)}`;
}

/**
 * Every movement over the edge of a person's places, with its signed quantity and its column. Rows:
 * part_id, delta, at, counts_as, kind, document, serial_id, condition, by_name, entry_id, seq.
 */
export function crossings(read: Read, personId: string): SQL {
  return sql`
    with kept as (${placesOf(read, personId)}),
    edge as (
      select m.seq, m.entry_id, m.part_id, m.serial_id,
             case when b_to.location_id in (select id from kept) then m.quantity
                  else -m.quantity end as delta,
             case when b_to.location_id in (select id from kept) then b_to.condition
                  else b_from.condition end as condition,
             case when b_to.location_id in (select id from kept) then b_to.location_id
                  else b_from.location_id end as location_id
      from movement m
      join bucket b_from on b_from.id = m.from_bucket_id
      join bucket b_to on b_to.id = m.to_bucket_id
      where (b_from.location_id in (select id from kept))
            <> (b_to.location_id in (select id from kept))),
    crossing as (
      select edge.*, e.posted_at as at, e.document, e.actor_name as by_name, e.kind,
             coalesce(undone.kind, e.kind) as cause,
             (edge.delta > 0) <> (undone.id is not null) as is_inward
      from edge
      join entry e on e.id = edge.entry_id
      left join entry undone on undone.id = e.reverses_id),
    counted as (
      select crossing.*,
             case when cause = 'issue' then 'used'
                  when cause = 'removal' then 'removed'
                  when cause in ('adjustment', 'count', 'loss', 'scrap', 'kit') then 'adjusted'
                  when is_inward then 'issued' else 'returned' end as counts_as
      from crossing)`;
}
