/** Reads positions and writes levels and suggestions; whether to propose is decided by the rule. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import type { Proposal } from './level.rules.ts';

export interface PositionRow extends Record<string, unknown> {
  readonly siteId: string;
  readonly partId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly minQuantity: number;
  readonly maxQuantity: number;
  readonly minimumOrderQuantity: number;
  readonly packSize: number;
  readonly leadTimeDays: number | null;
  readonly demand12: number;
}

/** A level to set: from `minQuantity`, at or below which is ordered, up to `maxQuantity`. */
export interface Level {
  readonly partId: string;
  readonly minQuantity: number;
  readonly maxQuantity: number;
}

/** Sets many levels of a site in one statement. */
export async function writeLevels(
  work: Work,
  siteId: string,
  levels: readonly Level[],
): Promise<void> {
  await work.db.execute(sql`
    insert into stock_level (site_id, part_id, min_quantity, max_quantity, set_by_name, set_at)
    select ${siteId}::uuid, l."partId", l."minQuantity", l."maxQuantity", ${work.actor.name},
           ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb)
      as l ("partId" uuid, "minQuantity" bigint, "maxQuantity" bigint)
    on conflict (site_id, part_id) do update
      set min_quantity = excluded.min_quantity, max_quantity = excluded.max_quantity,
          set_by_name = excluded.set_by_name, set_at = excluded.set_at`);
}

/** Positions of these parts wherever a level is set for them. */
export async function readPositions(
  read: Read,
  partIds: readonly string[],
): Promise<PositionRow[]> {
  const rows = await read.db.execute<PositionRow>(sql`
    select v.site_id as "siteId", v.part_id as "partId", v.min_quantity as "minQuantity",
           v.max_quantity as "maxQuantity",
           coalesce(part.minimum_order_quantity, 1) as "minimumOrderQuantity",
           coalesce(part.pack_size, 1) as "packSize", part.lead_time_days as "leadTimeDays",
           coalesce(stock.on_hand, 0)::bigint as "onHand",
           coalesce(stock.reserved, 0)::bigint as "reserved",
           coalesce((select sum(quantity) from (
             select quantity from demand_month where part_id = v.part_id
             order by month desc limit 12) m), 0)::bigint as "demand12"
    from stock_level v
    join part on part.id = v.part_id
    left join lateral (
      select sum(b.on_hand) as on_hand, sum(b.reserved) as reserved
      from bucket b
      join location l on l.id = b.location_id and l.site_id = v.site_id and l.is_allocatable
      join condition c on c.code = b.condition and c.is_allocatable
      join party p on p.id = b.owner_id and p.kind = 'company'
      where b.part_id = v.part_id
    ) stock on true
    where v.part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)`);
  return [...rows];
}

/** Opens or refreshes the suggestion of a part at a site. */
export async function putSuggestion(
  work: Work,
  position: PositionRow,
  proposal: Proposal,
): Promise<void> {
  const { siteId, partId, ...known } = position;
  const facts = JSON.stringify({ ...known, available: proposal.available });
  const now = work.now.toISOString();
  await work.db.execute(sql`
    insert into suggestion (id, site_id, part_id, quantity, facts, opened_at, reviewed_at)
    values (${work.newId()}, ${siteId}, ${partId}, ${proposal.quantity}, ${facts}::jsonb,
            ${now}::timestamptz, ${now}::timestamptz)
    on conflict (site_id, part_id) where closed_at is null do update
      set quantity = excluded.quantity, facts = excluded.facts, reviewed_at = excluded.reviewed_at`);
}

/** Closes the open suggestion of a part at a site, if there is one. */
export async function closeSuggestion(
  work: Work,
  position: Pick<PositionRow, 'siteId' | 'partId'>,
  because: string,
): Promise<void> {
  await work.db.execute(sql`
    update suggestion
    set closed_at = ${work.now.toISOString()}::timestamptz, closed_because = ${because}
    where site_id = ${position.siteId} and part_id = ${position.partId} and closed_at is null`);
}
