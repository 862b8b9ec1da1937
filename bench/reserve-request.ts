/**
 * A wish for five parts with automatic sourcing over HTTP, as programs send it: an order is opened and
 * what is free is promised to it at once. Eight keep-alive clients, the built server, durable commits;
 * once over many parts, once on the same five parts from two servers. Afterwards the books must agree.
 * What an order costs of the processor is told too: it says more than the rate on a busy machine.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { auditLedger } from '../src/inventory/index.ts';
import { auditOrders } from '../src/orders/index.ts';
import { setUp } from '../test/e2e/first-administrator.ts';
import { makeDataFolder, removeDataFolder, startProduct } from '../test/support/process.ts';
import { openGround } from './support/ground.ts';
import type { OrderLoadPlan, OrderLoadSeen } from './support/order-load.ts';
import { parentOf, processCpuSeconds, serverCpuSeconds } from './support/server-cpu.ts';
import { fillStock } from './support/stock-ground.ts';

const clients = 8;
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const run = promisify(execFile);

async function loadFrom(plan: OrderLoadPlan): Promise<OrderLoadSeen> {
  const script = join(import.meta.dirname, 'support/order-load.ts');
  const words = ['--import', 'tsx', script, JSON.stringify(plan)];
  const { stdout } = await run(process.execPath, words, { maxBuffer: 1 << 20 });
  return JSON.parse(stdout);
}

const ground = await openGround(clients);
const stock = await fillStock(ground, 2_000, 1_000_000);
const [line] = stock.move(stock.partIds[0] ?? '', 0).lines;
const [place] = await ground.owner<{ id: string }[]>`
  insert into location (id, code, kind, site_id, created_at)
  select gen_random_uuid(), 'BENCH-1', 'bench', site_id, now() from location
  where id = ${line?.from.locationId ?? ''} returning id`;
const folders = [makeDataFolder(), makeDataFolder()];
const env = { DATABASE_URL: ground.url };
const nodeArgs = (process.env.BENCH_NODE_ARGS ?? '').split(' ').filter((word) => word !== '');
const first = await startProduct({ dataDir: folders[0] ?? '', nodeArgs, env });
const { token } = await setUp(first);
const second = await startProduct({ dataDir: folders[1] ?? '', env });
const many = { token, seconds, destinationId: place?.id ?? '', partIds: stock.partIds };
const hot = { ...many, partIds: stock.partIds.slice(0, 5), clients: clients / 2 };

const [server] = await ground.owner<{ pid: number }[]>`
  select pid from pg_stat_activity where backend_type = 'checkpointer'`;
const serverPid = parentOf(server?.pid ?? 0);

/** Runs a load; milliseconds of processor time of node and of the database for each order. */
async function costing(load: () => Promise<readonly OrderLoadSeen[]>) {
  const used = () => ({
    node: (processCpuSeconds(first.pid) ?? 0) + (processCpuSeconds(second.pid) ?? 0),
    database: serverCpuSeconds(serverPid) ?? 0,
  });
  const before = used();
  const seen = await load();
  const after = used();
  const perSecond = seen.reduce((sum, one) => sum + one.perSecond, 0);
  const each = (spent: number) => ((spent * 1000) / (perSecond * seconds)).toFixed(1);
  const node = each(after.node - before.node);
  const database = each(after.database - before.database);
  return { seen, perSecond, cost: `node ${node} ms, database ${database} ms an order` };
}

await loadFrom({ ...many, origin: first.origin, clients, seconds: 2 });
await loadFrom({ ...many, origin: second.origin, clients, seconds: 1 });
const spread = await costing(async () => [
  await loadFrom({ ...many, origin: first.origin, clients }),
]);
const both = await costing(() =>
  Promise.all([
    loadFrom({ ...hot, origin: first.origin }),
    loadFrom({ ...hot, origin: second.origin }),
  ]),
);
await first.stop();
await second.stop();
const findings = [
  ...(await auditLedger(ground.connection.db)),
  ...(await auditOrders(ground.connection.db)),
];
const deadlocks = await ground.owner<{ deadlocks: string }[]>`
  select deadlocks from pg_stat_database where datname = current_database()`;
await ground.close();
for (const folder of folders) await removeDataFolder(folder);

const refused = [...spread.seen, ...both.seen].flatMap(({ others }) => Object.entries(others));
if (findings.length > 0 || refused.length > 0) {
  console.error(
    'Not published: the books do not agree, or orders were refused.',
    findings,
    refused,
  );
  process.exitCode = 1;
} else {
  const mark = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
  const hotRate = both.perSecond;
  const { perSecond } = spread;
  const { p50, p99 } = spread.seen[0] ?? { p50: 0, p99: 0 };
  console.log(
    `orders of 5 lines: ${perSecond.toFixed(0)}/s   target >= 250/s   ${mark(perSecond >= 250)}   ${spread.cost}`,
  );
  console.log(
    `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   target <= 60 ms   ${mark(p99 <= 60)}`,
  );
  console.log(
    `same 5 parts, two servers: ${hotRate.toFixed(0)}/s   target >= 150/s   ${mark(hotRate >= 150)}   deadlocks ${deadlocks[0]?.deadlocks ?? '-'}   ${both.cost}`,
  );
}
