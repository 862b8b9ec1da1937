/** Makes a database on a server that is ours alone, unless it is there already. */
import postgres from 'postgres';

/**
 * The address of the named database on the server behind `serverUrl`, made when it was missing.
 * @param name lower-case letters only; it becomes part of a statement
 */
export async function createOwnDatabase(serverUrl: string, name: string): Promise<string> {
  if (!/^[a-z]{1,40}$/.test(name)) throw new TypeError('a database name of lower-case letters');
  const client = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    const found = await client`select from pg_database where datname = ${name}`;
    if (found.length === 0) {
      await client.unsafe(`create database ${name}`).catch((error: unknown) => {
        // Another start of ours was faster.
        if (!(error instanceof postgres.PostgresError && error.code === '42P04')) throw error;
      });
    }
  } finally {
    await client.end({ timeout: 5 });
  }
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return address.href;
}
