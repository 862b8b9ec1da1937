/**
 * Many rows of a file in few statements: a thousand at a time, so that each statement ends long before
 * the server gives it up however long the file is. Knows no columns of its own.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Read } from '../../../platform/work.ts';
import { few } from '../../ledger/few-rows.ts';

/** Rows one statement takes. */
const rowsPerStatement = 1_000;

/**
 * Makes the server plan anew whatever this connection has asked before, the look-ups of its foreign
 * keys included. A plan made while the tables were small reads them whole for every row, and is kept
 * until the server next gathers statistics, which is later than the same file may come again.
 */
export async function planAnew(read: Pick<Read, 'db'>): Promise<void> {
  await read.db.execute(sql`discard plans`);
}

/** The rows in their order, a thousand at a time. */
export function chunksOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * rowsPerStatement, (at + 1) * rowsPerStatement),
  );
}

/**
 * Rows as a table to join; the server reckons with few of them and looks each up by its index. Right
 * after a first import its statistics still say that the tables are nearly empty.
 * @example sql`select p.id from ${joined(rows, sql`number text`)} r join part p on ...`
 */
export function joined(rows: readonly object[], columns: SQL): SQL {
  return sql`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as listed (${columns}) limit ${few(rows)})`;
}

/** Texts as an array, for `= any (...)`, which the server looks up by index. */
export function textArray(texts: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
}
