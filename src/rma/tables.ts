/**
 * What a return remembers: the customer's request (header) and one line per unit promised. A line's
 * state is written by the flow alone; its region columns repeat the stored flow so that lists and
 * constraints can read them. One open line per serial, by unique index.
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
import { serialUnit } from '../inventory/ledger/tables.ts';
import { party } from '../inventory/parties/tables.ts';
import { site } from '../inventory/sites/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';

export const rma = pgTable(
  'rma',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('rma_number'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => party.id),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    shipTo: text('ship_to').notNull(),
    locale: text('locale').notNull(),
    createdAt: moment('created_at').notNull(),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [index('rma_customer').on(t.customerId), index('rma_created').on(t.createdAt)],
);

export const rmaLine = pgTable(
  'rma_line',
  {
    id: uuid('id').primaryKey(),
    rmaId: uuid('rma_id')
      .notNull()
      .references(() => rma.id),
    lineNumber: integer('line_number').notNull(),
    /** What its labels carry and its documents are called: `RMA-000042-1`. */
    code: text('code').notNull().unique('rma_line_code'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    serialUnitId: uuid('serial_unit_id')
      .notNull()
      .references(() => serialUnit.id),
    /** The serial that arrived in its place, while it waits in quarantine. */
    arrivedSerial: text('arrived_serial'),
    /** The arrived piece in the ledger, set together with arrivedSerial. */
    arrivedUnitId: uuid('arrived_unit_id').references(() => serialUnit.id),
    faultDescription: text('fault_description').notNull(),
    accessories: jsonb('accessories').$type<string[]>().notNull(),
    coverage: jsonb('coverage').$type<unknown>().notNull(),
    chargeMinor: bigint('charge_minor', { mode: 'number' }),
    chargeCurrency: text('charge_currency'),
    chargeReference: text('charge_reference'),
    validUntil: text('valid_until').notNull(),
    top: text('top').notNull(),
    inbound: text('inbound').notNull(),
    remedy: text('remedy').notNull(),
    outbound: text('outbound').notNull(),
    money: text('money').notNull(),
    hold: text('hold').notNull(),
    receivedAt: moment('received_at'),
    promisedOn: text('promised_on'),
    closedAt: moment('closed_at'),
    ...flowColumns,
  },
  (t) => [
    unique('rma_line_number').on(t.rmaId, t.lineNumber),
    uniqueIndex('one_open_line_per_serial')
      .on(t.serialUnitId)
      .where(sql`${t.top} in ('requested', 'open')`),
    index('rma_line_site').on(t.siteId, t.top, t.inbound),
    check(
      'rma_line_top',
      sql`${t.top} in ('requested', 'open', 'closed', 'rejected', 'cancelled')`,
    ),
    check('rma_line_charge', sql`${t.chargeMinor} >= 0`),
  ],
);

/** A unit on its way back: box, carrier, tracking number. */
export const rmaShipment = pgTable(
  'rma_shipment',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('rma_shipment_number'),
    lineId: uuid('line_id')
      .notNull()
      .references(() => rmaLine.id),
    handlingUnitId: uuid('handling_unit_id').notNull(),
    boxNumber: text('box_number').notNull(),
    reservationId: uuid('reservation_id').notNull(),
    accessories: jsonb('accessories').$type<string[]>().notNull(),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    packedAt: moment('packed_at').notNull(),
    unpackedAt: moment('unpacked_at'),
    shippedAt: moment('shipped_at'),
    deliveredAt: moment('delivered_at'),
  },
  (t) => [
    index('rma_shipment_tracking').on(t.trackingNumber),
    uniqueIndex('rma_shipment_one_live').on(t.lineId).where(sql`${t.unpackedAt} is null`),
  ],
);
