/**
 * A stock move over HTTP, as programs send it: bearer token, idempotency key, eight keep-alive clients
 * in another process, the built server, durable commits. Beside it, in turns, the bare posting
 * statement on the same database, so that the ratio means something on any machine.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { auditLedger } from '../src/inventory/index.ts';
import { setUp } from '../test/e2e/first-administrator.ts';
import { makeDataFolder, removeDataFolder, startProduct } from '../test/support/process.ts';
import { barePosting } from './support/bare-posting.ts';
import { openGround } from './support/ground.ts';
import type { LoadPlan, LoadSeen } from './support/http-load.ts';
import { median, rateOf } from './support/measure.ts';
import { fillStock } from './support/stock-ground.ts';

const clients = 8;
const parts = 2_000;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const target = { perSecond: 700, p99: 25 };
const run = promisify(execFile);

async function loadFrom(plan: LoadPlan): Promise<LoadSeen> {
  const script = join(import.meta.dirname, 'support/http-load.ts');
  const words = ['--import', 'tsx', script, JSON.stringify(plan)];
  const { stdout } = await run(process.execPath, words, { maxBuffer: 1 << 20 });
  return JSON.parse(stdout);
}

const ground = await openGround(clients);
const stock = await fillStock(ground, parts, 1_000_000);
const dataDir = makeDataFolder();
const nodeArgs = (process.env.BENCH_NODE_ARGS ?? '').split(' ').filter((word) => word !== '');
const product = await startProduct({ dataDir, nodeArgs, env: { DATABASE_URL: ground.url } });
const { token } = await setUp(product);
const [line] = stock.move(stock.partIds[0] ?? '', 0).lines;
const bins = [line?.from.locationId ?? '', line?.to.locationId ?? ''] as const;
const plan = {
  ...{ origin: product.origin, token, clients, seconds },
  ...{ partIds: stock.partIds.slice(0, 500), bins },
};
const bare = barePosting(ground, stock);

const seen: LoadSeen[] = [];
const bareRates: number[] = [];
await loadFrom({ ...plan, seconds: 2 });
await rateOf(clients, 1, bare);
for (let round = 0; round < rounds; round += 1) {
  bareRates.push((await rateOf(clients, seconds / 2, bare)).perSecond);
  seen.push(await loadFrom(plan));
}
await product.stop();
const findings = await auditLedger(ground.connection.db);
await ground.close();
await removeDataFolder(dataDir);

const of = (pick: (one: LoadSeen) => number) => median(seen.map(pick));
const [rate, p50, p99] = [of((s) => s.perSecond), of((s) => s.p50), of((s) => s.p99)];
const ratio = median(seen.map((one, at) => one.perSecond / (bareRates[at] ?? 1)));
const refused = seen.flatMap(({ others }) => Object.entries(others));
if (findings.length > 0 || refused.length > 0) {
  console.error('Not published: the ledger does not add up, or moves were refused.', refused);
  process.exitCode = 1;
} else {
  const mark = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
  console.log(
    `moves over HTTP: PostgreSQL ${ground.version}, ${clients} clients, ${rounds} rounds of ${seconds} s, durable`,
  );
  console.log(
    `rate   ${rate.toFixed(0)}/s   target >= ${target.perSecond}/s   ${mark(rate >= target.perSecond)}   best ${Math.max(...seen.map((s) => s.perSecond)).toFixed(0)}/s`,
  );
  console.log(
    `p50    ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   target p99 <= ${target.p99} ms   ${mark(p99 <= target.p99)}`,
  );
  console.log(`bare   ${median(bareRates).toFixed(0)}/s   HTTP / bare ${ratio.toFixed(2)}`);
}
