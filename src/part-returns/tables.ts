/**
 * What returns of parts remember: who sends what back to where, how far every piece is, what the
 * inspection found, and how people are reminded. Lines are never deleted; inspections only added.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { entry, lot, reservation, serialUnit } from '../inventory/ledger/tables.ts';
import { party } from '../inventory/parties/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { defectiveReturn } from '../inventory/returns/tables.ts';
import { location, site } from '../inventory/sites/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';
import { shipment, shipmentLine } from '../shipments/tables.ts';

/** One return: parts of one site that go to one end. */
export const partReturn = pgTable(
  'part_return',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('part_return_number'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    /** Where it goes: a site of ours, which may be the same, or a repairer or supplier. */
    toSiteId: uuid('to_site_id').references(() => site.id),
    toPartyId: uuid('to_party_id').references(() => party.id),
    /** The job the parts were for, as people call it. */
    document: text('document'),
    note: text('note'),
    shipmentId: uuid('shipment_id').references(() => shipment.id),
    shipmentNumber: text('shipment_number'),
    ...flowColumns,
    state: text('state').notNull(),
    createdAt: moment('created_at').notNull(),
    createdById: uuid('created_by_id').notNull(),
    createdByName: text('created_by_name').notNull(),
    sentAt: moment('sent_at'),
    closedAt: moment('closed_at'),
  },
  (t) => [
    index('part_return_site').on(t.siteId, t.state, t.createdAt),
    index('part_return_to_site').on(t.toSiteId, t.state, t.createdAt),
    index('part_return_shipment').on(t.shipmentId),
    check(
      'part_return_state',
      sql`${t.state} in ('open', 'sent', 'received', 'closed', 'cancelled')`,
    ),
    check('part_return_end', sql`(${t.toSiteId} is null) <> (${t.toPartyId} is null)`),
    check('part_return_shipment_named', sql`(${t.shipmentId} is null) = (${t.sentAt} is null)`),
  ],
);

/** Some of one pile, or one piece of it, on its way back. */
export const partReturnLine = pgTable(
  'part_return_line',
  {
    id: uuid('id').primaryKey(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => partReturn.id),
    /** The obligation this line answers; null for parts nobody needed. */
    owedReturnId: uuid('owed_return_id').references(() => defectiveReturn.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    /** The pile it lay in when it was listed. */
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    condition: text('condition').notNull(),
    /** What it is called until somebody has looked at it. */
    travelCondition: text('travel_condition').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => party.id),
    lotId: uuid('lot_id').references(() => lot.id),
    serialId: uuid('serial_id').references(() => serialUnit.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    handed: bigint('handed', { mode: 'number' }).notNull().default(0),
    sent: bigint('sent', { mode: 'number' }).notNull().default(0),
    arrived: bigint('arrived', { mode: 'number' }).notNull().default(0),
    lost: bigint('lost', { mode: 'number' }).notNull().default(0),
    inspected: bigint('inspected', { mode: 'number' }).notNull().default(0),
    reservationId: uuid('reservation_id').references(() => reservation.id),
    shipmentLineId: uuid('shipment_line_id').references(() => shipmentLine.id),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (t) => [
    index('part_return_line_return').on(t.returnId, t.createdAt),
    index('part_return_line_part').on(t.partId),
    uniqueIndex('one_return_per_owed').on(t.owedReturnId).where(sql`${t.removedAt} is null`),
    check('part_return_line_quantity', sql`${t.quantity} > 0`),
    check(
      'part_return_line_gone',
      sql`${t.handed} >= 0 and ${t.sent} >= 0
          and ${t.handed} + ${t.sent} <= ${t.quantity}`,
    ),
    check(
      'part_return_line_road',
      sql`${t.arrived} >= 0 and ${t.lost} >= 0
          and ${t.arrived} + ${t.lost} <= ${t.sent}`,
    ),
    check(
      'part_return_line_inspected',
      sql`${t.inspected} >= 0
          and ${t.inspected} <= ${t.handed} + ${t.arrived}`,
    ),
    check('part_return_line_piece', sql`${t.serialId} is null or ${t.quantity} = 1`),
    check('part_return_line_removed', sql`${t.removedAt} is null or ${t.handed} + ${t.sent} = 0`),
  ],
);

/** What was found when so many pieces of a line were looked at. */
export const partReturnInspection = pgTable(
  'part_return_inspection',
  {
    id: uuid('id').primaryKey(),
    lineId: uuid('line_id')
      .notNull()
      .references(() => partReturnLine.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    found: text('found').notNull(),
    /** Where it lay; null when it is at a repairer or supplier. */
    locationId: uuid('location_id').references(() => location.id),
    /** Null when it stays what it was. */
    entryId: uuid('entry_id').references(() => entry.id),
    note: text('note'),
    inspectedById: uuid('inspected_by_id').notNull(),
    inspectedByName: text('inspected_by_name').notNull(),
    inspectedAt: moment('inspected_at').notNull(),
  },
  (t) => [
    index('part_return_inspection_line').on(t.lineId, t.inspectedAt),
    check('part_return_inspection_quantity', sql`${t.quantity} > 0`),
  ],
);

/** How people are reminded of what they owe; a site without a row follows the one without a site. */
export const returnChasing = pgTable(
  'return_chasing',
  {
    id: uuid('id').primaryKey(),
    siteId: uuid('site_id').references(() => site.id),
    /** Days to bring a replaced part back. */
    dueDays: integer('due_days').notNull(),
    /** The first reminder, so many days before it is due. */
    daysBefore: integer('days_before').notNull(),
    /** Another one every so many days once it is late. */
    everyDays: integer('every_days').notNull(),
    /** So late, somebody else is told too. */
    escalateAfterDays: integer('escalate_after_days').notNull(),
    escalateToId: uuid('escalate_to_id'),
    escalateToName: text('escalate_to_name'),
    setByName: text('set_by_name').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    unique('return_chasing_site').on(t.siteId).nullsNotDistinct(),
    check(
      'return_chasing_days',
      sql`${t.dueDays} between 0 and 365 and ${t.daysBefore} between 0 and 90
          and ${t.everyDays} between 1 and 90 and ${t.escalateAfterDays} between 0 and 365`,
    ),
    check(
      'return_chasing_somebody',
      sql`(${t.escalateToId} is null) = (${t.escalateToName} is null)`,
    ),
  ],
);
