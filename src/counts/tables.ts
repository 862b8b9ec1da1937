/**
 * What counts remember. A count has bins, a bin has lines; what was seen at each moment is only ever
 * added. State columns repeat the stored flows. Two live counts never look at one bin, so that one
 * difference is not posted twice.
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
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { condition, entry, lot, serialUnit } from '../inventory/ledger/tables.ts';
import { party } from '../inventory/parties/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { location, site } from '../inventory/sites/tables.ts';
import { flowColumns, moment } from '../platform/tables.ts';
import type { PieceOutcome } from './verdict.rules.ts';

const quantity = (name: string) => bigint(name, { mode: 'number' });

/** How far a blind count may be off; the row without a site holds for all others. */
export const countTolerance = pgTable(
  'count_tolerance',
  {
    id: uuid('id').primaryKey(),
    siteId: uuid('site_id').references(() => site.id),
    pieces: quantity('pieces').notNull(),
    percent: integer('percent').notNull(),
    valueMinor: quantity('value_minor').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedByName: text('updated_by_name').notNull(),
  },
  (t) => [
    unique('count_tolerance_site').on(t.siteId).nullsNotDistinct(),
    check(
      'count_tolerance_limits',
      sql`${t.pieces} >= 0 and ${t.percent} between 0 and 100 and ${t.valueMinor} >= 0`,
    ),
  ],
);

export const stockCount = pgTable(
  'stock_count',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('stock_count_number'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    kind: text('kind').notNull(),
    /** The choice as it was made, for those who ask later why these bins. */
    choice: jsonb('choice').$type<Record<string, unknown>>().notNull(),
    note: text('note'),
    /** What asked for it when no person did, e.g. `pick:<id>`. */
    document: text('document'),
    tolerancePieces: quantity('tolerance_pieces').notNull(),
    tolerancePercent: integer('tolerance_percent').notNull(),
    toleranceValueMinor: quantity('tolerance_value_minor').notNull(),
    state: text('state').notNull(),
    createdAt: moment('created_at').notNull(),
    createdById: uuid('created_by_id').notNull(),
    createdByName: text('created_by_name').notNull(),
    closedAt: moment('closed_at'),
    closedByName: text('closed_by_name'),
    cancelReason: text('cancel_reason'),
    ...flowColumns,
  },
  (t) => [
    index('stock_count_site').on(t.siteId, t.state),
    index('stock_count_created').on(t.createdAt),
    check(
      'stock_count_state',
      sql`${t.state} in ('open', 'counting', 'to-recount', 'to-approve', 'posted', 'cancelled')`,
    ),
    check(
      'stock_count_kind',
      sql`${t.kind} in ('bins', 'site', 'zone', 'part', 'van', 'due', 'short-pick')`,
    ),
  ],
);

/** One bin to look at, as a whole or for one part only. */
export const countBin = pgTable(
  'count_bin',
  {
    id: uuid('id').primaryKey(),
    countId: uuid('count_id')
      .notNull()
      .references(() => stockCount.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    partId: uuid('part_id').references(() => part.id),
    position: integer('position').notNull(),
    state: text('state').notNull(),
    /** Passes begun; what was scanned in an earlier one counts for nothing. */
    pass: integer('pass').notNull().default(0),
    /** The person of the latest pass. */
    countedById: uuid('counted_by_id'),
    countedByName: text('counted_by_name'),
    openedAt: moment('opened_at'),
    finishedAt: moment('finished_at'),
    ...flowColumns,
  },
  (t) => [
    unique('count_bin_once').on(t.countId, t.locationId, t.partId).nullsNotDistinct(),
    uniqueIndex('count_bin_live')
      .on(t.locationId, sql`coalesce(${t.partId}, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`${t.state} not in ('closed', 'cancelled')`),
    check(
      'count_bin_state',
      sql`${t.state} in ('waiting', 'counting', 'to-recount', 'done', 'closed', 'cancelled')`,
    ),
  ],
);

/** What the books said of a bin when a pass began. */
export const countSeen = pgTable(
  'count_seen',
  {
    binId: uuid('bin_id')
      .notNull()
      .references(() => countBin.id),
    pass: integer('pass').notNull(),
    bucketId: uuid('bucket_id').notNull(),
    onHand: quantity('on_hand').notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    serialIds: jsonb('serial_ids').$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.binId, t.pass, t.bucketId] })],
);

/** A counted pile; for a serialised part all its pieces in the bin together. */
export const countLine = pgTable(
  'count_line',
  {
    id: uuid('id').primaryKey(),
    countId: uuid('count_id')
      .notNull()
      .references(() => stockCount.id),
    binId: uuid('bin_id')
      .notNull()
      .references(() => countBin.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    /** The pile; null for a serialised part. */
    bucketId: uuid('bucket_id'),
    lotId: uuid('lot_id').references(() => lot.id),
    /** Of the pile; for a serialised part what a piece nobody knew is taken for. */
    condition: text('condition')
      .notNull()
      .references(() => condition.code),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => party.id),
    state: text('state').notNull(),
    pass: integer('pass').notNull(),
    counted: quantity('counted').notNull(),
    firstOnHand: quantity('first_on_hand').notNull(),
    seenOnHand: quantity('seen_on_hand').notNull(),
    seenVersion: bigint('seen_version', { mode: 'number' }).notNull(),
    /** Set when the pass is judged. */
    difference: quantity('difference'),
    valueMinor: quantity('value_minor'),
    hasMoved: boolean('has_moved').notNull().default(false),
    countedById: uuid('counted_by_id').notNull(),
    countedByName: text('counted_by_name').notNull(),
    countedAt: moment('counted_at').notNull(),
    decidedById: uuid('decided_by_id'),
    decidedByName: text('decided_by_name'),
    decidedAt: moment('decided_at'),
    decisionNote: text('decision_note'),
    entryId: uuid('entry_id').references(() => entry.id),
    ...flowColumns,
  },
  (t) => [
    uniqueIndex('count_line_once').on(t.binId, sql`coalesce(${t.bucketId}, ${t.partId})`),
    index('count_line_count').on(t.countId, t.state),
    index('count_line_history').on(t.locationId, t.partId, t.countedAt),
    check(
      'count_line_state',
      sql`${t.state} in ('counting', 'to-recount', 'to-approve', 'right', 'posted', 'dismissed',
                         'cancelled')`,
    ),
    check('count_line_counted', sql`${t.counted} >= 0`),
    check(
      'count_line_difference',
      sql`${t.difference} is null or ${t.bucketId} is null
          or ${t.difference} = ${t.counted} - ${t.seenOnHand}`,
    ),
  ],
);

/** One scan of a pile: what was counted, and what the books said at that moment. */
export const countScan = pgTable(
  'count_scan',
  {
    id: uuid('id').primaryKey(),
    lineId: uuid('line_id')
      .notNull()
      .references(() => countLine.id),
    pass: integer('pass').notNull(),
    kind: text('kind').notNull(),
    quantity: quantity('quantity').notNull(),
    onHand: quantity('on_hand').notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    countedById: uuid('counted_by_id').notNull(),
    countedByName: text('counted_by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('count_scan_line').on(t.lineId, t.pass),
    check('count_scan_kind', sql`${t.kind} in ('add', 'set', 'not-found')`),
    check('count_scan_quantity', sql`${t.quantity} >= 0`),
  ],
);

/** One piece of a serialised part that was scanned, or that nobody found. */
export const countPiece = pgTable(
  'count_piece',
  {
    id: uuid('id').primaryKey(),
    lineId: uuid('line_id')
      .notNull()
      .references(() => countLine.id),
    pass: integer('pass').notNull(),
    serialNumber: text('serial_number').notNull(),
    serialId: uuid('serial_id').references(() => serialUnit.id),
    outcome: text('outcome').$type<PieceOutcome>().notNull(),
    /** The pile the books had it in at that moment; null when in none. */
    seenBucketId: uuid('seen_bucket_id'),
    countedById: uuid('counted_by_id').notNull(),
    countedByName: text('counted_by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('count_piece_once').on(t.lineId, t.pass, t.serialNumber),
    check('count_piece_outcome', sql`${t.outcome} in ('here', 'missing', 'elsewhere', 'unknown')`),
  ],
);
