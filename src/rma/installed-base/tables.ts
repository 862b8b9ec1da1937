/**
 * The installed base: which customer has which unit since when, and under which warranty. The
 * policy columns are the unit's own terms; columns only.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { serialUnit } from '../../inventory/ledger/tables.ts';
import { party } from '../../inventory/parties/tables.ts';
import { moment } from '../../platform/tables.ts';

export const installedUnit = pgTable(
  'installed_unit',
  {
    serialUnitId: uuid('serial_unit_id')
      .primaryKey()
      .references(() => serialUnit.id),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => party.id),
    soldOn: text('sold_on'),
    acceptedOn: text('accepted_on'),
    warrantyMonths: integer('warranty_months').notNull(),
    lastRepairedOn: text('last_repaired_on'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('installed_unit_customer').on(t.customerId),
    check('installed_unit_months', sql`${t.warrantyMonths} between 0 and 240`),
  ],
);
