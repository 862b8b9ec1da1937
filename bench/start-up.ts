/**
 * How long somebody waits: the first `npm start -- --demo` with nothing built and no data, until a page
 * answers, and a later start. The dependencies are installed; what they cost is npm's business.
 */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeDataFolder, removeDataFolder, startProduct } from '../test/support/process.ts';
import { median } from './support/measure.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const target = { first: 20, later: 3 };
const built = resolve(import.meta.dirname, '../dist');

async function secondsToPage(dataDir: string, args: readonly string[]): Promise<number> {
  const from = performance.now();
  const product = await startProduct({ dataDir, args });
  const page = await fetch(`${product.origin}/sign-in`);
  await page.text();
  const seconds = (performance.now() - from) / 1000;
  if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
  const code = await product.stop();
  if (code !== 0) throw new Error(`the stop answered ${code}`);
  return seconds;
}

const first: number[] = [];
const later: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  rmSync(built, { recursive: true, force: true });
  const dataDir = makeDataFolder();
  first.push(await secondsToPage(dataDir, ['--demo']));
  later.push(await secondsToPage(dataDir, []));
  await removeDataFolder(dataDir);
}
const told = (name: string, seen: readonly number[], limit: number) => {
  const middle = median(seen);
  const worst = Math.max(...seen).toFixed(1);
  const mark = middle <= limit ? 'met' : 'MISSED';
  console.log(
    `${name}  ${middle.toFixed(1)} s   worst ${worst} s   target <= ${limit} s   ${mark}`,
  );
};
console.log(`start-up: ${rounds} rounds, build and data removed before the first start`);
told('first start with the demo', first, target.first);
told('later start              ', later, target.later);
