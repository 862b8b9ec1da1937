/**
 * Asks a server by a real connection whether it is ready and which data it serves. Knows nothing of
 * processes; a caller has made sure before that the port belongs to our server, since the password
 * is offered to whoever listens there.
 */
import { realpathSync } from 'node:fs';
import postgres from 'postgres';
import { errorCode } from './error-code.ts';
import { OWNER } from './owner-password.ts';

export type ProbeAnswer =
  | { readonly kind: 'ready'; readonly version: string; readonly isDurable: boolean }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'wrong-password' };

interface ServerFacts {
  readonly version: string;
  readonly data: string;
  readonly fsync: string;
}

/** Connects as the owner and runs one query. */
export async function probeServer(
  port: number,
  password: string,
  data: string,
): Promise<ProbeAnswer> {
  const sql = postgres({
    host: '127.0.0.1',
    port,
    username: OWNER,
    password,
    database: 'postgres',
    ssl: false,
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'benchstock start' },
  });
  try {
    const [facts] = await sql<ServerFacts[]>`
      select current_setting('server_version') as version,
             current_setting('data_directory') as data,
             current_setting('fsync') as fsync`;
    if (facts === undefined || realpathSync(facts.data) !== data) return { kind: 'not-yet' };
    const version = facts.version.split(' ')[0] ?? facts.version;
    return { kind: 'ready', version, isDurable: facts.fsync === 'on' };
  } catch (error) {
    return { kind: errorCode(error) === '28P01' ? 'wrong-password' : 'not-yet' };
  } finally {
    await sql.end({ timeout: 1 });
  }
}
