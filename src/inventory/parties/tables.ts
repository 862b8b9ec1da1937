/**
 * The companies and people that own stock or send units: ours, customers, suppliers, repairers.
 * A party is an owner of piles, so it is retired, never deleted.
 */
import { sql } from 'drizzle-orm';
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';

export const party = pgTable(
  'party',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull(),
    kind: text('kind').notNull(),
    nameEn: text('name_en'),
    nameZh: text('name_zh'),
    contactName: text('contact_name'),
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    locale: text('locale').notNull().default('en'),
    retiredAt: moment('retired_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('party_code').on(t.code),
    // One company runs the store; everything "ours" belongs to it.
    uniqueIndex('party_one_company').on(t.kind).where(sql`${t.kind} = 'company'`),
    check('party_kind', sql`${t.kind} in ('company', 'customer', 'supplier', 'repairer')`),
    check('party_named', sql`${t.nameEn} is not null or ${t.nameZh} is not null`),
  ],
);
