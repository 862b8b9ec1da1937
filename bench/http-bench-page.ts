/**
 * The technician's pages on the demo data, asked for one at a time over loopback: the time until the
 * last byte, and how much script a browser must load.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { clientOf, signInByForm } from '../test/e2e/first-administrator.ts';
import { makeDataFolder, removeDataFolder, startProduct } from '../test/support/process.ts';
import { demoSignIn } from './support/demo-sign-in.ts';
import { quantile } from './support/http-load.ts';

const asked = Number(process.env.BENCH_PAGES ?? 200);
const target = { p95: 50, scriptBytes: 25_000 };
const assets = resolve(import.meta.dirname, '../dist/assets');

const dataDir = makeDataFolder();
const product = await startProduct({ dataDir, args: ['--demo'] });
const who = demoSignIn(product.output(), 'technician');
const cookie = await signInByForm(product.origin, who);
const { api } = await clientOf(product.origin, who);

const lines = (await api('/rma-lines?queue=on-bench')).body as { lines: { lineId: string }[] };
const line = (await api(`/rma-lines/${lines.lines[0]?.lineId}`)).body as { jobId: string };

async function timesOf(path: string): Promise<{ took: number[]; bytes: number }> {
  const took: number[] = [];
  let bytes = 0;
  for (let n = 0; n < asked + 20; n += 1) {
    const from = performance.now();
    const answer = await fetch(`${product.origin}${path}`, { headers: { cookie } });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    // The first ones warm up.
    if (n >= 20) took.push(performance.now() - from);
  }
  return { took: took.sort((a, b) => a - b), bytes };
}

const mark = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
console.log(`pages of the bench: demo data, ${asked} requests each, one at a time, loopback`);
const pages = { queue: '/bench', 'job card': `/bench/${line.jobId}` };
for (const [name, path] of Object.entries(pages)) {
  const { took, bytes } = await timesOf(path);
  const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)];
  console.log(
    `${name.padEnd(9)} p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   target p95 <= ${target.p95} ms   ${mark(p95 <= target.p95)}   ${bytes} bytes`,
  );
}
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const packed = scripts.map((name) => gzipSync(readFileSync(join(assets, name))).byteLength);
const script = packed.reduce((sum, size) => sum + size, 0);
console.log(
  `script    ${script} bytes gzip   target <= ${target.scriptBytes}   ${mark(script <= target.scriptBytes)}`,
);
await product.stop();
await removeDataFolder(dataDir);
