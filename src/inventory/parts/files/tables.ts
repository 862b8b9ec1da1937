/**
 * Pictures and papers of a part, bytes and all, so that a backup of the database is a backup of
 * everything. A file is retired, never deleted.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '../../../platform/tables.ts';
import { part } from '../tables.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const partFile = pgTable(
  'part_file',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    bytes: bytea('bytes').notNull(),
    addedByName: text('added_by_name').notNull(),
    addedAt: moment('added_at').notNull(),
    retiredAt: moment('retired_at'),
    retiredByName: text('retired_by_name'),
  },
  (t) => [
    index('part_file_part').on(t.partId, t.addedAt),
    uniqueIndex('part_file_once').on(t.partId, t.sha256).where(sql`${t.retiredAt} is null`),
    check('part_file_size', sql`${t.sizeBytes} = octet_length(${t.bytes}) and ${t.sizeBytes} > 0`),
    check('part_file_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);
