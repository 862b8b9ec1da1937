/**
 * What receiving remembers: what was taken in from which paper, by whom, into which place; and every
 * piece that was not as it should be, until somebody has settled it. Receipts and settlements are
 * only ever added; a discrepancy changes its owner and what is still open of it.
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { entry, handlingUnit, lot } from '../inventory/ledger/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { location, site } from '../inventory/sites/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';

/** How much more than expected a site takes without asking, and how long a lot must still keep. */
export const receivingRule = pgTable(
  'receiving_rule',
  {
    siteId: uuid('site_id')
      .primaryKey()
      .references(() => site.id),
    /** Allowed above what was expected: the larger of a share in percent and a number of pieces. */
    overPercent: integer('over_percent').notNull(),
    overPieces: bigint('over_pieces', { mode: 'number' }).notNull(),
    minimumShelfLifeDays: integer('minimum_shelf_life_days').notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    check('receiving_rule_percent', sql`${t.overPercent} between 0 and 100`),
    check('receiving_rule_pieces', sql`${t.overPieces} >= 0`),
    check('receiving_rule_days', sql`${t.minimumShelfLifeDays} between 0 and 3650`),
  ],
);

/** What one person took in from one document on one day; without a document, what he took in at once. */
export const receipt = pgTable(
  'receipt',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('receipt_number'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    kind: text('kind').notNull(),
    /** Opaque reference of the paper it was received by, e.g. `shipment:<id>`, and its number. */
    document: text('document'),
    documentNumber: text('document_number'),
    /** Whom it came from, in words, where no document says it. */
    sender: text('sender'),
    note: text('note'),
    receivedById: uuid('received_by_id').notNull(),
    receivedByName: text('received_by_name').notNull(),
    receivedOn: text('received_on').notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [
    unique('receipt_of_the_day').on(t.document, t.siteId, t.receivedById, t.receivedOn),
    index('receipt_site').on(t.siteId, t.receivedAt),
    check(
      'receipt_kind',
      sql`${t.kind} in ('shipment', 'purchase', 'return', 'customer', 'technician', 'manual')`,
    ),
  ],
);

/** So much of a part that came in, and the pile it was put on. */
export const receiptLine = pgTable(
  'receipt_line',
  {
    id: uuid('id').primaryKey(),
    /** The order in which lines came in. */
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    receiptId: uuid('receipt_id')
      .notNull()
      .references(() => receipt.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    condition: text('condition').notNull(),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    lotId: uuid('lot_id').references(() => lot.id),
    serialNumbers: jsonb('serial_numbers').$type<readonly string[]>().notNull(),
    /** Opaque reference of the line that expected it, e.g. `shipment-line:<id>`. */
    source: text('source'),
    /** The box it came in. */
    handlingUnitId: uuid('handling_unit_id').references(() => handlingUnit.id),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [
    index('receipt_line_receipt').on(t.receiptId, t.seq),
    index('receipt_line_source').on(t.source),
    index('receipt_line_box').on(t.handlingUnitId),
    check('receipt_line_quantity', sql`${t.quantity} > 0`),
  ],
);

/** Pieces that did not come as they should; with a serial number it is always one piece. */
export const discrepancy = pgTable(
  'discrepancy',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('discrepancy_number'),
    kind: text('kind').notNull(),
    /** The site that found it. */
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    /** The site that sent it, if it is ours. */
    fromSiteId: uuid('from_site_id').references(() => site.id),
    receiptId: uuid('receipt_id').references(() => receipt.id),
    document: text('document'),
    documentNumber: text('document_number'),
    source: text('source'),
    partId: uuid('part_id').references(() => part.id),
    /** What should have come in its place. */
    expectedPartId: uuid('expected_part_id').references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    settled: bigint('settled', { mode: 'number' }).notNull().default(0),
    serialNumber: text('serial_number'),
    /** The pile the pieces lie in: quarantined here, or still in transit; null where there are none. */
    locationId: uuid('location_id').references(() => location.id),
    lotId: uuid('lot_id').references(() => lot.id),
    handlingUnitId: uuid('handling_unit_id').references(() => handlingUnit.id),
    condition: text('condition'),
    /** What the pieces become when they are accepted. */
    intendedCondition: text('intended_condition'),
    /** The place they came from, for sending back. */
    fromPlaceId: uuid('from_place_id').references(() => location.id),
    note: text('note'),
    ownerId: uuid('owner_id'),
    ownerName: text('owner_name'),
    reportedById: uuid('reported_by_id').notNull(),
    reportedByName: text('reported_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
    ...flowColumns,
    state: text('state').notNull(),
  },
  (t) => [
    index('discrepancy_open').on(t.siteId, t.createdAt).where(sql`${t.state} = 'open'`),
    index('discrepancy_sender').on(t.fromSiteId, t.createdAt).where(sql`${t.state} = 'open'`),
    index('discrepancy_document').on(t.document),
    index('discrepancy_receipt').on(t.receiptId),
    uniqueIndex('one_open_shortage')
      .on(t.source, sql`coalesce(${t.serialNumber}, '')`)
      .where(sql`${t.kind} = 'short' and ${t.state} = 'open'`),
    check(
      'discrepancy_kind',
      sql`${t.kind} in ('short', 'over', 'wrong-part', 'damaged', 'unexpected', 'wrong-serial',
                        'unknown-serial', 'serial-elsewhere', 'expired', 'misrouted')`,
    ),
    check('discrepancy_state', sql`${t.state} in ('open', 'resolved')`),
    check(
      'discrepancy_quantity',
      sql`${t.quantity} > 0 and ${t.settled} between 0 and ${t.quantity}`,
    ),
    check('discrepancy_piece', sql`${t.serialNumber} is null or ${t.quantity} = 1`),
    check('discrepancy_settled', sql`(${t.state} = 'resolved') = (${t.settled} = ${t.quantity})`),
    check('discrepancy_owner', sql`(${t.ownerId} is null) = (${t.ownerName} is null)`),
    check(
      'discrepancy_pile',
      sql`(${t.locationId} is null) = (${t.condition} is null)
          and (${t.locationId} is null or ${t.partId} is not null)`,
    ),
  ],
);

/** What was decided about so many of the pieces, and the posting it led to. */
export const settlement = pgTable(
  'discrepancy_settlement',
  {
    id: uuid('id').primaryKey(),
    discrepancyId: uuid('discrepancy_id')
      .notNull()
      .references(() => discrepancy.id),
    outcome: text('outcome').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    reason: text('reason').notNull(),
    entryId: uuid('entry_id').references(() => entry.id),
    settledById: uuid('settled_by_id').notNull(),
    settledByName: text('settled_by_name').notNull(),
    settledAt: moment('settled_at').notNull(),
  },
  (t) => [
    index('discrepancy_settlement_of').on(t.discrepancyId, t.settledAt),
    check(
      'discrepancy_settlement_outcome',
      sql`${t.outcome} in ('lost', 'found', 'not-sent', 'accept', 'send-back', 'scrap', 'found-here',
                           'note', 'tolerate')`,
    ),
    check('discrepancy_settlement_quantity', sql`${t.quantity} > 0`),
  ],
);
