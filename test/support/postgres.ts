/**
 * One throw-away PostgreSQL for a test run: the product's own launcher without durability, in a folder
 * of its own below the system's temporary folder. CI may point the same tests at another server instead.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { isTrusted, makeFolder } from '../../src/platform/embedded/folders.ts';
import {
  isSigned,
  newSignature,
  signerLives,
} from '../../src/platform/embedded/process-signature.ts';
import { removeEmbedded } from '../../src/platform/embedded/remove-embedded.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/embedded/start-embedded.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/** The folder for this project's runs; another one if somebody else sits on its name. */
function runsFolder(): string {
  const owner = `${PROJECT}:${process.getuid?.() ?? ''}`;
  const hash = createHash('sha256').update(owner).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `benchstock-test-${hash}`);
  makeFolder(folder);
  if (isTrusted(folder)) return folder;
  const other = mkdtempSync(join(tmpdir(), 'benchstock-test-'));
  chmodSync(other, 0o755);
  return other;
}

/** Stops and deletes what killed runs left behind. */
async function sweepRuns(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (isSigned(name) && !signerLives(name)) await removeEmbedded(join(folder, name));
  }
}

async function givenServer(url: string): Promise<EmbeddedServer> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql<
      { version: string }[]
    >`select current_setting('server_version') as version`;
    const version = row?.version.split(' ')[0] ?? '';
    const port = Number(new URL(url).port || 5432);
    return { url, port, pid: 0, version, adopted: true, stop: async () => {} };
  } finally {
    await sql.end();
  }
}

/** Starts a server for tests, or returns that of TEST_DATABASE_URL. `stop` deletes all its data. */
export async function startTestServer(): Promise<EmbeddedServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return givenServer(given);
  const folder = runsFolder();
  await sweepRuns(folder);
  const dataRoot = join(folder, `run${newSignature()}`);
  const server = await startEmbedded({
    dataRoot,
    cacheRoot: join(PROJECT, '.tmp', 'cache'),
    durable: false,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await removeEmbedded(dataRoot);
    },
  };
}
