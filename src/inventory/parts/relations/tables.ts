/**
 * Which part may stand in for which: successors and alternates, with ratio and time. Columns only;
 * that no chain bites its own tail is kept by the one lock under which relations are written.
 */
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../../platform/tables.ts';
import { part } from '../tables.ts';

export const partRelation = pgTable(
  'part_relation',
  {
    id: uuid('id').primaryKey(),
    /** The part that was asked for. */
    fromPartId: uuid('from_part_id')
      .notNull()
      .references(() => part.id),
    /** The part that may be given instead. */
    toPartId: uuid('to_part_id')
      .notNull()
      .references(() => part.id),
    kind: text('kind').notNull(),
    isTwoWay: boolean('is_two_way').notNull(),
    /** `numerator` pieces of the part given serve for `denominator` of the part asked for. */
    numerator: integer('numerator').notNull(),
    denominator: integer('denominator').notNull(),
    /** First and last day on which it holds; open where null. */
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    useUpOldFirst: boolean('use_up_old_first').notNull(),
    /** Serial numbers of the equipment it holds for, as people say it. */
    effectivity: text('effectivity'),
    note: text('note'),
    createdByName: text('created_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('part_relation_from').on(t.fromPartId),
    index('part_relation_to').on(t.toPartId),
    check('part_relation_kind', sql`${t.kind} in ('supersedes', 'alternate')`),
    check('part_relation_two_parts', sql`${t.fromPartId} <> ${t.toPartId}`),
    check('part_relation_ratio', sql`${t.numerator} > 0 and ${t.denominator} > 0`),
    check(
      'part_relation_days',
      sql`${t.validFrom} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
          and ${t.validTo} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${t.validFrom} <= ${t.validTo}`,
    ),
  ],
);
