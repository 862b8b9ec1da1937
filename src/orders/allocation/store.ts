/**
 * Reads and writes allocations: holds on piles that are promised to order lines. They change only
 * while their order is locked. The pile comes from the hold, so it is always where the stock is.
 */
import { sql } from 'drizzle-orm';
import type { Condition, Pile } from '../../inventory/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Read, Work } from '../../platform/work.ts';

export type AllocationState = 'held' | 'picked' | 'shipped' | 'received' | 'released';
export type AllocationPolicy = 'automatic' | 'manual' | 'fed' | 'taken-over';

/** An allocation with the pile and piece it holds, and what its order wants. */
export interface AllocationRow {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderLineId: string;
  readonly partId: string;
  /** Null once it has been handed over or released. */
  readonly reservationId: string | null;
  /** Where the stock was allocated, and after a pick where it was taken from. */
  readonly siteId: string;
  readonly locationId: string;
  /** Pieces of the part in the pile, and pieces of the ordered part they stand for. */
  readonly quantity: number;
  readonly covers: number;
  readonly received: number;
  readonly lost: number;
  readonly state: AllocationState;
  readonly policy: AllocationPolicy;
  readonly destinationId: string;
  readonly destinationSiteId: string;
  /** The pile the stock lies in now; null without a hold. */
  readonly pile: Pile | null;
  readonly pileId: string | null;
  readonly serialId: string | null;
}

type Row = Record<string, unknown> &
  Omit<AllocationRow, 'pile'> & {
    pilePart: string | null;
    pileLocation: string;
    condition: string;
    ownerId: string;
    lotId: string | null;
    handlingUnitId: string | null;
  };

function allocationOf(row: Row): AllocationRow {
  const { pilePart, pileLocation, condition, ownerId, lotId, handlingUnitId, ...rest } = row;
  const pile =
    pilePart === null
      ? null
      : {
          partId: pilePart,
          locationId: pileLocation,
          condition: condition as Condition,
          ownerId,
          lotId,
          handlingUnitId,
        };
  return { ...rest, pile };
}

/** The allocations that satisfy a condition on `a` and `o`, oldest first. */
async function selectAllocations(read: Read, where: ReturnType<typeof sql>) {
  const rows = await read.db.execute<Row>(sql`
    select a.id, o.id as "orderId", o.number as "orderNumber", a.order_line_id as "orderLineId",
           a.part_id as "partId", a.reservation_id as "reservationId", a.site_id as "siteId",
           a.location_id as "locationId", a.quantity, a.covers, a.received, a.lost, a.state, a.policy,
           o.destination_id as "destinationId", o.site_id as "destinationSiteId",
           b.part_id as "pilePart", b.location_id as "pileLocation", b.condition,
           b.owner_id as "ownerId", b.lot_id as "lotId", b.handling_unit_id as "handlingUnitId",
           r.serial_id as "serialId", b.id as "pileId"
    from allocation a
    join stock_order_line l on l.id = a.order_line_id
    join stock_order o on o.id = l.order_id
    left join reservation r on r.id = a.reservation_id
    left join bucket b on b.id = r.bucket_id
    where ${where}
    order by a.created_at, a.id`);
  return [...rows].map(allocationOf);
}

const idsIn = (ids: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;

/** Allocations by id; an id nobody knows is absent. */
export function findAllocations(read: Read, ids: readonly string[]): Promise<AllocationRow[]> {
  return selectAllocations(read, sql`a.id in ${idsIn(ids)}`);
}

/** What is held for lines and not yet picked. */
export function heldForLines(read: Read, lineIds: readonly string[]): Promise<AllocationRow[]> {
  return selectAllocations(read, sql`a.state = 'held' and a.order_line_id in ${idsIn(lineIds)}`);
}

/** The orders of allocations. */
export async function orderIdsOf(read: Read, ids: readonly string[]): Promise<string[]> {
  const rows = await read.db.execute<{ id: string }>(sql`
    select distinct l.order_id as id from allocation a
    join stock_order_line l on l.id = a.order_line_id
    where a.id in ${idsIn(ids)}`);
  return [...rows].map((row) => row.id);
}

/** An allocation to be written. */
export interface NewAllocation {
  readonly id: string;
  readonly orderLineId: string;
  readonly reservationId: string | null;
  readonly partId: string;
  readonly siteId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly covers: number;
  readonly state: AllocationState;
  readonly policy: AllocationPolicy;
  readonly reasons: readonly unknown[];
  readonly note: string | null;
  readonly promisedAt: Date | null;
}

/** In SQL: writes allocations, once for each row of the query `complete`, which has one row or none. */
export const allocationsInsert = (work: Work, rows: readonly NewAllocation[]) => statement`
  insert into allocation (id, order_line_id, reservation_id, part_id, site_id, location_id, quantity,
                          covers, state, policy, reasons, note, promised_at, created_at, created_by_id)
  select id, "orderLineId", "reservationId", "partId", "siteId", "locationId", quantity, covers,
         state, policy, reasons, note, "promisedAt", ${work.now.toISOString()}::timestamptz,
         ${work.actor.id}::uuid
  from complete cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (
    id uuid, "orderLineId" uuid, "reservationId" uuid, "partId" uuid, "siteId" uuid,
    "locationId" uuid, quantity bigint, covers bigint, state text, policy text, reasons jsonb,
    note text, "promisedAt" timestamptz)`;

/** Adds allocations. */
export async function addAllocations(work: Work, rows: readonly NewAllocation[]): Promise<void> {
  if (rows.length === 0) return;
  await work.rows(statement`with complete as (select 1) ${allocationsInsert(work, rows)}`);
}

/** What changes in an allocation; what is left out stays. */
export interface AllocationChange {
  readonly id: string;
  readonly state: AllocationState;
  readonly quantity?: number;
  readonly covers?: number;
  readonly received?: number;
  readonly lost?: number;
  /** Absent: stays. Null: the hold is gone. */
  readonly reservationId?: string | null;
  readonly siteId?: string;
  readonly locationId?: string;
  readonly note?: string | null;
}

/** Writes changed allocations. */
export async function changeAllocations(
  work: Work,
  changes: readonly AllocationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({ ...change, rehold: 'reservationId' in change }));
  await work.db.execute(sql`
    update allocation a
    set state = c.state, quantity = coalesce(c.quantity, a.quantity),
        covers = coalesce(c.covers, a.covers), received = coalesce(c.received, a.received),
        lost = coalesce(c.lost, a.lost), site_id = coalesce(c."siteId", a.site_id),
        location_id = coalesce(c."locationId", a.location_id), note = coalesce(c.note, a.note),
        reservation_id = case when c.rehold then c."reservationId" else a.reservation_id end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (
      id uuid, state text, quantity bigint, covers bigint, received bigint, lost bigint,
      "siteId" uuid, "locationId" uuid, "reservationId" uuid, rehold boolean, note text)
    where a.id = c.id`);
}
