/**
 * The one place where the product is put together: settings, database, executor, desks, worker. It
 * starts them, tells the user where to go, and stops them cleanly; it decides nothing else.
 */
import { resolve } from 'node:path';
import { buildApp } from './app.ts';
import { usualLimits } from './http/context.ts';
import { auditLedger } from './inventory/index.ts';
import { factHandlers, jobHandlers } from './jobs/register.ts';
import { auditOrders } from './orders/index.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { DomainError } from './platform/errors.ts';
import { type Executor, makeExecutor } from './platform/execute.ts';
import { systemIds } from './platform/ids.ts';
import { makeWorker, type Worker } from './platform/jobs/index.ts';
import { type Log, makeLog } from './platform/log.ts';
import { type OpenDatabase, openDatabase } from './start/database.ts';
import { loadDemoWhenEmpty, tellAdministratorLink } from './start/first-steps.ts';
import { type Listening, listen } from './start/listen.ts';
import { openAssets } from './web/assets.ts';
import { webDesk } from './web/mount.ts';

// Built, this file is dist/app/main.js; in the source it is src/main.ts. Both know the root.
const root = resolve(import.meta.dirname, import.meta.url.endsWith('.ts') ? '..' : '../..');
const clock = systemClock;
const ids = systemIds(clock);

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function startWorker(database: OpenDatabase, executor: Executor, log: Log): Worker {
  const worker = makeWorker({
    connection: database.connection,
    executor,
    clock,
    ids,
    handlers: jobHandlers,
    factHandlers,
    log: {
      warn: (data, message) => log.warn(message, { ...data }),
      error: (data, message) => log.error(message, { ...data }),
    },
  });
  worker.start();
  return worker;
}

/** Runs the auditors; exit code 0 when nothing is found, else 3. */
async function verify(database: OpenDatabase): Promise<number> {
  const { db } = database.connection;
  const findings = [...(await auditLedger(db)), ...(await auditOrders(db))];
  for (const { validator, detail } of findings) tell(`${validator} ${JSON.stringify(detail)}`);
  const isClean = findings.length === 0;
  tell(isClean ? 'The ledger is clean. Orders agree with it.' : `${findings.length} findings.`);
  return findings.length === 0 ? 0 : 3;
}

async function serve(config: Config, database: OpenDatabase, executor: Executor, log: Log) {
  let isStopping = false;
  const settings = { ...usualLimits, ...config };
  const { connection } = database;
  const ports = { executor, connection, clock, ids, log, settings, isReady: () => !isStopping };
  const assets = await openAssets(resolve(root, 'dist/assets'));
  const app = buildApp(ports, webDesk({ ...ports, assets }));
  const listening = await listen(app, config);
  return {
    listening,
    prepareToStop: () => {
      isStopping = true;
    },
  };
}

function onStop(stop: () => Promise<void>): void {
  let isStopping = false;
  const once = (signal: NodeJS.Signals) => {
    // The second Ctrl-C is somebody who does not want to wait.
    if (isStopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        tell(String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
}

async function run(config: Config): Promise<void> {
  const startedAt = performance.now();
  const log = makeLog(config.logLevel);
  const database = await openDatabase(config, { migrationsFolder: resolve(root, 'drizzle'), tell });
  if (config.role === 'migrate' || config.role === 'verify') {
    const code = config.role === 'verify' ? await verify(database) : 0;
    await database.close();
    process.exit(code);
  }
  const executor = makeExecutor({ connection: database.connection, clock, ids });
  const firstSteps = { executor, clock, ids, tell };
  if (config.demo) await loadDemoWhenEmpty(firstSteps);
  const isDesk = config.role === 'serve' || config.role === 'all';
  const isWorker = config.role === 'work' || config.role === 'all';
  const desk = isDesk ? await serve(config, database, executor, log) : null;
  const worker = isWorker ? startWorker(database, executor, log) : null;
  onStop(() => stopAll(database, desk, worker));
  if (desk !== null) {
    await tellAdministratorLink(firstSteps, config.publicUrl);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    tell('');
    tell(`Benchstock is ready after ${seconds} s at ${config.publicUrl} (${database.about}).`);
    tell('Stop it with Ctrl-C.');
  }
}

async function stopAll(
  database: OpenDatabase,
  desk: { listening: Listening; prepareToStop(): void } | null,
  worker: Worker | null,
): Promise<void> {
  desk?.prepareToStop();
  await desk?.listening.close();
  await worker?.stop();
  await database.close();
}

function explainFailure(error: unknown): string {
  if (error instanceof DomainError) {
    const facts = Object.entries(error.params).map(([name, value]) => `${name}: ${String(value)}`);
    return [`Benchstock cannot start: ${error.code}`, ...facts].join('\n  ');
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'Benchstock cannot start: the port is in use. Choose another with --port 3001.';
  }
  return `Benchstock cannot start: ${error instanceof Error ? error.stack : String(error)}`;
}

const { config, problems } = readConfig();
if (config === null) {
  for (const problem of problems) process.stderr.write(`Setting refused: ${problem}\n`);
  process.exit(2);
}
run(config).catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
});
