/**
 * What planning remembers: the minimum and maximum per part and site, and the suggestions it made.
 * At most one open suggestion per part and site, by unique index.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { part } from '../inventory/parts/tables.ts';
import { site } from '../inventory/sites/tables.ts';
import { moment } from '../platform/tables.ts';

export const stockLevel = pgTable(
  'stock_level',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    minQuantity: bigint('min_quantity', { mode: 'number' }).notNull(),
    maxQuantity: bigint('max_quantity', { mode: 'number' }).notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.partId] }),
    check('stock_level_order', sql`${t.minQuantity} >= 0 and ${t.maxQuantity} > ${t.minQuantity}`),
  ],
);

export const suggestion = pgTable(
  'suggestion',
  {
    id: uuid('id').primaryKey(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** The facts its sentence is rendered from, as they stood at `reviewedAt`. */
    facts: jsonb('facts').$type<Record<string, number | string | null>>().notNull(),
    openedAt: moment('opened_at').notNull(),
    reviewedAt: moment('reviewed_at').notNull(),
    closedAt: moment('closed_at'),
    closedBecause: text('closed_because'),
  },
  (t) => [
    uniqueIndex('one_open_suggestion').on(t.siteId, t.partId).where(sql`${t.closedAt} is null`),
    index('suggestion_opened').on(t.openedAt),
    check('suggestion_quantity', sql`${t.quantity} > 0`),
  ],
);
