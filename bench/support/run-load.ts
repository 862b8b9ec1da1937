/** Starts the lean load generator as a process of its own and answers what it saw. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RawPlan, RawSeen } from './raw-load.ts';

const run = promisify(execFile);

/** Runs a plan to its end. */
export async function runLoad(plan: RawPlan): Promise<RawSeen> {
  const folder = mkdtempSync(join(tmpdir(), 'benchstock-load-'));
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const script = join(import.meta.dirname, 'raw-load.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, file]);
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout);
}
