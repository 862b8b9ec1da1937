/**
 * Keeps the counters of tries to sign in. Each change is one statement that locks one counter, so
 * that tries at the same moment are all counted. Lock order: address, address and login, login.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/connect.ts';
import { type Counted, signInLimits } from './throttle.rules.ts';

interface Row extends Record<string, unknown> {
  key: string;
  window_start: string;
  attempts: number;
}

function toCounted(row: Row | undefined): Counted | null {
  if (row === undefined) return null;
  return { windowStart: new Date(row.window_start), attempts: row.attempts };
}

/** The counters with these keys, without locking them. */
export async function readCounters(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Counted>> {
  const rows = await db.execute<Row>(sql`
    select key, window_start, attempts from sign_in_throttle
    where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`);
  const found = new Map<string, Counted>();
  for (const row of rows) {
    const counted = toCounted(row);
    if (counted !== null) found.set(row.key, counted);
  }
  return found;
}

/** One counter, locked until the transaction ends. */
export async function lockCounter(db: Database, key: string): Promise<Counted | null> {
  const rows = await db.execute<Row>(
    sql`select key, window_start, attempts from sign_in_throttle where key = ${key} for update`,
  );
  return toCounted(rows[0]);
}

/** Counts one more in the running window, or one in a new window; returns the counter as it is then. */
export async function countInWindow(db: Database, key: string, now: Date): Promise<Counted | null> {
  const over = new Date(now.getTime() - signInLimits.windowMs).toISOString();
  const at = now.toISOString();
  const rows = await db.execute<Row>(sql`
    insert into sign_in_throttle as t (key, window_start, attempts)
    values (${key}, ${at}::timestamptz, 1)
    on conflict (key) do update set
      attempts = case when t.window_start <= ${over}::timestamptz then 1 else t.attempts + 1 end,
      window_start = case when t.window_start <= ${over}::timestamptz
                          then excluded.window_start else t.window_start end
    returning key, window_start, attempts`);
  return toCounted(rows[0]);
}

/**
 * Counts one more wrong try in a row; the counter's moment is that of the last wrong one. A login
 * that has been closed and is open again starts anew.
 */
export async function countWrong(db: Database, key: string, now: Date): Promise<Counted | null> {
  const reopened = new Date(now.getTime() - signInLimits.lockMs).toISOString();
  const at = now.toISOString();
  const rows = await db.execute<Row>(sql`
    insert into sign_in_throttle as t (key, window_start, attempts)
    values (${key}, ${at}::timestamptz, 1)
    on conflict (key) do update set
      attempts = case when t.attempts >= ${signInLimits.wrongInARow}::int
                       and t.window_start <= ${reopened}::timestamptz
                      then 1 else t.attempts + 1 end,
      window_start = excluded.window_start
    returning key, window_start, attempts`);
  return toCounted(rows[0]);
}

/** Forgets a counter. */
export async function forgetCounter(db: Database, key: string): Promise<void> {
  await db.execute(sql`delete from sign_in_throttle where key = ${key}`);
}

/** Forgets counters nobody touched since `before`, some at a time and none that is in use. */
export async function forgetOldCounters(db: Database, before: Date): Promise<void> {
  await db.execute(sql`
    delete from sign_in_throttle where key in (
      select key from sign_in_throttle where window_start < ${before.toISOString()}::timestamptz
      order by window_start limit 100 for update skip locked)`);
}
