/**
 * Places stock can be: sites and the locations inside them, and the virtual locations (supplier,
 * customer, scrap, conversion, ...) that the other side of a movement stands in. Nothing appears
 * from nowhere: every movement has a place it came from.
 */
import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';

export const site = pgTable(
  'site',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull(),
    nameEn: text('name_en'),
    nameZh: text('name_zh'),
    address: text('address'),
    phone: text('phone'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('site_code').on(t.code),
    check('site_named', sql`${t.nameEn} is not null or ${t.nameZh} is not null`),
  ],
);

export const location = pgTable(
  'location',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull(),
    kind: text('kind').notNull(),
    siteId: uuid('site_id').references(() => site.id),
    custodianId: uuid('custodian_id'),
    /** Only where stock comes into the world may a pile go below zero. */
    negOk: boolean('neg_ok')
      .notNull()
      .generatedAlwaysAs(sql`kind in ('supplier', 'conversion', 'opening', 'count-difference')`),
    /** Whether stock that lies here may be promised. */
    isAllocatable: boolean('is_allocatable')
      .notNull()
      .generatedAlwaysAs(sql`kind in ('storage', 'bench', 'van')`),
    retiredAt: moment('retired_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('location_code').on(t.code),
    unique('location_id_neg_ok').on(t.id, t.negOk),
    // Virtual places exist once: there is one scrap, one conversion, one world outside.
    uniqueIndex('location_one_virtual').on(t.kind).where(sql`${t.siteId} is null`),
    check(
      'location_kind',
      sql`case when ${t.siteId} is null
            then ${t.kind} in ('supplier', 'customer', 'repairer', 'scrap', 'conversion', 'opening',
                               'count-difference', 'in-transit')
            else ${t.kind} in ('dock', 'storage', 'bench', 'van', 'quarantine', 'shipping') end`,
    ),
  ],
);
