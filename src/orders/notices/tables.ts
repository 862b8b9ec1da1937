/** What people are told on their first page, and whether they have seen it. */
import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';

export const notice = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull(),
    /** Opaque reference of what it is about, e.g. `request:<id>`. */
    about: text('about').notNull(),
    key: text('key').notNull(),
    params: jsonb('params').$type<Record<string, string | number | boolean | null>>().notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (t) => [
    index('notice_unread').on(t.personId, t.createdAt).where(sql`${t.readAt} is null`),
    index('notice_person').on(t.personId, t.createdAt),
  ],
);
