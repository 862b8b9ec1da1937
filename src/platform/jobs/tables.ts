/**
 * What the workers of several processes agree on. A lease names the one that may do a thing until a
 * moment; whoever dies holding it loses it when that moment has passed.
 */
import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../tables.ts';

/** One row per thing that only one worker does at a time. */
export const workerLease = pgTable('worker_lease', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  heldUntil: moment('held_until').notNull(),
});
