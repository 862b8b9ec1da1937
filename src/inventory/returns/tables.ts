/**
 * Defective parts that somebody owes back: created when a part is replaced, kept until it returned.
 * Columns only.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';
import { entry } from '../ledger/tables.ts';
import { part } from '../parts/tables.ts';
import { site } from '../sites/tables.ts';

export const defectiveReturn = pgTable(
  'defective_return',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('defective_return_number'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    document: text('document').notNull(),
    /** What in the document made it: the usage of the part that was put in instead. */
    sourceId: uuid('source_id').notNull(),
    faultCode: text('fault_code'),
    owedById: uuid('owed_by_id').notNull(),
    owedByName: text('owed_by_name').notNull(),
    // Rows of before the machine get version 0; the migration fills their snapshot from their state.
    machine: text('machine').notNull().default('defective-return'),
    machineVersion: integer('machine_version').notNull().default(0),
    machineHash: text('machine_hash').notNull().default(''),
    snapshot: jsonb('snapshot').notNull().default({}),
    version: integer('version').notNull().default(1),
    state: text('state').notNull(),
    dueOn: text('due_on').notNull(),
    createdAt: moment('created_at').notNull(),
    removalEntryId: uuid('removal_entry_id')
      .notNull()
      .references(() => entry.id),
    closingEntryId: uuid('closing_entry_id').references(() => entry.id),
    closedAt: moment('closed_at'),
    /** When it came back; the obligation of the person ends here. */
    returnedAt: moment('returned_at'),
    /** What its vendor or repairer credited for it, in minor units. */
    creditMinor: bigint('credit_minor', { mode: 'number' }),
    creditCurrency: text('credit_currency'),
    creditReference: text('credit_reference'),
    /** Why it was given up, or what the inspection noted. */
    closingReason: text('closing_reason'),
    closedByName: text('closed_by_name'),
  },
  (t) => [
    unique('defective_return_source').on(t.sourceId),
    index('defective_return_owed').on(t.siteId, t.state, t.dueOn),
    check('defective_return_quantity', sql`${t.quantity} > 0`),
    index('defective_return_owner').on(t.owedById, t.state),
    check(
      'defective_return_state',
      sql`${t.state} in ('owed', 'sent', 'returned', 'closed', 'written-off', 'cancelled')`,
    ),
    check('defective_return_credit', sql`${t.creditMinor} >= 0`),
    check(
      'defective_return_credit_currency',
      sql`(${t.creditMinor} is null) = (${t.creditCurrency} is null)`,
    ),
  ],
);
