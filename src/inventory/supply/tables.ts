/**
 * Stock that is on its way to us and not yet in the ledger: what a supplier has confirmed, what a
 * repair will give back. Whoever promises it writes it here; sourcing and planning read it.
 */
import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';
import { part } from '../parts/tables.ts';
import { site } from '../sites/tables.ts';

export const expectedSupply = pgTable(
  'expected_supply',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    kind: text('kind').notNull(),
    /** What is still to come; 0 when all of it came or was cancelled. */
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    expectedAt: moment('expected_at'),
    /** Opaque reference of the line that promises it, one row each, and the number people know. */
    document: text('document').notNull(),
    documentNumber: text('document_number').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    unique('expected_supply_document').on(t.document),
    index('expected_supply_open').on(t.partId, t.siteId).where(sql`${t.quantity} > 0`),
    check('expected_supply_kind', sql`${t.kind} in ('purchase', 'repair')`),
    check('expected_supply_quantity', sql`${t.quantity} >= 0`),
  ],
);
