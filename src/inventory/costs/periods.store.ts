/**
 * Closed periods: days before which nothing may be said to have happened any more. Closing waits for
 * backdated postings that are under way, so none slips in behind it.
 */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';

/** The advisory lock that backdated postings share and a closing takes alone. */
const periodLock = 7_203_003;

/** The day before which everything is closed, `YYYY-MM-DD`; null while nothing is. */
async function closedBefore(read: Pick<Read, 'db'>): Promise<string | null> {
  const rows = await read.db.execute<{ day: string | null }>(
    sql`select max(closed_before) as day from period_closing`,
  );
  return rows[0]?.day ?? null;
}

/**
 * Lets a posting say that it happened at another moment: in an open period, and not in the future.
 * Days end at midnight UTC, the zone the ledger is kept in.
 * @throws inventory.effective-in-future, period-closed
 */
export async function requireOpenPeriod(work: Work, effectiveAt: Date): Promise<void> {
  const at = effectiveAt.toISOString();
  if (effectiveAt > work.now) throw inventoryErrors.error('effective-in-future', { at });
  await work.db.execute(sql`select pg_advisory_xact_lock_shared(${periodLock})`);
  const closed = await closedBefore(work);
  if (closed !== null && at.slice(0, 10) < closed) {
    throw inventoryErrors.error('period-closed', { at, closedBefore: closed });
  }
}

/**
 * Closes everything before a day.
 * @throws inventory.closing-in-future, closing-not-forward
 */
export async function addClosing(work: Work, day: string): Promise<void> {
  if (day > work.now.toISOString().slice(0, 10)) {
    throw inventoryErrors.error('closing-in-future', { day });
  }
  await work.db.execute(sql`select pg_advisory_xact_lock(${periodLock})`);
  const closed = await closedBefore(work);
  if (closed !== null && day <= closed) {
    throw inventoryErrors.error('closing-not-forward', { day, closedBefore: closed });
  }
  const { id, name } = work.actor;
  await work.db.execute(sql`
    insert into period_closing (closed_before, closed_at, closed_by_id, closed_by_name)
    values (${day}, ${work.now.toISOString()}::timestamptz, ${id}::uuid, ${name})`);
}
