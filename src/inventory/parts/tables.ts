/**
 * The part master: what can be stocked, how it is counted and tracked. Columns only; a part is
 * retired, never deleted, because history names it.
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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';

export const part = pgTable(
  'part',
  {
    id: uuid('id').primaryKey(),
    partNumber: text('part_number').notNull(),
    nameEn: text('name_en'),
    nameZh: text('name_zh'),
    category: text('category'),
    unitOfMeasure: text('unit_of_measure').notNull(),
    tracking: text('tracking').notNull(),
    isRepairable: boolean('is_repairable').notNull(),
    manufacturer: text('manufacturer'),
    manufacturerPartNumber: text('manufacturer_part_number'),
    costMinor: bigint('cost_minor', { mode: 'number' }),
    priceMinor: bigint('price_minor', { mode: 'number' }),
    currency: text('currency').notNull(),
    leadTimeDays: integer('lead_time_days'),
    minimumOrderQuantity: integer('minimum_order_quantity'),
    packSize: integer('pack_size'),
    shelfLifeDays: integer('shelf_life_days'),
    weightGrams: integer('weight_grams'),
    lengthMm: integer('length_mm'),
    widthMm: integer('width_mm'),
    heightMm: integer('height_mm'),
    hsCode: text('hs_code'),
    originCountry: text('origin_country'),
    lifeCycle: text('life_cycle').notNull().default('active'),
    retiredAt: moment('retired_at'),
    retiredReason: text('retired_reason'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** Counts the changes, so that nobody overwrites what he has not seen. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('part_number').on(t.partNumber),
    unique('part_id_tracking').on(t.id, t.tracking),
    check('part_tracking', sql`${t.tracking} in ('none', 'lot', 'serial')`),
    check('part_named', sql`${t.nameEn} is not null or ${t.nameZh} is not null`),
    check(
      'part_life_cycle',
      sql`${t.lifeCycle} in ('in-design', 'active', 'phase-out', 'obsolete', 'no-longer-served')`,
    ),
    check('part_retired', sql`${t.retiredAt} is not null or ${t.retiredReason} is null`),
    check(
      'part_size',
      sql`${t.weightGrams} >= 0 and ${t.lengthMm} > 0 and ${t.widthMm} > 0 and ${t.heightMm} > 0`,
    ),
    check('part_money', sql`${t.costMinor} >= 0 and ${t.priceMinor} >= 0`),
  ],
);

/** Further codes that mean a part when scanned: the maker's number, an EAN. */
export const partBarcode = pgTable(
  'part_barcode',
  {
    code: text('code').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
  },
  (t) => [index('part_barcode_part').on(t.partId)],
);

/** Units demanded per month, as brought by an import; planning reads it. */
export const demandMonth = pgTable(
  'demand_month',
  {
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    month: text('month').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.month] }),
    check('demand_month_shape', sql`${t.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('demand_month_quantity', sql`${t.quantity} >= 0`),
  ],
);
