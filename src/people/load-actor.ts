/**
 * Turns the secret a request carries into the Actor it acts as. Rights are read anew each time, so a
 * change of roles, a disabled person and an ended session act at once in every process.
 */
import type { Actor, Locale } from '../platform/actor.ts';
import type { Connection } from '../platform/db/connect.ts';
import { inBatches } from '../platform/in-batches.ts';
import { type BearerRow, findBearers, touchSession, touchToken } from './actor.store.ts';
import { lifetimes } from './contract.ts';
import { grantsOf, type HeldRole, roles, withoutOwnKeys } from './roles.rules.ts';
import { hashToken } from './secret-hash.ts';

/** What a request shows: the cookie's session token, or a bearer token. Neither works as the other. */
export type Credential =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'bearer'; readonly token: string };

const tokenLengthMax = 128;

function heldRoles(rows: readonly BearerRow[]): HeldRole[] {
  return rows.flatMap(({ role, site_id: siteId }) => {
    const known = roles.find((one) => one === role);
    return known === undefined ? [] : [{ role: known, siteId }];
  });
}

function toActor(rows: readonly BearerRow[], first: BearerRow): Actor {
  const grants = grantsOf(heldRoles(rows));
  const locale: Locale = first.locale === 'zh-CN' ? 'zh-CN' : 'en';
  const person = { id: first.person_id, locale };
  if (first.token_name === null) {
    return { ...person, kind: 'user', name: first.display_name, grants };
  }
  const name = `${first.display_name} (${first.token_name})`;
  return { ...person, kind: 'token', name, grants: withoutOwnKeys(grants) };
}

function isStale(first: BearerRow, now: Date): boolean {
  if (first.last_seen_at === null) return true;
  return now.getTime() - new Date(first.last_seen_at).getTime() >= lifetimes.lastSeenStep;
}

interface Question {
  readonly tokenHash: string;
  readonly now: Date;
}

/** The rows behind each of the token hashes, asked together. */
async function bearersOf(
  connection: Connection,
  kind: Credential['kind'],
  questions: readonly Question[],
): Promise<readonly BearerRow[][]> {
  const tokenHashes = questions.map(({ tokenHash }) => tokenHash);
  const now = new Date(Math.max(...questions.map((one) => one.now.getTime())));
  const rows = await findBearers(connection, kind, { tokenHashes, now });
  return tokenHashes.map((hash) => rows.filter((row) => row.token_hash === hash));
}

/**
 * Makes the look-up of the actor behind a credential; it answers null when the credential is unknown,
 * ended, expired or of a disabled person. Requests that wait ask with one statement together; a
 * second one, at most once a minute, notes the use and moves the idle limit.
 */
export function makeActorLoader(
  connection: Connection,
): (credential: Credential, now: Date) => Promise<Actor | null> {
  const bearers = {
    session: inBatches<Question, BearerRow[]>((all) => bearersOf(connection, 'session', all)),
    bearer: inBatches<Question, BearerRow[]>((all) => bearersOf(connection, 'bearer', all)),
  };
  return async ({ kind, token }, now) => {
    if (token.length === 0 || token.length > tokenLengthMax) return null;
    const tokenHash = hashToken(token);
    const rows = await bearers[kind]({ tokenHash, now });
    const first = rows[0];
    if (first === undefined) return null;
    if (isStale(first, now)) {
      const { db } = connection;
      const idleExpiresAt = new Date(now.getTime() + lifetimes.sessionIdle);
      if (kind === 'session') await touchSession(db, tokenHash, { now, idleExpiresAt });
      else await touchToken(db, tokenHash, now);
    }
    return toActor(rows, first);
  };
}
