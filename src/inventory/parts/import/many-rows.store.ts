/**
 * Tells the server that thousands of rows are about to be joined. Right after a first import its
 * statistics still say that the tables are nearly empty, and it would read them whole for every row.
 */
import { sql } from 'drizzle-orm';
import type { Read } from '../../../platform/work.ts';

async function plan(read: Pick<Read, 'db'>, way: 'on' | 'off'): Promise<void> {
  await read.db.execute(sql`
    select set_config('enable_nestloop', ${way}, true), set_config('enable_seqscan', ${way}, true)`);
}

/** Runs statements over many rows; afterwards the transaction plans as it did before. */
export async function forManyRows<T>(read: Pick<Read, 'db'>, run: () => Promise<T>): Promise<T> {
  await plan(read, 'off');
  const answer = await run();
  await plan(read, 'on');
  return answer;
}
