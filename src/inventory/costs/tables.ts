/**
 * What our stock is worth: one row a part for the whole company, and every change of it, only ever
 * added. The posting that moves stock writes both; the checks say that nothing is worth something
 * when there is nothing.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';
import { entry, movement } from '../ledger/tables.ts';
import { party } from '../parties/tables.ts';
import { part } from '../parts/tables.ts';

/** How many of a part are ours, in our places and on the road between them, and their value. */
export const partCost = pgTable(
  'part_cost',
  {
    partId: uuid('part_id')
      .primaryKey()
      .references(() => part.id),
    method: text('method').notNull().default('average'),
    /** What one costs by the standard, in minor units; only under that method. */
    standardMinor: bigint('standard_minor', { mode: 'number' }),
    quantity: bigint('quantity', { mode: 'number' }).notNull().default(0),
    valueMinor: bigint('value_minor', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    check('part_cost_method', sql`${t.method} in ('average', 'standard')`),
    check(
      'part_cost_standard',
      sql`case when ${t.method} = 'standard'
            then ${t.standardMinor} >= 0 and ${t.standardMinor} is not null
                 and ${t.valueMinor}::numeric = ${t.quantity}::numeric * ${t.standardMinor}
            else ${t.standardMinor} is null end`,
    ),
    check('part_cost_quantity', sql`${t.quantity} >= 0`),
    check('part_cost_value', sql`${t.valueMinor} >= 0`),
    check('part_cost_empty', sql`${t.quantity} > 0 or ${t.valueMinor} = 0`),
  ],
);

/** One change of a part's value: by a line of a posting, by a revaluation, or the first count of it. */
export const costEntry = pgTable(
  'cost_entry',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    kind: text('kind').notNull(),
    entryId: uuid('entry_id').references(() => entry.id),
    line: integer('line'),
    /** What the change added; below zero for what went out. */
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    valueMinor: bigint('value_minor', { mode: 'number' }).notNull(),
    /** What it really cost beyond what was booked: bought above the standard, given back above the average. */
    varianceMinor: bigint('variance_minor', { mode: 'number' }).notNull().default(0),
    quantityAfter: bigint('quantity_after', { mode: 'number' }).notNull(),
    valueAfter: bigint('value_after', { mode: 'number' }).notNull(),
    /** What a revaluation set, why, and who did it. */
    method: text('method'),
    standardMinor: bigint('standard_minor', { mode: 'number' }),
    reason: text('reason'),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('cost_entry_line').on(t.entryId, t.line),
    index('cost_entry_part').on(t.partId, t.seq),
    foreignKey({
      name: 'cost_entry_movement',
      columns: [t.entryId, t.line],
      foreignColumns: [movement.entryId, movement.line],
    }),
    check('cost_entry_kind', sql`${t.kind} in ('posting', 'revaluation', 'opening')`),
    check(
      'cost_entry_of_posting',
      sql`case when ${t.kind} = 'posting' then ${t.entryId} is not null and ${t.line} is not null
            else ${t.entryId} is null and ${t.line} is null end`,
    ),
    check(
      'cost_entry_revaluation',
      sql`${t.kind} <> 'revaluation'
          or (${t.quantity} = 0 and ${t.reason} is not null and ${t.method} is not null)`,
    ),
    check('cost_entry_after', sql`${t.valueAfter} >= 0`),
  ],
);

/** What we owe a supplier for stock of his that we used; below zero where the use was reversed. */
export const consignmentPayable = pgTable(
  'consignment_payable',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    supplierId: uuid('supplier_id')
      .notNull()
      .references(() => party.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** What one costs by the supplier's offer of that day, in minor units; null when he named none. */
    unitPriceMinor: bigint('unit_price_minor', { mode: 'number' }),
    currency: text('currency'),
    entryId: uuid('entry_id').notNull(),
    line: integer('line').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('consignment_payable_line').on(t.entryId, t.line),
    index('consignment_payable_supplier').on(t.supplierId, t.seq),
    foreignKey({
      name: 'consignment_payable_movement',
      columns: [t.entryId, t.line],
      foreignColumns: [movement.entryId, movement.line],
    }),
    check('consignment_payable_quantity', sql`${t.quantity} <> 0`),
    check('consignment_payable_price', sql`${t.unitPriceMinor} >= 0`),
    check(
      'consignment_payable_currency',
      sql`(${t.unitPriceMinor} is null) = (${t.currency} is null)`,
    ),
  ],
);

/** Days before which nothing can be said to have happened any more; the latest one counts. */
export const periodClosing = pgTable(
  'period_closing',
  {
    closedBefore: text('closed_before').primaryKey(),
    closedAt: moment('closed_at').notNull(),
    closedById: uuid('closed_by_id').notNull(),
    closedByName: text('closed_by_name').notNull(),
  },
  (t) => [check('period_closing_day', sql`${t.closedBefore} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)],
);
