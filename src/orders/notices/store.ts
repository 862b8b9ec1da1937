/** Writes notices and marks them read. A person's notices are nobody else's. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import type { Telling } from './notice.vocabulary.ts';
import { notice } from './tables.ts';

/** Adds a notice. */
export async function addNotice(work: Work, telling: Telling): Promise<void> {
  await work.db
    .insert(notice)
    .values({ id: work.newId(), ...telling, createdAt: work.now, readAt: null });
}

/** Marks those of the acting person's notices read that are among these; answers how many were new. */
export async function markNoticesRead(work: Work, noticeIds: readonly string[]): Promise<number> {
  const rows = await work.db
    .update(notice)
    .set({ readAt: work.now })
    .where(
      and(
        eq(notice.personId, work.actor.id),
        isNull(notice.readAt),
        inArray(notice.id, [...noticeIds]),
      ),
    )
    .returning({ id: notice.id });
  return rows.length;
}
