/**
 * A database of its own for a test file: copied from the migrated template, opened both as the
 * application (the role that cannot rewrite history) and as the owner.
 */
import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { appRole, type Connection, connect } from '../../src/platform/db/connect.ts';

export interface TestDatabase {
  readonly url: string;
  /** As the application connects. */
  readonly connection: Connection;
  /** As the owner, for looking behind the application's back. */
  readonly owner: Sql;
  close(): Promise<void>;
}

async function onServer(statement: string): Promise<void> {
  const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => undefined });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}

/** Copies the template and opens the copy; call `close` in afterAll. */
export async function openTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} template ${inject('templateName')} strategy file_copy`);
  const address = new URL(inject('serverUrl'));
  address.pathname = `/${name}`;
  const connection = connect(address.href, { role: appRole, max: options.max ?? 10 });
  const owner = postgres(address.href, { max: 2, onnotice: () => undefined });
  return {
    url: address.href,
    connection,
    owner,
    close: async () => {
      await connection.close();
      await owner.end();
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}
