/**
 * Starts a session: a fresh secret for the caller, its hash for the database. Knows how long a
 * session lasts, not how its owner proved who he is.
 */
import type { Work } from '../platform/work.ts';
import { lifetimes } from './contract.ts';
import { hashToken, tokenBytes } from './secret-hash.ts';
import { addSession } from './session.store.ts';

/** Opens a session for the person and returns its token, which is told this once. */
export async function openSession(
  work: Work,
  personId: string,
  userAgent: string | null,
): Promise<string> {
  const token = work.newSecret(tokenBytes);
  const at = work.now.getTime();
  await addSession(work.db, {
    tokenHash: hashToken(token),
    personId,
    createdAt: work.now,
    lastSeenAt: work.now,
    idleExpiresAt: new Date(at + lifetimes.sessionIdle),
    absoluteExpiresAt: new Date(at + lifetimes.sessionAbsolute),
    userAgent,
  });
  return token;
}
