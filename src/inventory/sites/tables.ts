/**
 * Places stock can be: sites and the locations inside them, and the virtual locations (supplier,
 * customer, scrap, conversion, ...) that the other side of a movement stands in. Nothing appears
 * from nowhere: every movement has a place it came from. Zones only group bins. The
 * migration ties piles, locations and sites together by keys over the generated columns, which keeps
 * stock out of zones and out of what is retired, whoever comes first.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
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
    version: integer('version').notNull().default(1),
    retiredAt: moment('retired_at'),
    isOpen: boolean('is_open').notNull().generatedAlwaysAs(sql`retired_at is null`),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('site_code').on(t.code),
    unique('site_id_is_open').on(t.id, t.isOpen),
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
    /** The zone it lies in. */
    parentId: uuid('parent_id'),
    name: text('name'),
    /** Whose stock it is: the person a van belongs to. */
    custodianId: uuid('custodian_id'),
    /** Its place on the walk through the site; what has none comes last. */
    pickSequence: integer('pick_sequence'),
    /** Only where stock comes into the world may a pile go below zero. */
    negOk: boolean('neg_ok')
      .notNull()
      .generatedAlwaysAs(sql`kind in ('supplier', 'conversion', 'opening', 'count-difference')`),
    /** Whether stock that lies here may be promised. */
    isAllocatable: boolean('is_allocatable')
      .notNull()
      .generatedAlwaysAs(sql`kind in ('storage', 'bench', 'van')`),
    /** Whether stock may lie here: every pile that is not empty names it in its key. */
    holdsStock: boolean('holds_stock')
      .notNull()
      .generatedAlwaysAs(sql`kind <> 'zone' and retired_at is null`),
    /** Whether locations may lie in it. */
    holdsLocations: boolean('holds_locations')
      .notNull()
      .generatedAlwaysAs(sql`kind = 'zone' and retired_at is null`),
    /** True or null: keys over it bind only while the location is in use. */
    isLive: boolean('is_live').generatedAlwaysAs(sql`case when retired_at is null then true end`),
    version: integer('version').notNull().default(1),
    retiredAt: moment('retired_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('location_code').on(t.code),
    unique('location_id_neg_ok').on(t.id, t.negOk),
    unique('location_id_holds_stock').on(t.id, t.holdsStock),
    unique('location_zone').on(t.id, t.siteId, t.holdsLocations),
    index('location_site').on(t.siteId, t.pickSequence),
    index('location_parent').on(t.parentId),
    check('location_not_in_itself', sql`${t.parentId} <> ${t.id}`),
    check('location_pick_sequence', sql`${t.pickSequence} > 0`),
    // Virtual places exist once: there is one scrap, one conversion, one world outside.
    uniqueIndex('location_one_virtual').on(t.kind).where(sql`${t.siteId} is null`),
    check(
      'location_kind',
      sql`case when ${t.siteId} is null
            then ${t.kind} in ('supplier', 'customer', 'repairer', 'scrap', 'conversion', 'opening',
                               'count-difference', 'in-transit')
            else ${t.kind} in ('zone', 'dock', 'storage', 'bench', 'van', 'quarantine',
                               'shipping') end`,
    ),
  ],
);
