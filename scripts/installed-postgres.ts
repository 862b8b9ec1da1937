// Runs the suites that lean on the database a second time, on an installed PostgreSQL if this machine
// has one of a supported version: our SQL must mean the same on the oldest and on the newest.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { usualPlaces } from '../src/platform/embedded/find-programs.ts';
import { removeEmbedded } from '../src/platform/embedded/remove-embedded.ts';
import { type EmbeddedServer, startEmbedded } from '../src/platform/embedded/start-embedded.ts';

const root = resolve(import.meta.dirname, '..');
const suites = [
  'test/inventory/ledger',
  'test/inventory/costs',
  'test/orders',
  'test/receipts',
  'test/platform/execute.test.ts',
  'test/platform/jobs',
  'test/people/sign-in.test.ts',
  'test/planning',
  'test/scenarios/mail-in-repair.test.ts',
  'test/scenarios/other-endings.test.ts',
  'test/architecture/registry.test.ts',
];

function runSuites(server: EmbeddedServer): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...suites], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: server.url },
  });
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)));
}

const { installed } = usualPlaces();
if (installed.length === 0) {
  process.stdout.write('Skipped: no PostgreSQL is installed on this machine.\n');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'benchstock-installed-'));
  chmodSync(folder, 0o755);
  const dataRoot = join(folder, 'data');
  const server = await startEmbedded({
    dataRoot,
    cacheRoot: join(folder, 'cache'),
    durable: false,
    programs: { bundle: null, installed },
  });
  process.stdout.write(`On the installed PostgreSQL ${server.version}:\n`);
  try {
    process.exitCode = await runSuites(server);
  } finally {
    await server.stop();
    await removeEmbedded(dataRoot);
  }
}
