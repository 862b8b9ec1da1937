/**
 * Who may sign in, with which roles, and the hashes of every secret that was handed out. No secret
 * itself is ever stored: a password only as scrypt, a token or link only as SHA-256. The site of a
 * role is an opaque id here; the migration ties it to the sites of the inventory.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../platform/tables.ts';

/** One row per person; disabled, never deleted, because the record names him. */
export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    login: text('login').notNull(),
    displayName: text('display_name').notNull(),
    locale: text('locale').notNull(),
    passwordHash: text('password_hash'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('person_login').on(t.login),
    check('person_locale', sql`${t.locale} in ('en', 'zh-CN')`),
  ],
);

/** One row per role a person holds, at one site or (null) everywhere. */
export const personRole = pgTable(
  'person_role',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role').notNull(),
    siteId: uuid('site_id'),
  },
  (t) => [
    unique('person_role_once').on(t.personId, t.role, t.siteId).nullsNotDistinct(),
    check(
      'person_role_role',
      sql`${t.role} in ('technician', 'clerk', 'planner', 'service-desk', 'approver', 'administrator')`,
    ),
    // Whoever manages people could give himself any site, so the role has no smaller form.
    check(
      'person_role_administrator_everywhere',
      sql`${t.role} <> 'administrator' or ${t.siteId} is null`,
    ),
  ],
);

/** One row per signed-in device. */
export const session = pgTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    idleExpiresAt: moment('idle_expires_at').notNull(),
    absoluteExpiresAt: moment('absolute_expires_at').notNull(),
    userAgent: text('user_agent'),
  },
  (t) => [index('session_person').on(t.personId)],
);

/** One row per token of a program that acts as a person. */
export const apiToken = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    tokenHash: text('token_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [uniqueIndex('api_token_hash').on(t.tokenHash), index('api_token_person').on(t.personId)],
);

/** A link that lets its bearer set a password once. */
export const oneTimeLink = pgTable(
  'one_time_link',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose').notNull(),
    personId: uuid('person_id').references(() => person.id),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    check('one_time_link_purpose', sql`${t.purpose} in ('first-administrator', 'set-password')`),
    check(
      'one_time_link_person',
      sql`(${t.purpose} = 'set-password') = (${t.personId} is not null)`,
    ),
  ],
);

/**
 * Attempts to sign in, by address, by address and login, and wrong ones in a row by login. Logins
 * that do not exist are counted like those that do, so that being locked tells nobody anything.
 */
export const signInThrottle = pgTable(
  'sign_in_throttle',
  {
    key: text('key').primaryKey(),
    windowStart: moment('window_start').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (t) => [index('sign_in_throttle_age').on(t.windowStart)],
);
