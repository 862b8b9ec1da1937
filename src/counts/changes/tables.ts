/**
 * What is asked for, decided and proven when stock is corrected or scrapped. Documents are closed,
 * never deleted; a proof is only ever added.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { condition, entry, lot, reservation, serialUnit } from '../../inventory/ledger/tables.ts';
import { party } from '../../inventory/parties/tables.ts';
import { part } from '../../inventory/parts/tables.ts';
import { location, site } from '../../inventory/sites/tables.ts';
import { flowColumns, moment } from '../../platform/tables.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Why stock is corrected or scrapped, in both languages. */
export const changeReason = pgTable(
  'change_reason',
  {
    code: text('code').primaryKey(),
    kind: text('kind').notNull(),
    nameEn: text('name_en').notNull(),
    nameZh: text('name_zh').notNull(),
    isActive: boolean('is_active').notNull(),
  },
  (t) => [check('change_reason_kind', sql`${t.kind} in ('adjustment', 'scrap')`)],
);

export const stockChange = pgTable(
  'stock_change',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('stock_change_number'),
    kind: text('kind').notNull(),
    direction: text('direction').notNull(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    lotId: uuid('lot_id').references(() => lot.id),
    condition: text('condition')
      .notNull()
      .references(() => condition.code),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => party.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    reasonCode: text('reason_code')
      .notNull()
      .references(() => changeReason.code),
    note: text('note'),
    /** At cost: when it was asked for, and what was written off when it was posted. */
    valueMinor: bigint('value_minor', { mode: 'number' }),
    currency: text('currency').notNull(),
    state: text('state').notNull(),
    requestedAt: moment('requested_at').notNull(),
    requestedById: uuid('requested_by_id').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    decidedAt: moment('decided_at'),
    decidedById: uuid('decided_by_id'),
    decidedByName: text('decided_by_name'),
    decisionNote: text('decision_note'),
    entryId: uuid('entry_id').references(() => entry.id),
    ...flowColumns,
  },
  (t) => [
    index('stock_change_queue').on(t.siteId, t.state, t.kind),
    check('stock_change_kind', sql`${t.kind} in ('adjustment', 'scrap')`),
    check(
      'stock_change_direction',
      sql`${t.direction} in ('up', 'down') and (${t.kind} = 'adjustment' or ${t.direction} = 'down')`,
    ),
    check('stock_change_quantity', sql`${t.quantity} > 0`),
    check(
      'stock_change_state',
      sql`${t.state} in ('requested', 'posted', 'rejected', 'cancelled')`,
    ),
    check('stock_change_posted', sql`(${t.state} = 'posted') = (${t.entryId} is not null)`),
  ],
);

/** What the change is about: one row a piece, or one for the whole quantity; with its hold. */
export const stockChangePiece = pgTable(
  'stock_change_piece',
  {
    id: uuid('id').primaryKey(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => stockChange.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    serialId: uuid('serial_id').references(() => serialUnit.id),
    serialNumber: text('serial_number'),
    holdId: uuid('hold_id').references(() => reservation.id),
  },
  (t) => [
    index('stock_change_piece_change').on(t.changeId),
    unique('stock_change_piece_hold').on(t.holdId),
    check('stock_change_piece_quantity', sql`${t.quantity} > 0`),
  ],
);

/** A photo or a paper that shows why. */
export const changeProof = pgTable(
  'change_proof',
  {
    id: uuid('id').primaryKey(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => stockChange.id),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    content: bytes('content').notNull(),
    sha256: text('sha256').notNull(),
    addedAt: moment('added_at').notNull(),
    addedByName: text('added_by_name').notNull(),
  },
  (t) => [
    index('change_proof_change').on(t.changeId),
    check('change_proof_size', sql`octet_length(${t.content}) between 1 and 5242880`),
  ],
);
