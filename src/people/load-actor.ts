/**
 * Turns the secret a request carries into the Actor it acts as. Rights are read anew each time, so a
 * change of roles, a disabled person and an ended session act at once in every process.
 */
import type { Actor, Locale } from '../platform/actor.ts';
import type { Database } from '../platform/db/connect.ts';
import { type BearerRow, findSession, findToken, touchSession, touchToken } from './actor.store.ts';
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

/**
 * The actor behind a credential, or null when it is unknown, ended, expired or of a disabled person.
 * One statement; a second one, at most once a minute, notes the use and moves the idle limit.
 */
export async function loadActor(
  db: Database,
  credential: Credential,
  now: Date,
): Promise<Actor | null> {
  const { kind, token } = credential;
  if (token.length === 0 || token.length > tokenLengthMax) return null;
  const tokenHash = hashToken(token);
  const find = kind === 'session' ? findSession : findToken;
  const rows = await find(db, tokenHash, now);
  const first = rows[0];
  if (first === undefined) return null;
  if (isStale(first, now)) {
    const idleExpiresAt = new Date(now.getTime() + lifetimes.sessionIdle);
    if (kind === 'session') await touchSession(db, tokenHash, { now, idleExpiresAt });
    else await touchToken(db, tokenHash, now);
  }
  return toActor(rows, first);
}
