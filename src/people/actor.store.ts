/**
 * Finds who stands behind sessions and tokens, in one statement, and notes when it was last used.
 * Runs with every request, so it is plain prepared SQL. Says columns; rights are added up elsewhere.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Connection, Database } from '../platform/db/connect.ts';
import { statement } from '../platform/db/statement.ts';

/** One row per role of the person; role is null when he has none. */
export interface BearerRow extends Record<string, unknown> {
  token_hash: string;
  person_id: string;
  display_name: string;
  locale: string;
  token_name: string | null;
  last_seen_at: string | null;
  role: string | null;
  site_id: string | null;
}

function liveSessions(hashes: string, at: string) {
  return statement`
    select s.token_hash, p.id as person_id, p.display_name, p.locale, null as token_name,
           s.last_seen_at, r.role, r.site_id
    from jsonb_array_elements_text(${hashes}::jsonb) as asked (token_hash)
    join session s on s.token_hash = asked.token_hash
    join person p on p.id = s.person_id and p.disabled_at is null
    left join person_role r on r.person_id = p.id
    where s.idle_expires_at > ${at}::timestamptz and s.absolute_expires_at > ${at}::timestamptz`;
}

function liveTokens(hashes: string, at: string) {
  return statement`
    select t.token_hash, p.id as person_id, p.display_name, p.locale, t.name as token_name,
           t.last_used_at as last_seen_at, r.role, r.site_id
    from jsonb_array_elements_text(${hashes}::jsonb) as asked (token_hash)
    join api_token t on t.token_hash = asked.token_hash
    join person p on p.id = t.person_id and p.disabled_at is null
    left join person_role r on r.person_id = p.id
    where t.revoked_at is null and t.expires_at > ${at}::timestamptz`;
}

/** The people behind live sessions or tokens, with their roles; no rows for what is not live. */
export function findBearers(
  connection: Connection,
  kind: 'session' | 'bearer',
  asked: { readonly tokenHashes: readonly string[]; readonly now: Date },
): Promise<readonly BearerRow[]> {
  const hashes = JSON.stringify([...new Set(asked.tokenHashes)]);
  const live = kind === 'session' ? liveSessions : liveTokens;
  return connection.rows<BearerRow>(live(hashes, asked.now.toISOString()));
}

async function touch(db: Database, change: SQL): Promise<void> {
  await db.execute(change);
}

/** Notes that a session was used and moves its idle limit, never beyond its absolute one. */
export function touchSession(
  db: Database,
  tokenHash: string,
  times: { readonly now: Date; readonly idleExpiresAt: Date },
): Promise<void> {
  const at = times.now.toISOString();
  const idle = times.idleExpiresAt.toISOString();
  return touch(
    db,
    sql`
      update session set last_seen_at = ${at}::timestamptz,
             idle_expires_at = least(${idle}::timestamptz, absolute_expires_at)
      where token_hash = ${tokenHash} and last_seen_at < ${at}::timestamptz`,
  );
}

/** Notes that a token was used. */
export function touchToken(db: Database, tokenHash: string, now: Date): Promise<void> {
  const at = now.toISOString();
  return touch(
    db,
    sql`
      update api_token set last_used_at = ${at}::timestamptz
      where token_hash = ${tokenHash} and coalesce(last_used_at, '-infinity') < ${at}::timestamptz`,
  );
}
