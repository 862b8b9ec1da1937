/**
 * The ledger's memory. A pile (bucket) is part × location × lot × condition × owner × handling unit;
 * its id is derived from those, so two rows for one pile cannot exist. Entries and movements are
 * only ever added. The checks here are the promises: no pile below zero, none promised twice.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';
import { party } from '../parties/tables.ts';
import { part } from '../parts/tables.ts';
import { location, site } from '../sites/tables.ts';

/** Quality states a pile can be in, and whether stock in that state may be promised. */
export const condition = pgTable('condition', {
  code: text('code').primaryKey(),
  isAllocatable: boolean('is_allocatable').notNull(),
});

/** A production lot of a part. */
export const lot = pgTable(
  'lot',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    lotNumber: text('lot_number').notNull(),
    /** The last day it may be used, `YYYY-MM-DD`; null when it keeps. */
    expiresOn: text('expires_on'),
  },
  (t) => [
    uniqueIndex('lot_number').on(t.partId, t.lotNumber),
    check('lot_expires_on', sql`${t.expiresOn} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
  ],
);

/** A box or pallet that stock travels in. */
export const handlingUnit = pgTable('handling_unit', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull().unique('handling_unit_number'),
  createdAt: moment('created_at').notNull(),
});

export const bucket = pgTable(
  'bucket',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id').notNull(),
    tracking: text('tracking').notNull(),
    locationId: uuid('location_id').notNull(),
    negOk: boolean('neg_ok').notNull(),
    lotId: uuid('lot_id').references(() => lot.id),
    condition: text('condition')
      .notNull()
      .references(() => condition.code),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => party.id),
    handlingUnitId: uuid('handling_unit_id').references(() => handlingUnit.id),
    onHand: bigint('on_hand', { mode: 'number' }).notNull(),
    reserved: bigint('reserved', { mode: 'number' }).notNull(),
    /**
     * True while anything lies in the pile. The migration ties it to the location's column of the same
     * name: stock lies only where it may.
     */
    holdsStock: boolean('holds_stock').generatedAlwaysAs(sql`case when on_hand <> 0 then true end`),
    version: bigint('version', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('bucket_pile')
      .on(t.partId, t.locationId, t.lotId, t.condition, t.ownerId, t.handlingUnitId)
      .nullsNotDistinct(),
    unique('bucket_id_part').on(t.id, t.partId, t.tracking),
    index('bucket_location').on(t.locationId),
    foreignKey({
      name: 'bucket_part_tracking',
      columns: [t.partId, t.tracking],
      foreignColumns: [part.id, part.tracking],
    }),
    foreignKey({
      name: 'bucket_location_neg_ok',
      columns: [t.locationId, t.negOk],
      foreignColumns: [location.id, location.negOk],
    }),
    check('never_negative', sql`${t.negOk} or ${t.onHand} >= 0`),
    check(
      'never_over_reserved',
      sql`${t.reserved} >= 0 and (${t.reserved} <= ${t.onHand} or (${t.negOk} and ${t.reserved} = 0))`,
    ),
    check('bucket_lot', sql`${t.tracking} <> 'lot' or ${t.lotId} is not null`),
  ],
);

/** One serialised piece and the pile it is in; null until it first enters the ledger. */
export const serialUnit = pgTable(
  'serial_unit',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id').notNull(),
    tracking: text('tracking').notNull().generatedAlwaysAs(sql`'serial'`),
    serialNumber: text('serial_number').notNull(),
    bucketId: uuid('bucket_id'),
    /** The live hold on this piece; a held piece moves only by naming it. */
    holdId: uuid('hold_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('serial_unit_number').on(t.partId, t.serialNumber),
    index('serial_unit_scan').on(t.serialNumber),
    index('serial_unit_bucket').on(t.bucketId),
    unique('serial_unit_id_part').on(t.id, t.partId),
    foreignKey({
      name: 'serial_unit_part',
      columns: [t.partId, t.tracking],
      foreignColumns: [part.id, part.tracking],
    }),
    foreignKey({
      name: 'serial_unit_place',
      columns: [t.bucketId, t.partId, t.tracking],
      foreignColumns: [bucket.id, bucket.partId, bucket.tracking],
    }),
  ],
);

/** A claim on a pile (and, for a serialised part, on one piece of it). */
export const reservation = pgTable(
  'reservation',
  {
    id: uuid('id').primaryKey(),
    bucketId: uuid('bucket_id')
      .notNull()
      .references(() => bucket.id),
    serialId: uuid('serial_id').references(() => serialUnit.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    consumed: bigint('consumed', { mode: 'number' }).notNull().default(0),
    released: bigint('released', { mode: 'number' }).notNull().default(0),
    document: text('document').notNull(),
    expiresAt: moment('expires_at'),
    createdAt: moment('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [
    check('reservation_quantity', sql`${t.quantity} > 0`),
    check(
      'reservation_open',
      sql`${t.consumed} >= 0 and ${t.released} >= 0 and ${t.consumed} + ${t.released} <= ${t.quantity}`,
    ),
    check('reservation_serial', sql`${t.serialId} is null or ${t.quantity} = 1`),
    uniqueIndex('one_live_hold_per_serial')
      .on(t.serialId)
      .where(sql`${t.serialId} is not null and ${t.consumed} + ${t.released} < ${t.quantity}`),
    index('reservation_live')
      .on(t.bucketId)
      .where(sql`${t.consumed} + ${t.released} < ${t.quantity}`),
    index('reservation_document').on(t.document),
  ],
);

/** One posting: why stock moved, by whom, for which document. */
export const entry = pgTable(
  'entry',
  {
    id: uuid('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    /** The site whose work it was, where neither place of a movement belongs to one. */
    siteId: uuid('site_id').references(() => site.id),
    document: text('document'),
    reason: text('reason'),
    actorId: uuid('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    /** When it happened, a label; the order of the ledger is `seq`. */
    effectiveAt: moment('effective_at').notNull(),
    postedAt: moment('posted_at').notNull(),
    postingKey: text('posting_key'),
    reversesId: uuid('reverses_id'),
  },
  (t) => [
    uniqueIndex('entry_seq').on(t.seq),
    index('entry_document').on(t.document, t.seq),
    index('entry_posted').on(t.postedAt),
    unique('entry_posting_key').on(t.postingKey),
    unique('entry_reversed_once').on(t.reversesId),
    foreignKey({ name: 'entry_reverses', columns: [t.reversesId], foreignColumns: [t.id] }),
    check(
      'entry_kind',
      sql`${t.kind} in ('opening', 'receipt', 'put-away', 'move', 'pick', 'pack', 'shipment', 'delivery',
                        'issue', 'removal', 'kit', 'return', 'count', 'adjustment', 'loss', 'scrap',
                        'reversal')`,
    ),
    check(
      'entry_reason',
      sql`${t.kind} not in ('scrap', 'loss', 'adjustment', 'reversal') or ${t.reason} is not null`,
    ),
    check('entry_reversal', sql`(${t.kind} = 'reversal') = (${t.reversesId} is not null)`),
  ],
);

/** One line of an entry: so much of a part left one pile and arrived in another. */
export const movement = pgTable(
  'movement',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    line: integer('line').notNull(),
    partId: uuid('part_id').notNull(),
    tracking: text('tracking').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    fromBucketId: uuid('from_bucket_id').notNull(),
    toBucketId: uuid('to_bucket_id').notNull(),
    serialId: uuid('serial_id'),
    reservationId: uuid('reservation_id').references(() => reservation.id),
    /** What each pile held right after this line: proves that no update was lost. */
    fromAfter: bigint('from_after', { mode: 'number' }).notNull(),
    toAfter: bigint('to_after', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('movement_line').on(t.entryId, t.line),
    index('movement_from').on(t.fromBucketId, t.seq),
    index('movement_to').on(t.toBucketId, t.seq),
    index('movement_serial').on(t.serialId, t.seq).where(sql`${t.serialId} is not null`),
    index('movement_part').on(t.partId, t.seq),
    foreignKey({
      name: 'movement_from_part',
      columns: [t.fromBucketId, t.partId, t.tracking],
      foreignColumns: [bucket.id, bucket.partId, bucket.tracking],
    }),
    foreignKey({
      name: 'movement_to_part',
      columns: [t.toBucketId, t.partId, t.tracking],
      foreignColumns: [bucket.id, bucket.partId, bucket.tracking],
    }),
    foreignKey({
      name: 'movement_serial_part',
      columns: [t.serialId, t.partId],
      foreignColumns: [serialUnit.id, serialUnit.partId],
    }),
    check('movement_quantity', sql`${t.quantity} > 0`),
    check('movement_two_sided', sql`${t.fromBucketId} <> ${t.toBucketId}`),
    check('movement_serial_one', sql`${t.serialId} is null or ${t.quantity} = 1`),
    check('movement_serial_named', sql`(${t.tracking} = 'serial') = (${t.serialId} is not null)`),
  ],
);
