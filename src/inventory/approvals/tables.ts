/**
 * Up to which value somebody may approve: one row per person and kind, and one without a person for
 * all others. Where no row fits there is no limit; the right alone decides.
 */
import { sql } from 'drizzle-orm';
import { bigint, check, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/tables.ts';

export const approvalLimit = pgTable(
  'approval_limit',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    personId: uuid('person_id'),
    maxMinor: bigint('max_minor', { mode: 'number' }).notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    unique('approval_limit_once').on(t.kind, t.personId).nullsNotDistinct(),
    check('approval_limit_kind', sql`${t.kind} in ('request', 'scrap', 'adjustment')`),
    check('approval_limit_value', sql`${t.maxMinor} >= 0`),
  ],
);
