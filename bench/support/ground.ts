/**
 * The ground a measurement stands on: a durable server of its own in a throw-away folder, migrated,
 * opened as the owner and as the application. What is measured must survive a power cut, or the rate
 * means nothing.
 */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { appRole, type Connection, connect } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { removeEmbedded } from '../../src/platform/embedded/remove-embedded.ts';
import { startEmbedded } from '../../src/platform/embedded/start-embedded.ts';

const project = resolve(import.meta.dirname, '../..');

export interface Ground {
  readonly version: string;
  readonly owner: Sql;
  readonly connection: Connection;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server and opens it with so many connections for the application. */
export async function openGround(max: number): Promise<Ground> {
  const dataRoot = mkdtempSync(join(tmpdir(), 'benchstock-bench-'));
  // The server may run under another account than this process.
  chmodSync(dataRoot, 0o755);
  const cacheRoot = join(project, '.tmp', 'cache');
  const server = await startEmbedded({ dataRoot, cacheRoot, durable: true });
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe('create database bench');
  await admin.end();
  const address = new URL(server.url);
  address.pathname = '/bench';
  await migrate(address.href, join(project, 'drizzle'));
  const owner = postgres(address.href, { max: 2, onnotice: () => undefined });
  const connection = connect(address.href, { role: appRole, max });
  return {
    version: server.version,
    owner,
    connection,
    url: address.href,
    close: async () => {
      await connection.close();
      await owner.end();
      await server.stop();
      await removeEmbedded(dataRoot);
    },
  };
}
