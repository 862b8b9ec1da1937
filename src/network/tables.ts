/**
 * What is known of the ways between sites: working calendars with their holidays, lanes, and where a
 * returned part goes. A lane never leads to where it starts; a route leads to exactly one place.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { condition } from '../inventory/ledger/tables.ts';
import { party } from '../inventory/parties/tables.ts';
import { part } from '../inventory/parts/tables.ts';
import { site } from '../inventory/sites/tables.ts';
import { moment } from '../platform/tables.ts';

/** When goods leave and move: days of the week, hours of the day, in the clock time of a zone. */
export const workCalendar = pgTable(
  'work_calendar',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull(),
    nameEn: text('name_en'),
    nameZh: text('name_zh'),
    /** IANA name, e.g. Asia/Shanghai. */
    timeZone: text('time_zone').notNull(),
    /** Digits of the working days, 1 is Monday: `12345`. */
    weekdays: text('weekdays').notNull(),
    opensMinute: smallint('opens_minute').notNull(),
    closesMinute: smallint('closes_minute').notNull(),
    /** True: a lead time counts open hours only; false: the clock goes on day and night. */
    countsOpenHours: boolean('counts_open_hours').notNull(),
    version: integer('version').notNull().default(1),
    retiredAt: moment('retired_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('work_calendar_code').on(t.code),
    check('work_calendar_named', sql`${t.nameEn} is not null or ${t.nameZh} is not null`),
    check(
      'work_calendar_weekdays',
      sql`${t.weekdays} ~ '^1?2?3?4?5?6?7?$' and ${t.weekdays} <> ''`,
    ),
    check(
      'work_calendar_hours',
      sql`${t.opensMinute} >= 0 and ${t.closesMinute} <= 1440 and ${t.opensMinute} < ${t.closesMinute}`,
    ),
  ],
);

/** A day on which nothing leaves although it is a working day of the week. */
export const calendarHoliday = pgTable(
  'calendar_holiday',
  {
    calendarId: uuid('calendar_id')
      .notNull()
      .references(() => workCalendar.id),
    day: date('day', { mode: 'string' }).notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.calendarId, t.day] })],
);

/** A way from one site to another. */
export const lane = pgTable(
  'lane',
  {
    id: uuid('id').primaryKey(),
    fromSiteId: uuid('from_site_id')
      .notNull()
      .references(() => site.id),
    toSiteId: uuid('to_site_id')
      .notNull()
      .references(() => site.id),
    mode: text('mode').notNull(),
    carrier: text('carrier'),
    /** Mean hours from leaving to arriving, and how many more it takes in a bad but usual case. */
    leadHours: integer('lead_hours').notNull(),
    spreadHours: integer('spread_hours').notNull(),
    costMinor: bigint('cost_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    calendarId: uuid('calendar_id')
      .notNull()
      .references(() => workCalendar.id),
    /** Minute of the local day at which goods leave; null: whenever it is open. */
    cutOffMinute: smallint('cut_off_minute'),
    /** 1 is the usual way; of ways that arrive together the lower number is taken. */
    priority: smallint('priority').notNull(),
    /** First and last local day on which goods leave. */
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
    /** When a shipment between own sites is received by itself; null: never. */
    autoReceiveAfter: text('auto_receive_after'),
    version: integer('version').notNull().default(1),
    retiredAt: moment('retired_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('lane_to').on(t.toSiteId, t.fromSiteId),
    index('lane_from').on(t.fromSiteId),
    check('lane_two_sites', sql`${t.fromSiteId} <> ${t.toSiteId}`),
    check('lane_mode', sql`${t.mode} in ('road', 'air', 'sea', 'courier', 'own-van', 'hand')`),
    check(
      'lane_hours',
      sql`${t.leadHours} between 0 and 8760 and ${t.spreadHours} between 0 and 8760`,
    ),
    check('lane_cost', sql`${t.costMinor} >= 0`),
    check('lane_cut_off', sql`${t.cutOffMinute} between 0 and 1439`),
    check('lane_priority', sql`${t.priority} between 1 and 9`),
    check('lane_validity', sql`${t.validFrom} <= ${t.validTo}`),
    check('lane_auto_receive', sql`${t.autoReceiveAfter} in ('lead-time', 'arrival-scan')`),
  ],
);

/** Where a returned part goes. An empty column fits everything; the most particular route wins. */
export const returnRoute = pgTable(
  'return_route',
  {
    id: uuid('id').primaryKey(),
    fromSiteId: uuid('from_site_id').references(() => site.id),
    partId: uuid('part_id').references(() => part.id),
    category: text('category'),
    partClass: text('part_class'),
    condition: text('condition').references(() => condition.code),
    toSiteId: uuid('to_site_id').references(() => site.id),
    toPartyId: uuid('to_party_id').references(() => party.id),
    note: text('note'),
    version: integer('version').notNull().default(1),
    retiredAt: moment('retired_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    // Two live routes for the same returns could not be told apart.
    uniqueIndex('return_route_once')
      .on(
        sql`coalesce(${t.fromSiteId}::text, '')`,
        sql`coalesce(${t.partId}::text, '')`,
        sql`coalesce(${t.category}, '')`,
        sql`coalesce(${t.partClass}, '')`,
        sql`coalesce(${t.condition}, '')`,
      )
      .where(sql`${t.retiredAt} is null`),
    check('return_route_one_end', sql`num_nonnulls(${t.toSiteId}, ${t.toPartyId}) = 1`),
    check('return_route_two_sites', sql`${t.fromSiteId} <> ${t.toSiteId}`),
    check(
      'return_route_one_subject',
      sql`num_nonnulls(${t.partId}, ${t.category}, ${t.partClass}) <= 1`,
    ),
    check('return_route_class', sql`${t.partClass} in ('repairable', 'consumable')`),
  ],
);
