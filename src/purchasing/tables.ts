/**
 * What purchasing remembers: what was asked for by hand, the orders to suppliers, and for whom each of
 * their lines was bought. What waits in orders for parts is not kept here a second time; it is asked.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { party } from '../inventory/parties/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { site } from '../inventory/sites/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';

const isDay = (column: unknown) => sql`${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`;

/** So much of a part that a planner wants bought whatever lies in stock. */
export const purchaseDemand = pgTable(
  'purchase_demand',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    /** The site it is bought for. */
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** Taken back before it was bought. */
    withdrawn: bigint('withdrawn', { mode: 'number' }).notNull().default(0),
    neededBy: text('needed_by'),
    reason: text('reason').notNull(),
    createdById: uuid('created_by_id').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('purchase_demand_open').on(t.partId, t.siteId).where(sql`${t.withdrawn} < ${t.quantity}`),
    check('purchase_demand_quantity', sql`${t.quantity} > 0`),
    check('purchase_demand_withdrawn', sql`${t.withdrawn} between 0 and ${t.quantity}`),
    check('purchase_demand_day', isDay(t.neededBy)),
  ],
);

/** An order to one supplier, delivered to one site, in one currency. */
export const purchaseOrder = pgTable(
  'purchase_order',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('purchase_order_number'),
    supplierId: uuid('supplier_id')
      .notNull()
      .references(() => party.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    currency: text('currency').notNull(),
    /** What the supplier reads below the lines. */
    note: text('note'),
    /** What the paper says, as it was when it was sent. */
    sheet: jsonb('sheet').$type<unknown>(),
    /** The number the supplier gave it. */
    supplierReference: text('supplier_reference'),
    sentAt: moment('sent_at'),
    sentByName: text('sent_by_name'),
    confirmedAt: moment('confirmed_at'),
    cancelReason: text('cancel_reason'),
    createdById: uuid('created_by_id').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
    ...flowColumns,
    state: text('state').notNull(),
  },
  (t) => [
    index('purchase_order_open').on(t.siteId, t.createdAt).where(sql`${t.closedAt} is null`),
    index('purchase_order_supplier').on(t.supplierId, t.createdAt),
    check('purchase_order_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check(
      'purchase_order_state',
      sql`${t.state} in ('draft', 'sent', 'confirmed', 'partly-received', 'received', 'closed',
                         'cancelled')`,
    ),
    check(
      'purchase_order_sent',
      sql`(${t.sentAt} is null) = (${t.sheet} is null)
          and (${t.sentAt} is not null or ${t.state} in ('draft', 'cancelled'))`,
    ),
  ],
);

/** One part of an order; a part stands in an order once, so that a scan finds its line. */
export const purchaseOrderLine = pgTable(
  'purchase_order_line',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => purchaseOrder.id),
    line: integer('line').notNull(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    supplierPartNumber: text('supplier_part_number'),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** Of one piece, in minor units of the order's currency; null until somebody knows it. */
    priceMinor: bigint('price_minor', { mode: 'number' }),
    /** What was asked when the order was sent. */
    sentPriceMinor: bigint('sent_price_minor', { mode: 'number' }),
    expectedOn: text('expected_on'),
    leadTimeDays: integer('lead_time_days'),
    packSize: integer('pack_size').notNull(),
    minimumOrder: integer('minimum_order').notNull(),
    received: bigint('received', { mode: 'number' }).notNull().default(0),
    cancelled: bigint('cancelled', { mode: 'number' }).notNull().default(0),
    /** The numbers the quantity was made of when it was grouped; null for a line made by hand. */
    why: jsonb('why').$type<unknown>(),
  },
  (t) => [
    unique('purchase_order_line_number').on(t.orderId, t.line),
    unique('purchase_order_line_part').on(t.orderId, t.partId),
    index('purchase_order_line_of_part').on(t.partId),
    check('purchase_order_line_quantity', sql`${t.quantity} > 0`),
    check('purchase_order_line_counts', sql`least(${t.received}, ${t.cancelled}) >= 0`),
    // What comes beyond the order is a discrepancy of the receipt, never a number here.
    check('purchase_order_line_sum', sql`${t.received} + ${t.cancelled} <= ${t.quantity}`),
    check('purchase_order_line_pack', sql`least(${t.packSize}, ${t.minimumOrder}) > 0`),
    check(
      'purchase_order_line_value',
      sql`${t.priceMinor} >= 0 and ${t.priceMinor}::numeric * ${t.quantity} <= 9007199254740991`,
    ),
    check('purchase_order_line_day', isDay(t.expectedOn)),
  ],
);

/** For whom a line was bought: `order-line:<id>` that waits, or `demand:<id>` made by hand. */
export const purchaseCover = pgTable(
  'purchase_cover',
  {
    id: uuid('id').primaryKey(),
    lineId: uuid('line_id')
      .notNull()
      .references(() => purchaseOrderLine.id, { onDelete: 'cascade' }),
    source: text('source').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('purchase_cover_source').on(t.lineId, t.source),
    index('purchase_cover_of').on(t.source),
    check('purchase_cover_quantity', sql`${t.quantity} > 0`),
  ],
);
