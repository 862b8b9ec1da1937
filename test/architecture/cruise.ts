/**
 * Runs dependency-cruiser with the rules of the house over a folder and hands back what it saw, so
 * that suites can ask how many modules it looked at and which walls were breached.
 */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Where the project lies. */
export const root = resolve(import.meta.dirname, '../..');

const rules = join(root, '.dependency-cruiser.cjs');

const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
});

export interface Cruised {
  /** Files below src that were looked at. */
  readonly modules: readonly string[];
  /** `rule: from`, sorted. */
  readonly breaches: readonly string[];
  /** Names of every rule there is. */
  readonly rules: readonly string[];
}

/** Cruises the src folder below `folder`. */
export async function cruise(folder: string): Promise<Cruised> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', rules, '--output-type', 'json', 'src'];
  const text = await new Promise<string>((done, fail) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    // It leaves with the number of breaches, so only a missing report is a failure.
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      stdout === '' ? fail(error ?? new Error(stderr)) : done(stdout),
    );
  });
  const { modules, summary } = report.parse(JSON.parse(text));
  return {
    modules: modules.map(({ source }) => source).filter((source) => source.startsWith('src/')),
    breaches: summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort(),
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
  };
}
