/**
 * Fields that a company adds to its parts, and what each part holds in them. Columns only; what a
 * value may be is said by the field's definition.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../../platform/tables.ts';
import { part } from '../tables.ts';

/** One answer of a field of choices. */
export interface StoredChoice {
  readonly code: string;
  readonly labelEn: string | null;
  readonly labelZh: string | null;
}

export const customField = pgTable(
  'custom_field',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull(),
    labelEn: text('label_en'),
    labelZh: text('label_zh'),
    kind: text('kind').notNull(),
    isRequired: boolean('is_required').notNull(),
    choices: jsonb('choices').$type<readonly StoredChoice[]>().notNull(),
    position: integer('position').notNull(),
    retiredAt: moment('retired_at'),
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('custom_field_code').on(t.code),
    check('custom_field_kind', sql`${t.kind} in ('text', 'number', 'day', 'choice')`),
    check('custom_field_named', sql`${t.labelEn} is not null or ${t.labelZh} is not null`),
    check(
      'custom_field_choices',
      sql`jsonb_typeof(${t.choices}) = 'array'
          and (${t.kind} = 'choice') = (jsonb_array_length(${t.choices}) > 0)`,
    ),
  ],
);

export const partCustomValue = pgTable(
  'part_custom_value',
  {
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    fieldId: uuid('field_id')
      .notNull()
      .references(() => customField.id),
    value: jsonb('value').$type<string | number>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.fieldId] }),
    index('part_custom_value_field').on(t.fieldId),
    check('part_custom_value_plain', sql`jsonb_typeof(${t.value}) in ('string', 'number')`),
  ],
);
