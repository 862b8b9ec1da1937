/**
 * Reads and writes sessions and one-time links, by the hash of their secret. Says columns; how long
 * they hold is told by the contract, who may use them by the commands.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../platform/db/connect.ts';
import { oneTimeLink, session } from './tables.ts';

/** What a one-time link is for. */
export type LinkPurpose = 'first-administrator' | 'set-password';

export async function addSession(db: Database, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row);
}

/** Ends one session; returns whose it was, or null when there was none. */
export async function removeSession(db: Database, tokenHash: string): Promise<string | null> {
  const rows = await db
    .delete(session)
    .where(eq(session.tokenHash, tokenHash))
    .returning({ personId: session.personId });
  return rows[0]?.personId ?? null;
}

/** Ends every session of a person. */
export async function removeSessionsOf(db: Database, personId: string): Promise<void> {
  await db.delete(session).where(eq(session.personId, personId));
}

export async function addLink(
  db: Database,
  row: Omit<typeof oneTimeLink.$inferInsert, 'usedAt'> & { readonly purpose: LinkPurpose },
): Promise<void> {
  await db.insert(oneTimeLink).values(row);
}

/** Makes every unused link of this purpose (and person) void. */
export async function removeOpenLinks(
  db: Database,
  purpose: LinkPurpose,
  personId: string | null,
): Promise<void> {
  const whose =
    personId === null ? isNull(oneTimeLink.personId) : eq(oneTimeLink.personId, personId);
  const open = and(eq(oneTimeLink.purpose, purpose), whose, isNull(oneTimeLink.usedAt));
  await db.delete(oneTimeLink).where(open);
}

/** Uses a link up; null when it is unknown, used or expired. Of two at once only one succeeds. */
export async function takeLink(
  db: Database,
  link: { readonly tokenHash: string; readonly purpose: LinkPurpose },
  now: Date,
): Promise<{ readonly personId: string | null } | null> {
  const rows = await db
    .update(oneTimeLink)
    .set({ usedAt: now })
    .where(
      and(
        eq(oneTimeLink.tokenHash, link.tokenHash),
        eq(oneTimeLink.purpose, link.purpose),
        isNull(oneTimeLink.usedAt),
        gt(oneTimeLink.expiresAt, now),
      ),
    )
    .returning({ personId: oneTimeLink.personId });
  return rows[0] ?? null;
}
