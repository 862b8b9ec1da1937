/**
 * What shipments remember: where a shipment goes and how, what lies in it line by line, which boxes it
 * travels in, what was written off on the way, and picks that found less than was promised. Lines and
 * boxes that left a shipment keep their row; short picks are history.
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
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  condition,
  entry,
  handlingUnit,
  lot,
  reservation,
  serialUnit,
} from '../inventory/ledger/tables.ts';
import { party } from '../inventory/parties/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { location, site } from '../inventory/sites/tables.ts';
import { allocation } from '../orders/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';

export const shipment = pgTable(
  'shipment',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('shipment_number'),
    kind: text('kind').notNull(),
    fromSiteId: uuid('from_site_id')
      .notNull()
      .references(() => site.id),
    /** Null when it goes to a party. */
    toSiteId: uuid('to_site_id').references(() => site.id),
    /** The van or bench it goes to directly, past the dock of the site. */
    toLocationId: uuid('to_location_id').references(() => location.id),
    toPartyId: uuid('to_party_id').references(() => party.id),
    shipTo: text('ship_to'),
    /** Opaque reference of what it was opened for, and how people call it. */
    document: text('document'),
    documentNumber: text('document_number'),
    note: text('note'),
    laneId: uuid('lane_id'),
    mode: text('mode'),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    promisedAt: moment('promised_at'),
    /** While picked goods are gathered in it: from where to where. One such shipment at a time. */
    collectingKey: text('collecting_key').unique('shipment_collecting'),
    ...flowColumns,
    state: text('state').notNull(),
    createdAt: moment('created_at').notNull(),
    createdById: uuid('created_by_id').notNull(),
    createdByName: text('created_by_name').notNull(),
    shippedAt: moment('shipped_at'),
    shippedByName: text('shipped_by_name'),
    closedAt: moment('closed_at'),
    /** What its packing slip says, as it was when it left. */
    slip: jsonb('slip').$type<unknown>(),
  },
  (t) => [
    index('shipment_from').on(t.fromSiteId, t.state),
    index('shipment_to').on(t.toSiteId, t.state),
    index('shipment_tracking').on(t.trackingNumber),
    index('shipment_on_the_way')
      .on(t.promisedAt)
      .where(sql`${t.state} in ('in-transit', 'partly-received')`),
    check('shipment_kind', sql`${t.kind} in ('transfer', 'return', 'supplier-return', 'customer')`),
    check(
      'shipment_state',
      sql`${t.state} in ('packing', 'in-transit', 'partly-received', 'received', 'lost', 'cancelled')`,
    ),
    check('shipment_goes_to_one', sql`(${t.toSiteId} is null) <> (${t.toPartyId} is null)`),
    check('shipment_to_place', sql`${t.toLocationId} is null or ${t.toSiteId} is not null`),
    check(
      'shipment_shipped',
      sql`(${t.shippedAt} is null) = (${t.state} in ('packing', 'cancelled'))`,
    ),
    check('shipment_slip', sql`${t.slip} is null or ${t.shippedAt} is not null`),
    check('shipment_collects', sql`${t.collectingKey} is null or ${t.state} = 'packing'`),
  ],
);

/**
 * So much of one part in a shipment: the pile it lies in and the hold on it until it leaves, what
 * arrived and what is lost afterwards. A piece with a serial number is a line of its own.
 */
export const shipmentLine = pgTable(
  'shipment_line',
  {
    id: uuid('id').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id),
    /** What it is sent for, opaque here, e.g. `part-return-line:<id>`. */
    source: text('source').notNull(),
    /** Set when the source is an allocation: picked goods of one are never lost from sight. */
    allocationId: uuid('allocation_id').references(() => allocation.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    condition: text('condition')
      .notNull()
      .references(() => condition.code),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => party.id),
    lotId: uuid('lot_id').references(() => lot.id),
    serialId: uuid('serial_id').references(() => serialUnit.id),
    handlingUnitId: uuid('handling_unit_id').references(() => handlingUnit.id),
    /** Travels without a box, and somebody said so. */
    isUnboxed: boolean('is_unboxed').notNull().default(false),
    /** The hold that keeps it until it leaves; null once it left. */
    reservationId: uuid('reservation_id').references(() => reservation.id),
    /** The bin it was picked from, where it goes back to. */
    pickedFromId: uuid('picked_from_id').references(() => location.id),
    /** The place it is meant for at the other end. */
    destinationId: uuid('destination_id').references(() => location.id),
    shipped: bigint('shipped', { mode: 'number' }).notNull().default(0),
    received: bigint('received', { mode: 'number' }).notNull().default(0),
    lost: bigint('lost', { mode: 'number' }).notNull().default(0),
    createdAt: moment('created_at').notNull(),
    /** Taken off the shipment before it left. */
    removedAt: moment('removed_at'),
  },
  (t) => [
    index('shipment_line_shipment').on(t.shipmentId),
    index('shipment_line_source').on(t.source),
    index('shipment_line_allocation').on(t.allocationId),
    index('shipment_line_box').on(t.handlingUnitId),
    check('shipment_line_quantity', sql`${t.quantity} > 0`),
    check('shipment_line_serial', sql`${t.serialId} is null or ${t.quantity} = 1`),
    check('shipment_line_shipped', sql`${t.shipped} in (0, ${t.quantity})`),
    check(
      'shipment_line_arrived',
      sql`least(${t.received}, ${t.lost}) >= 0 and ${t.received} + ${t.lost} <= ${t.shipped}`,
    ),
    check(
      'shipment_line_packed_once',
      sql`not (${t.isUnboxed} and ${t.handlingUnitId} is not null)`,
    ),
    check('shipment_line_removed', sql`${t.removedAt} is null or ${t.shipped} = 0`),
    // Whatever has not left is held, so that nobody takes it out of the packing area.
    check(
      'shipment_line_held',
      sql`(${t.reservationId} is not null) = (${t.shipped} = 0 and ${t.removedAt} is null)`,
    ),
  ],
);

/** A box while it belongs to a shipment. */
export const shipmentBox = pgTable(
  'shipment_box',
  {
    id: uuid('id').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id),
    handlingUnitId: uuid('handling_unit_id')
      .notNull()
      .references(() => handlingUnit.id),
    boxNumber: text('box_number').notNull(),
    weightGrams: integer('weight_grams'),
    addedAt: moment('added_at').notNull(),
    /** When it was taken off, or its shipment had come to its end. */
    releasedAt: moment('released_at'),
  },
  (t) => [
    index('shipment_box_shipment').on(t.shipmentId),
    uniqueIndex('shipment_box_one_shipment')
      .on(t.handlingUnitId)
      .where(sql`${t.releasedAt} is null`),
    check('shipment_box_weight', sql`${t.weightGrams} > 0`),
  ],
);

/** Goods written off on the way, one row a line; found again by undoing the entry. */
export const shipmentLoss = pgTable(
  'shipment_loss',
  {
    id: uuid('id').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id),
    lineId: uuid('line_id')
      .notNull()
      .references(() => shipmentLine.id),
    handlingUnitId: uuid('handling_unit_id').references(() => handlingUnit.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    reason: text('reason').notNull(),
    lostAt: moment('lost_at').notNull(),
    lostByName: text('lost_by_name').notNull(),
    foundAt: moment('found_at'),
    foundByName: text('found_by_name'),
  },
  (t) => [
    index('shipment_loss_shipment').on(t.shipmentId),
    index('shipment_loss_entry').on(t.entryId),
    check('shipment_loss_quantity', sql`${t.quantity} > 0`),
    check('shipment_loss_found', sql`(${t.foundAt} is null) = (${t.foundByName} is null)`),
  ],
);

/** A pick that found less than was promised, and what the picker saw. Only ever added. */
export const shortPick = pgTable(
  'short_pick',
  {
    id: uuid('id').primaryKey(),
    allocationId: uuid('allocation_id')
      .notNull()
      .references(() => allocation.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    wanted: bigint('wanted', { mode: 'number' }).notNull(),
    found: bigint('found', { mode: 'number' }).notNull(),
    reason: text('reason').notNull(),
    note: text('note'),
    at: moment('at').notNull(),
    byName: text('by_name').notNull(),
  },
  (t) => [
    index('short_pick_site').on(t.siteId, t.at),
    check('short_pick_reason', sql`${t.reason} in ('missing', 'damaged', 'wrong-place')`),
    check('short_pick_quantity', sql`${t.found} >= 0 and ${t.found} < ${t.wanted}`),
  ],
);
