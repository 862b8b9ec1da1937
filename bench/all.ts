/** Runs every measurement, one after the other, each in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const benches = [
  'start-up',
  'http-bench-page',
  'http-movement',
  'inventory-http',
  'reserve-request',
  'ledger-posting',
];

function runBench(name: string): Promise<number> {
  const script = join(import.meta.dirname, `${name}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

const failed: string[] = [];
for (const name of benches) {
  console.log(`\n# ${name}`);
  if ((await runBench(name)) !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
