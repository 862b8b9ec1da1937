/**
 * Who sells a part, under which number and at which prices. One row per part and supplier; at most
 * one supplier of a part is the preferred one, by unique index.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../../platform/tables.ts';
import { party } from '../../parties/tables.ts';
import { part } from '../tables.ts';

export const supplierPart = pgTable(
  'supplier_part',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    supplierId: uuid('supplier_id')
      .notNull()
      .references(() => party.id),
    supplierPartNumber: text('supplier_part_number'),
    currency: text('currency').notNull(),
    packSize: integer('pack_size').notNull(),
    minimumOrder: integer('minimum_order').notNull(),
    leadTimeDays: integer('lead_time_days'),
    isPreferred: boolean('is_preferred').notNull(),
    /** First and last day of the offer; open where null. */
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('supplier_part_one').on(t.partId, t.supplierId),
    uniqueIndex('supplier_part_preferred').on(t.partId).where(sql`${t.isPreferred}`),
    index('supplier_part_supplier').on(t.supplierId),
    check('supplier_part_amounts', sql`${t.packSize} > 0 and ${t.minimumOrder} > 0`),
    check('supplier_part_lead_time', sql`${t.leadTimeDays} >= 0`),
    check(
      'supplier_part_days',
      sql`${t.validFrom} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
          and ${t.validTo} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${t.validFrom} <= ${t.validTo}`,
    ),
  ],
);

/** From so many base units on, one costs so much. */
export const supplierPrice = pgTable(
  'supplier_price',
  {
    supplierPartId: uuid('supplier_part_id')
      .notNull()
      .references(() => supplierPart.id, { onDelete: 'cascade' }),
    fromQuantity: bigint('from_quantity', { mode: 'number' }).notNull(),
    priceMinor: bigint('price_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.supplierPartId, t.fromQuantity] }),
    check('supplier_price_amounts', sql`${t.fromQuantity} > 0 and ${t.priceMinor} >= 0`),
  ],
);
