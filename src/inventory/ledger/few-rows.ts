/**
 * How the ledger tells the planner that a list handed in as JSON is short. Without it the server
 * reckons with a hundred rows and reads whole tables to join them. Decides no result.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Statement, statement } from '../../platform/db/statement.ts';

/**
 * The length of the list as a LIMIT that cuts nothing. It is a subquery on purpose: the server then
 * plans with the same guess whatever the length, and keeps one plan instead of planning every call.
 * @example sql`select * from jsonb_to_recordset(${json}::jsonb) as l (id uuid) limit ${few(rows)}`
 */
export function few(rows: readonly unknown[]): SQL {
  return sql`(select ${rows.length}::int)`;
}

/** The same for a statement of plain text. */
export function fewOf(rows: readonly unknown[]): Statement {
  return statement`(select ${rows.length}::int)`;
}
