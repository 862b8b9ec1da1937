/** The models of equipment a part fits. Columns only. */
import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { part } from '../tables.ts';

export const partModel = pgTable(
  'part_model',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    model: text('model').notNull(),
    note: text('note'),
  },
  (t) => [
    uniqueIndex('part_model_one').on(t.partId, sql`upper(${t.model})`),
    index('part_model_model').on(sql`upper(${t.model})`),
  ],
);
