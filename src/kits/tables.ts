/**
 * What kits remember: what each is made of with every revision of it, which parts a model of equipment
 * takes and where, and what was built or broken. What was done is history and only added to.
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
import { partModel } from '../inventory/parts/models/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { location, site } from '../inventory/sites/tables.ts';
import { moment } from '../platform/tables.ts';

/** A part that is a kit. */
export const kit = pgTable(
  'kit',
  {
    partId: uuid('part_id')
      .primaryKey()
      .references(() => part.id),
    /** Counts the changes of what it is made of; also what the reader saw. */
    revision: integer('revision').notNull(),
  },
  (t) => [check('kit_revision_counts', sql`${t.revision} > 0`)],
);

/** What one kit is made of, in the order in which it is packed. */
export const kitComponent = pgTable(
  'kit_component',
  {
    kitPartId: uuid('kit_part_id')
      .notNull()
      .references(() => kit.partId),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    position: integer('position').notNull(),
    quantity: integer('quantity').notNull(),
    isOptional: boolean('is_optional').notNull(),
    allowsSubstitutes: boolean('allows_substitutes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kitPartId, t.partId] }),
    index('kit_component_part').on(t.partId),
    check('kit_component_quantity', sql`${t.quantity} between 1 and 10000`),
    check('kit_component_not_itself', sql`${t.kitPartId} <> ${t.partId}`),
  ],
);

/** What a kit was made of at each revision, and who said so. */
export const kitRevision = pgTable(
  'kit_revision',
  {
    kitPartId: uuid('kit_part_id')
      .notNull()
      .references(() => kit.partId),
    revision: integer('revision').notNull(),
    components: jsonb('components').$type<readonly Record<string, unknown>[]>().notNull(),
    note: text('note'),
    changedAt: moment('changed_at').notNull(),
    changedByName: text('changed_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kitPartId, t.revision] })],
);

/** How many of a part a model of equipment takes at one position; gone when the part no longer fits. */
export const modelBomLine = pgTable(
  'model_bom_line',
  {
    id: uuid('id').primaryKey(),
    partModelId: uuid('part_model_id')
      .notNull()
      .references(() => partModel.id, { onDelete: 'cascade' }),
    position: text('position').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (t) => [
    uniqueIndex('model_bom_line_position').on(t.partModelId, sql`upper(${t.position})`),
    check('model_bom_line_quantity', sql`${t.quantity} between 1 and 10000`),
  ],
);

/** One building or breaking of kits; done when it is written. */
export const kitOrder = pgTable(
  'kit_order',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('kit_order_number'),
    kind: text('kind').notNull(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    kitPartId: uuid('kit_part_id')
      .notNull()
      .references(() => kit.partId),
    revision: integer('revision').notNull(),
    /** Where the built kits went, or the broken ones lay. */
    locationId: uuid('location_id')
      .notNull()
      .references(() => location.id),
    condition: text('condition')
      .notNull()
      .references(() => condition.code),
    lotId: uuid('lot_id').references(() => lot.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    serialNumbers: jsonb('serial_numbers').$type<readonly string[]>().notNull(),
    note: text('note'),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    /** What wrote off the components that were missing. */
    scrapEntryId: uuid('scrap_entry_id').references(() => entry.id),
    createdAt: moment('created_at').notNull(),
    createdById: uuid('created_by_id').notNull(),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    index('kit_order_site').on(t.siteId, t.createdAt),
    index('kit_order_part').on(t.kitPartId, t.createdAt),
    check('kit_order_kind', sql`${t.kind} in ('build', 'break')`),
    check('kit_order_quantity', sql`${t.quantity} > 0`),
    check('kit_order_scrap', sql`${t.kind} = 'break' or ${t.scrapEntryId} is null`),
  ],
);

/** What went into the kits, came out of them, or was missing. */
export const kitOrderLine = pgTable(
  'kit_order_line',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => kitOrder.id),
    line: integer('line').notNull(),
    kind: text('kind').notNull(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    /** The component it stands in for; itself where it is no substitute. */
    forPartId: uuid('for_part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    locationId: uuid('location_id').references(() => location.id),
    condition: text('condition').references(() => condition.code),
    lotId: uuid('lot_id').references(() => lot.id),
    serialId: uuid('serial_id').references(() => serialUnit.id),
    reason: text('reason'),
  },
  (t) => [
    unique('kit_order_line_number').on(t.orderId, t.line),
    check('kit_order_line_kind', sql`${t.kind} in ('used', 'returned', 'missing')`),
    check('kit_order_line_quantity', sql`${t.quantity} > 0`),
    check('kit_order_line_reason', sql`(${t.kind} = 'missing') = (${t.reason} is not null)`),
    check('kit_order_line_place', sql`${t.kind} = 'missing' or ${t.locationId} is not null`),
  ],
);
