/**
 * Finds the database to work with: the one DATABASE_URL names, or the private one kept below the
 * data folder; migrates it and opens it under the role that cannot rewrite history.
 */
import { resolve } from 'node:path';
import type { Config } from '../platform/config.ts';
import { applicationUrl } from '../platform/db/application-url.ts';
import { appRole, type Connection, connect } from '../platform/db/connect.ts';
import { createOwnDatabase } from '../platform/db/create-database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { startEmbedded } from '../platform/embedded/start-embedded.ts';

/** The database, open. */
export interface OpenDatabase {
  readonly connection: Connection;
  /** What it is, in a few words for the first lines of the start. */
  readonly about: string;
  close(): Promise<void>;
}

interface Options {
  readonly migrationsFolder: string;
  tell(line: string): void;
}

async function embedded(config: Config, { tell }: Options) {
  const server = await startEmbedded({
    dataRoot: resolve(config.dataDir, 'database'),
    cacheRoot: resolve(config.dataDir, 'cache'),
    durable: true,
    log: tell,
  });
  const url = await createOwnDatabase(server.url, 'benchstock');
  return { url, about: `embedded PostgreSQL ${server.version}`, stop: () => server.stop() };
}

/** Opens the database of this configuration. @throws database.*, embedded.* */
export async function openDatabase(config: Config, options: Options): Promise<OpenDatabase> {
  const source =
    config.databaseUrl === null
      ? await embedded(config, options)
      : { url: config.databaseUrl, about: 'PostgreSQL of DATABASE_URL', stop: async () => {} };
  try {
    await migrate(source.url, options.migrationsFolder);
  } catch (error) {
    await source.stop();
    throw error;
  }
  // On our own server the application signs in as a user who is nothing but the application; on a
  // given one it acts under that role, as far as one address allows.
  const connection =
    config.databaseUrl === null
      ? connect(await applicationUrl(source.url))
      : connect(source.url, { role: appRole });
  return {
    connection,
    about: source.about,
    close: async () => {
      await connection.close();
      await source.stop();
    },
  };
}
