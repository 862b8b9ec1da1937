/**
 * Connections to PostgreSQL. Every query is prepared on the server (drizzle does not do it by
 * itself), 64-bit integers arrive as numbers and are refused when they would lose a digit, and the
 * application connects under the role that cannot rewrite history.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { InvariantError } from '../errors.ts';
import type { Statement } from './statement.ts';

/** A drizzle handle: the database itself, or a transaction on it. */
export type Database = Pick<
  PostgresJsDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | '$count'
>;

/** An open pool with its drizzle handle. */
export interface Connection {
  readonly db: PostgresJsDatabase;
  readonly sql: Sql;
  /** A second pool whose connections refuse to write, opened when first used. */
  readonly reader: Sql;
  /** Sends a reading statement written as plain text, outside any transaction. */
  readonly rows: <T extends object>(statement: Statement) => Promise<readonly T[]>;
  close(): Promise<void>;
}

/** The role the application acts under: it may add to the ledger and never change it. */
export const appRole = 'benchstock_app';

const int8 = 20;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvariantError(`integer out of range: ${text}`);
  return value;
}

/** Makes every call of the client prepare its statement on the server. */
function preparing<T extends object>(client: T): T {
  return new Proxy(client, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member;
      if (key === 'unsafe') {
        return (query: string, args: unknown, options?: object) =>
          member.call(target, query, args, { ...options, prepare: true });
      }
      if (key === 'begin' || key === 'savepoint') {
        return (...args: unknown[]) => {
          const work = args.pop() as (tx: object) => unknown;
          return member.call(target, ...args, (tx: object) => work(preparing(tx)));
        };
      }
      return member;
    },
  });
}

/**
 * Opens a pool.
 * @param url   a postgres:// address
 * @param options role: the role to act under (omit for the owner, who migrates); max: connections
 */
export function connect(url: string, options: { role?: string; max?: number } = {}): Connection {
  const settings = {
    max: options.max ?? 10,
    idle_timeout: 300,
    connect_timeout: 10,
    onnotice: () => undefined,
    types: { bigint: { to: int8, from: [int8], serialize: String, parse: parseInt8 } },
  };
  const startUp = {
    application_name: 'benchstock',
    TimeZone: 'UTC',
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    ...(options.role === undefined ? {} : { role: options.role }),
  };
  const client = postgres(url, { ...settings, connection: startUp });
  const reading = { ...startUp, default_transaction_read_only: true };
  const reader = postgres(url, { ...settings, connection: reading });
  const close = (one: Sql) => one.end({ timeout: 5 });
  // The builder makes the driver leave moments as texts; both pools answer alike.
  drizzle(reader);
  return {
    db: drizzle(preparing(client)),
    sql: client,
    reader,
    rows: async ({ text, args }) =>
      // Which columns a statement answers is known where it is written, and only there.
      (await reader.unsafe(text, args as never[], { prepare: true })) as never,
    close: async () => {
      await Promise.all([close(client), close(reader)]);
    },
  };
}
