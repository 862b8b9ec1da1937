/**
 * Reads and writes API tokens. Says columns only; the token itself is never seen here.
 */
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../platform/db/connect.ts';
import { apiToken } from './tables.ts';

export async function addToken(db: Database, row: typeof apiToken.$inferInsert): Promise<void> {
  await db.insert(apiToken).values(row);
}

/** How many tokens of a person work at this moment. */
export async function countLiveTokens(db: Database, personId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(apiToken)
    .where(
      and(eq(apiToken.personId, personId), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, now)),
    );
  return row?.n ?? 0;
}

/** Whose token it is, or null when there is no such token. */
export async function findTokenOwner(db: Database, tokenId: string): Promise<string | null> {
  const rows = await db
    .select({ personId: apiToken.personId })
    .from(apiToken)
    .where(eq(apiToken.id, tokenId));
  return rows[0]?.personId ?? null;
}

/** Ends a token; one that had ended before keeps its moment. */
export async function endToken(db: Database, tokenId: string, now: Date): Promise<void> {
  await db
    .update(apiToken)
    .set({ revokedAt: now })
    .where(and(eq(apiToken.id, tokenId), isNull(apiToken.revokedAt)));
}
