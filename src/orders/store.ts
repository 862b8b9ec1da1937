/**
 * Reads and writes orders and their lines. An order is locked while anything of it changes, its lines
 * and allocations included; several are locked in the order of their ids. Who may see an order: the
 * sites it goes to, and the sites its stock is held at.
 */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { withinScopes } from '../inventory/index.ts';
import { statement } from '../platform/db/statement.ts';
import { invariant } from '../platform/errors.ts';
import { regionStates, type StoredFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import type { Read, Work } from '../platform/work.ts';
import { ordersErrors } from './errors.ts';
import { orderFlow } from './order.machine.ts';
import { stockOrder, stockOrderLine } from './tables.ts';

export type OrderRow = typeof stockOrder.$inferSelect;
export type OrderLineRow = typeof stockOrderLine.$inferSelect;

/** Where an order's machine stands after a move. */
export interface OrderPlace {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
}

/** What an order starts with. */
export type NewOrder = Pick<
  OrderRow,
  | 'kind'
  | 'requestId'
  | 'siteId'
  | 'destinationId'
  | 'document'
  | 'documentNumber'
  | 'priority'
  | 'neededBy'
  | 'shipTo'
  | 'note'
  | 'requestedById'
  | 'requestedByName'
>;

/** One part of a new order, in the base unit. */
export interface NewOrderLine {
  readonly partId: string;
  readonly quantity: number;
  readonly requestLineId: string | null;
}

/** In SQL: whether the caller may see the order with this alias. */
export function orderInScope(read: Pick<Read, 'scopes'>, alias = 'o') {
  if (read.scopes === 'all') return sql`true`;
  const [order, site] = [sql.raw(`${alias}.id`), sql.raw(`${alias}.site_id`)];
  return sql`(${withinScopes(read, site)} or exists (
    select from allocation held join stock_order_line own on own.id = held.order_line_id
    where own.order_id = ${order} and held.state <> 'released'
      and ${withinScopes(read, sql`held.site_id`)}))`;
}

/** @throws orders.unknown-order when the caller may not see it */
export async function requireVisible(read: Read, row: OrderRow): Promise<void> {
  if (read.scopes === 'all' || read.scopes.has(row.siteId)) return;
  const seen = await read.db.execute(sql`
    select 1 from stock_order o where o.id = ${row.id}::uuid and ${orderInScope(read)}`);
  if (seen.length === 0) throw ordersErrors.error('unknown-order');
}

/** The orders, locked in the order of their ids; an id nobody knows is absent. */
export async function lockOrders(work: Work, ids: readonly string[]): Promise<OrderRow[]> {
  if (ids.length === 0) return [];
  return work.db
    .select()
    .from(stockOrder)
    .where(inArray(stockOrder.id, [...new Set(ids)]))
    .orderBy(asc(stockOrder.id))
    .for('no key update');
}

/** The order, locked. @throws orders.unknown-order, version-changed */
export async function lockOrder(
  work: Work,
  orderId: string,
  version: number | null = null,
): Promise<OrderRow> {
  const [row] = await lockOrders(work, [orderId]);
  if (row === undefined) throw ordersErrors.error('unknown-order');
  await requireVisible(work, row);
  if (version !== null && version !== row.version) {
    throw ordersErrors.error('version-changed', { number: row.number, state: row.state });
  }
  return row;
}

/** The order without a lock. @throws orders.unknown-order */
export async function getOrderRow(read: Read, orderId: string): Promise<OrderRow> {
  const [row] = await read.db.select().from(stockOrder).where(eq(stockOrder.id, orderId));
  if (row === undefined) throw ordersErrors.error('unknown-order');
  await requireVisible(read, row);
  return row;
}

/** The order of a line. @throws orders.unknown-order-line */
export async function orderIdOfLine(read: Read, lineId: string): Promise<string> {
  const [row] = await read.db
    .select({ orderId: stockOrderLine.orderId })
    .from(stockOrderLine)
    .where(eq(stockOrderLine.id, lineId));
  if (row === undefined) throw ordersErrors.error('unknown-order-line');
  return row.orderId;
}

/** The orders that came from a request. */
export async function orderIdsOfRequest(read: Read, requestId: string): Promise<string[]> {
  const rows = await read.db
    .select({ id: stockOrder.id })
    .from(stockOrder)
    .where(eq(stockOrder.requestId, requestId));
  return rows.map(({ id }) => id);
}

/** The lines of orders, by order and line number. */
export async function linesOf(read: Read, orderIds: readonly string[]): Promise<OrderLineRow[]> {
  if (orderIds.length === 0) return [];
  return read.db
    .select()
    .from(stockOrderLine)
    .where(inArray(stockOrderLine.orderId, [...orderIds]))
    .orderBy(asc(stockOrderLine.orderId), asc(stockOrderLine.line));
}

/** An order that was just added, as `select` would read it, and its lines. */
interface Added {
  readonly row: OrderRow;
  readonly lines: readonly OrderLineRow[];
}

/** What every line starts with. */
const untouched = { cancelled: 0, allocated: 0, picked: 0, shipped: 0, received: 0, lost: 0 };

/** A new order before it has its number, and its lines. */
export interface OrderDraft {
  readonly row: Omit<OrderRow, 'number'>;
  readonly lines: readonly OrderLineRow[];
}

/** Makes the rows of an order where its flow starts, before they are written. */
export function draftOrder(
  work: Work,
  { order, lines, place }: { order: NewOrder; lines: readonly NewOrderLine[]; place: OrderPlace },
): OrderDraft {
  const made = { id: work.newId(), createdAt: work.now, version: 1 };
  const row = { ...order, ...made, ...placeColumns(work, place) };
  const added = lines.map((line, at): OrderLineRow => {
    return { ...line, ...untouched, id: work.newId(), orderId: row.id, line: at + 1 };
  });
  return { row, lines: added };
}

/**
 * In SQL: WITH queries `added` (number) and `lined` that write a draft, once for each row of the query
 * `complete`, which has one row or none.
 */
export const draftQueries = ({ row, lines }: OrderDraft) => statement`
  added as (
    insert into stock_order (id, number, kind, request_id, site_id, destination_id, document,
                             document_number, priority, needed_by, ship_to, note, machine,
                             machine_version, machine_hash, snapshot, version, state,
                             requested_by_id, requested_by_name, created_at, closed_at)
    select j.id, 'ORD-' || lpad(n::text, greatest(6, length(n::text)), '0'), j.kind,
           j."requestId", j."siteId", j."destinationId", j.document, j."documentNumber",
           j.priority, j."neededBy", j."shipTo", j.note, j.machine, j."machineVersion",
           j."machineHash", j.snapshot, j.version, j.state, j."requestedById",
           j."requestedByName", j."createdAt", j."closedAt"
    from (select nextval('stock_order_number_seq') as n from complete) number
    cross join jsonb_to_record(${JSON.stringify(row)}::jsonb) as j (
      id uuid, kind text, "requestId" uuid, "siteId" uuid, "destinationId" uuid, document text,
      "documentNumber" text, priority smallint, "neededBy" timestamptz, "shipTo" text, note text,
      machine text, "machineVersion" int, "machineHash" text, snapshot jsonb, version int,
      state text, "requestedById" uuid, "requestedByName" text, "createdAt" timestamptz,
      "closedAt" timestamptz)
    returning number
  ), lined as (
    insert into stock_order_line (id, order_id, request_line_id, line, part_id, quantity, allocated)
    select id, "orderId", "requestLineId", line, "partId", quantity, allocated
    from complete cross join jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (
      id uuid, "orderId" uuid, "requestLineId" uuid, line int, "partId" uuid, quantity bigint,
      allocated bigint)
  )`;

/** Adds an order with its lines, numbered: one call, for orders are many. */
export async function addOrder(work: Work, draft: OrderDraft): Promise<Added> {
  const [told] = await work.rows<{ number: string }>(statement`
    with complete as (select 1), ${draftQueries(draft)} select number from added`);
  invariant(told, 'an order that was added has its number');
  return { row: { ...draft.row, number: told.number }, lines: draft.lines };
}

/** The columns of an order's place. */
export function placeColumns(work: Pick<Work, 'now'>, { stored, isDone }: OrderPlace) {
  const state = regionOf(regionStates(orderFlow, stored), 'top');
  return { ...columnsOf(stored), state, closedAt: isDone ? work.now : null };
}

/** Writes the order's new place; the row must still have the version it was read with. */
export async function saveOrder(work: Work, row: OrderRow, place: OrderPlace): Promise<OrderRow> {
  const [saved] = await work.db
    .update(stockOrder)
    .set({ ...placeColumns(work, place), version: sql`${stockOrder.version} + 1` })
    .where(and(eq(stockOrder.id, row.id), eq(stockOrder.version, row.version)))
    .returning();
  if (saved === undefined) throw ordersErrors.error('version-changed', { number: row.number });
  return saved;
}

/** Changes to the sums of a line: pieces of the ordered part that come to or leave a stage. */
export interface LineChange {
  readonly lineId: string;
  readonly cancelled?: number;
  readonly allocated?: number;
  readonly picked?: number;
  readonly shipped?: number;
  readonly received?: number;
  readonly lost?: number;
}

/** Adds changes to the sums of lines; the checks of the table refuse what does not add up. */
export async function changeLines(work: Work, changes: readonly LineChange[]): Promise<void> {
  if (changes.length === 0) return;
  await work.db.execute(sql`
    update stock_order_line l
    set cancelled = l.cancelled + c.cancelled, allocated = l.allocated + c.allocated,
        picked = l.picked + c.picked, shipped = l.shipped + c.shipped,
        received = l.received + c.received, lost = l.lost + c.lost
    from (
      select "lineId" as id, coalesce(sum(cancelled), 0)::bigint as cancelled,
             coalesce(sum(allocated), 0)::bigint as allocated,
             coalesce(sum(picked), 0)::bigint as picked,
             coalesce(sum(shipped), 0)::bigint as shipped,
             coalesce(sum(received), 0)::bigint as received, coalesce(sum(lost), 0)::bigint as lost
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as j (
        "lineId" uuid, cancelled bigint, allocated bigint, picked bigint, shipped bigint,
        received bigint, lost bigint)
      group by 1) c
    where l.id = c.id`);
}

/** Writes how urgent an order is; what is closed stays as it was. @throws orders.event-not-allowed */
export async function changeUrgency(
  work: Work,
  row: OrderRow,
  urgency: Pick<OrderRow, 'priority' | 'neededBy'>,
): Promise<void> {
  const changed = await work.db
    .update(stockOrder)
    .set({ ...urgency, version: sql`${stockOrder.version} + 1` })
    .where(and(eq(stockOrder.id, row.id), isNull(stockOrder.closedAt)))
    .returning({ id: stockOrder.id });
  if (changed.length > 0) return;
  throw ordersErrors.error('event-not-allowed', { event: 'change-priority', state: row.state });
}
