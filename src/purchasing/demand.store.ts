/**
 * Reads and writes demand made by hand, and reads what drafts already buy. What is assigned to a line
 * counts as bought as far as the line was not cancelled.
 */
import { eq, sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import { purchasingErrors } from './errors.ts';
import { purchaseDemand } from './tables.ts';

export type DemandRowStored = typeof purchaseDemand.$inferSelect;

/** Demand made by hand, and what of it has been bought or is still to come. */
export interface HandMadeDemand {
  readonly demandId: string;
  readonly partId: string;
  readonly siteId: string;
  readonly reason: string;
  readonly neededBy: string | null;
  readonly createdByName: string;
  /** Not bought yet. */
  readonly open: number;
}

/** Adds demand and answers its id. */
export async function addDemandRow(
  work: Work,
  values: Pick<DemandRowStored, 'partId' | 'siteId' | 'quantity' | 'neededBy' | 'reason'>,
): Promise<string> {
  const demandId = work.newId();
  await work.db.insert(purchaseDemand).values({
    ...values,
    id: demandId,
    createdById: work.actor.id,
    createdByName: work.actor.name,
    createdAt: work.now,
  });
  return demandId;
}

const assigned = sql`(
  select coalesce(sum(least(c.quantity, l.quantity - l.cancelled)), 0)::bigint
  from purchase_cover c join purchase_order_line l on l.id = c.line_id
  join purchase_order o on o.id = l.order_id and (o.sent_at is not null or o.state = 'draft')
  where c.source = 'demand:' || d.id)`;

/** Everything made by hand that is not bought yet, the oldest first. */
export async function openHandMade(read: Pick<Read, 'db'>): Promise<HandMadeDemand[]> {
  const rows = await read.db.execute<HandMadeDemand & Record<string, unknown>>(sql`
    select * from (
      select d.id as "demandId", d.part_id as "partId", d.site_id as "siteId", d.reason,
             d.needed_by as "neededBy", d.created_by_name as "createdByName",
             d.quantity - d.withdrawn - ${assigned} as open, d.created_at
      from purchase_demand d where d.withdrawn < d.quantity
    ) found
    where open > 0
    order by created_at, "demandId"`);
  return [...rows].map(({ demandId, partId, siteId, reason, neededBy, createdByName, open }) => {
    return { demandId, partId, siteId, reason, neededBy, createdByName, open: Number(open) };
  });
}

/** The demand, locked, and how much of it is bought. @throws purchasing.unknown-demand */
export async function lockDemand(
  work: Work,
  demandId: string,
): Promise<DemandRowStored & { readonly assigned: number }> {
  const missing = purchasingErrors.error('unknown-demand');
  const [row] = await work.db
    .select()
    .from(purchaseDemand)
    .where(eq(purchaseDemand.id, demandId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  const [sum] = await work.db.execute<{ assigned: number }>(sql`
    select ${assigned} as assigned from purchase_demand d where d.id = ${demandId}::uuid`);
  return { ...row, assigned: Number(sum?.assigned ?? 0) };
}

/** Writes how much of a demand was taken back. */
export async function withdrawDemandRow(
  work: Work,
  demandId: string,
  withdrawn: number,
): Promise<void> {
  await work.db.update(purchaseDemand).set({ withdrawn }).where(eq(purchaseDemand.id, demandId));
}

/** So many of a part for a site. */
export interface BoughtForSite {
  readonly partId: string;
  readonly siteId: string;
  readonly quantity: number;
}

/** What drafts would buy. */
export async function onDrafts(read: Pick<Read, 'db'>): Promise<BoughtForSite[]> {
  const rows = await read.db.execute<BoughtForSite & Record<string, unknown>>(sql`
    select l.part_id as "partId", o.site_id as "siteId", sum(l.quantity)::bigint as quantity
    from purchase_order_line l join purchase_order o on o.id = l.order_id
    where o.state = 'draft'
    group by l.part_id, o.site_id`);
  return [...rows].map((row) => ({ ...row, quantity: Number(row.quantity) }));
}

/** What is to come for demand made by hand: nobody who waits is served from it in this reckoning. */
export async function comingForHandMade(
  read: Pick<Read, 'db'>,
): Promise<(BoughtForSite & { readonly kind: 'expected' | 'draft' })[]> {
  const rows = await read.db.execute<
    BoughtForSite & { kind: 'expected' | 'draft' } & Record<string, unknown>
  >(sql`
    select case when o.state = 'draft' then 'draft' else 'expected' end as kind,
           l.part_id as "partId", o.site_id as "siteId",
           sum(least(hand.quantity, l.quantity - l.cancelled - l.received))::bigint as quantity
    from purchase_order_line l
    join purchase_order o on o.id = l.order_id and o.closed_at is null
    join lateral (
      select sum(c.quantity) as quantity from purchase_cover c
      where c.line_id = l.id and c.source like 'demand:%'
    ) hand on hand.quantity > 0
    group by 1, 2, 3`);
  return [...rows].map((row) => ({ ...row, quantity: Number(row.quantity) }));
}
