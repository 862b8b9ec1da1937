/** Reads and writes up to which value requests need nobody. Columns only. */
import { eq } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { requestPolicy } from '../tables.ts';

/** Every policy there is; a kind without one always needs a person. */
export function everyPolicy(read: Pick<Read, 'db'>) {
  return read.db.select().from(requestPolicy).orderBy(requestPolicy.kind);
}

/** Sets the policy of a kind; null takes it away. */
export async function putPolicy(
  work: Work,
  kind: string,
  automaticMaxMinor: number | null,
): Promise<void> {
  if (automaticMaxMinor === null) {
    await work.db.delete(requestPolicy).where(eq(requestPolicy.kind, kind));
    return;
  }
  const set = { automaticMaxMinor, setByName: work.actor.name, setAt: work.now };
  await work.db
    .insert(requestPolicy)
    .values({ kind, ...set })
    .onConflictDoUpdate({ target: requestPolicy.kind, set });
}
