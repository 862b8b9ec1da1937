/**
 * What requests and orders remember. A request is what somebody asks for; an order is what the
 * warehouse promises and follows until it is there. The checks keep every line's sum: nothing is
 * allocated, shipped or received beyond what was ordered.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { reservation } from '../inventory/ledger/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { location, site } from '../inventory/sites/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';

/** Parts somebody asks for, for a job or to refill a place. */
export const partsRequest = pgTable(
  'parts_request',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('parts_request_number'),
    kind: text('kind').notNull(),
    /** The site of the destination; what a person may see of requests follows it. */
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    destinationId: uuid('destination_id')
      .notNull()
      .references(() => location.id),
    /** Opaque reference of the job it is for, e.g. `rma-line:<id>`, and how people call it. */
    document: text('document'),
    documentNumber: text('document_number'),
    /** 1 urgent, 2 high, 3 normal, 4 low. */
    priority: smallint('priority').notNull(),
    neededBy: moment('needed_by'),
    shipTo: text('ship_to'),
    note: text('note'),
    ...flowColumns,
    state: text('state').notNull(),
    requestedById: uuid('requested_by_id').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    /** What was asked for at the cost of that day, in minor units, and whether every cost was known. */
    valueMinor: bigint('value_minor', { mode: 'number' }).notNull(),
    isValueKnown: boolean('is_value_known').notNull(),
    decidedById: uuid('decided_by_id'),
    decidedByName: text('decided_by_name'),
    decidedAt: moment('decided_at'),
    decisionReason: text('decision_reason'),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (t) => [
    index('parts_request_open').on(t.siteId, t.state, t.priority, t.neededBy),
    index('parts_request_requester').on(t.requestedById, t.createdAt),
    index('parts_request_destination').on(t.destinationId, t.createdAt),
    check(
      'parts_request_state',
      sql`${t.state} in ('submitted', 'approved', 'partly-approved', 'rejected', 'cancelled', 'fulfilled', 'closed')`,
    ),
    check('parts_request_value', sql`${t.valueMinor} >= 0`),
    check('parts_request_decided', sql`(${t.decidedById} is null) = (${t.decidedAt} is null)`),
    check('parts_request_kind', sql`${t.kind} in ('field-service', 'replenishment')`),
    check('parts_request_priority', sql`${t.priority} between 1 and 4`),
  ],
);

export const partsRequestLine = pgTable(
  'parts_request_line',
  {
    id: uuid('id').primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => partsRequest.id),
    line: integer('line').notNull(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** Null until somebody decided; 0 is a rejected line. */
    approved: bigint('approved', { mode: 'number' }),
    /** Taken back before or after approval. */
    cancelled: bigint('cancelled', { mode: 'number' }).notNull().default(0),
    reason: text('reason'),
  },
  (t) => [
    unique('parts_request_line_number').on(t.requestId, t.line),
    check('parts_request_line_quantity', sql`${t.quantity} > 0`),
    check('parts_request_line_approved', sql`${t.approved} between 0 and ${t.quantity}`),
    check(
      'parts_request_line_cancelled',
      sql`${t.cancelled} between 0 and coalesce(${t.approved}, ${t.quantity})`,
    ),
    index('parts_request_line_part').on(t.partId),
  ],
);

/** Up to which value a request of a kind needs nobody's approval; no row: every one needs it. */
export const requestPolicy = pgTable(
  'request_policy',
  {
    kind: text('kind').primaryKey(),
    automaticMaxMinor: bigint('automatic_max_minor', { mode: 'number' }).notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    check('request_policy_kind', sql`${t.kind} in ('field-service', 'replenishment')`),
    check('request_policy_value', sql`${t.automaticMaxMinor} >= 0`),
  ],
);

/** Parts the warehouse brings to one place. */
export const stockOrder = pgTable(
  'stock_order',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('stock_order_number'),
    kind: text('kind').notNull(),
    requestId: uuid('request_id').references(() => partsRequest.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    destinationId: uuid('destination_id')
      .notNull()
      .references(() => location.id),
    document: text('document'),
    documentNumber: text('document_number'),
    priority: smallint('priority').notNull(),
    neededBy: moment('needed_by'),
    shipTo: text('ship_to'),
    note: text('note'),
    ...flowColumns,
    state: text('state').notNull(),
    requestedById: uuid('requested_by_id').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (t) => [
    index('stock_order_open').on(t.siteId, t.state, t.priority, t.neededBy),
    index('stock_order_request').on(t.requestId),
    check('stock_order_kind', sql`${t.kind} in ('request', 'manual')`),
    check(
      'stock_order_state',
      sql`${t.state} in ('open', 'partly-fulfilled', 'fulfilled', 'closed', 'cancelled')`,
    ),
    check('stock_order_priority', sql`${t.priority} between 1 and 4`),
  ],
);

/**
 * One part of an order. Quantities are of the ordered part: what a substitute covers is counted in
 * the part that was ordered. `allocated` is held in a bin, `picked` lies in the packing area, `shipped`
 * has left and stays counted when it arrives. What got lost on the way is no longer counted as shipped:
 * it waits again, and `lost` remembers how much that was.
 */
export const stockOrderLine = pgTable(
  'stock_order_line',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => stockOrder.id),
    requestLineId: uuid('request_line_id').references(() => partsRequestLine.id),
    line: integer('line').notNull(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    cancelled: bigint('cancelled', { mode: 'number' }).notNull().default(0),
    allocated: bigint('allocated', { mode: 'number' }).notNull().default(0),
    picked: bigint('picked', { mode: 'number' }).notNull().default(0),
    shipped: bigint('shipped', { mode: 'number' }).notNull().default(0),
    received: bigint('received', { mode: 'number' }).notNull().default(0),
    lost: bigint('lost', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    unique('stock_order_line_number').on(t.orderId, t.line),
    index('stock_order_line_request').on(t.requestLineId),
    // What still waits for stock, for feeding backorders part by part.
    index('stock_order_line_waiting')
      .on(t.partId)
      .where(sql`${t.cancelled} + ${t.allocated} + ${t.picked} + ${t.shipped} < ${t.quantity}`),
    check('stock_order_line_quantity', sql`${t.quantity} > 0`),
    check(
      'stock_order_line_parts',
      sql`least(${t.cancelled}, ${t.allocated}, ${t.picked}, ${t.shipped}, ${t.received}, ${t.lost}) >= 0`,
    ),
    check(
      'stock_order_line_sum',
      sql`${t.cancelled} + ${t.allocated} + ${t.picked} + ${t.shipped} <= ${t.quantity}`,
    ),
    check('stock_order_line_arrived', sql`${t.received} <= ${t.shipped}`),
  ],
);

/**
 * Stock that is promised to an order line: one hold on one pile. `quantity` counts pieces of the part
 * in the pile, `covers` the pieces of the ordered part they stand for (a substitute may need two for
 * one). The sums per line are kept in the line.
 */
export const allocation = pgTable(
  'allocation',
  {
    id: uuid('id').primaryKey(),
    orderLineId: uuid('order_line_id')
      .notNull()
      .references(() => stockOrderLine.id),
    /** The hold on the pile; follows the stock into the packing area. */
    reservationId: uuid('reservation_id').references(() => reservation.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    /** Where the stock lies when it is allocated. */
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    covers: bigint('covers', { mode: 'number' }).notNull(),
    state: text('state').notNull(),
    /** How many pieces arrived, and how many got lost on the way. */
    received: bigint('received', { mode: 'number' }).notNull().default(0),
    lost: bigint('lost', { mode: 'number' }).notNull().default(0),
    /** Who chose this source: the rules, a clerk, stock that came in, or a person who took it over. */
    policy: text('policy').notNull(),
    /** Why: the reasons of the sourcing answer as codes with data. */
    reasons: jsonb('reasons').$type<readonly unknown[]>().notNull(),
    /** What a person said about it. */
    note: text('note'),
    promisedAt: moment('promised_at'),
    createdAt: moment('created_at').notNull(),
    createdById: uuid('created_by_id').notNull(),
  },
  (t) => [
    index('allocation_line').on(t.orderLineId),
    index('allocation_to_pick').on(t.siteId, t.locationId).where(sql`${t.state} = 'held'`),
    uniqueIndex('allocation_reservation').on(t.reservationId),
    check('allocation_quantity', sql`${t.quantity} > 0 and ${t.covers} >= 0`),
    check(
      'allocation_arrived',
      sql`least(${t.received}, ${t.lost}) >= 0 and ${t.received} + ${t.lost} <= ${t.quantity}`,
    ),
    check('allocation_policy', sql`${t.policy} in ('automatic', 'manual', 'fed', 'taken-over')`),
    check(
      'allocation_hold',
      sql`${t.state} not in ('held', 'picked') or ${t.reservationId} is not null`,
    ),
    check(
      'allocation_state',
      sql`${t.state} in ('held', 'picked', 'shipped', 'received', 'released')`,
    ),
  ],
);
