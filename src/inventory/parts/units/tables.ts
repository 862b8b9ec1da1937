/**
 * Further units a part is handled in. One of them is exactly numerator / denominator base units;
 * stock itself is counted in the base unit only.
 */
import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { part } from '../tables.ts';

export const partUnit = pgTable(
  'part_unit',
  {
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    unit: text('unit').notNull(),
    numerator: integer('numerator').notNull(),
    denominator: integer('denominator').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.unit] }),
    check('part_unit_factor', sql`${t.numerator} > 0 and ${t.denominator} > 0`),
  ],
);
