/**
 * What people and programs ask of a warehouse all day, over HTTP on the built server with durable
 * commits: the piles of one part, a page of parts with their sums, fifty lines received, the stock of
 * everything as of a past moment as one file, the history of a part. Beside each reading stands the
 * bare statement on the same database, so that the ratio means something on any machine.
 */
import { auditLedger } from '../src/inventory/index.ts';
import { setUp } from '../test/e2e/first-administrator.ts';
import { makeDataFolder, removeDataFolder, startProduct } from '../test/support/process.ts';
import { openGround } from './support/ground.ts';
import { median, rateOf } from './support/measure.ts';
import type { Ask } from './support/raw-load.ts';
import { runLoad } from './support/run-load.ts';
import { fillWarehouse } from './support/warehouse-ground.ts';

const clients = 8;
const parts = Number(process.env.BENCH_PARTS ?? 10_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);

const ground = await openGround(clients);
const warehouse = await fillWarehouse(ground, { parts, perPile: 1_000 });
const [dock] = await ground.owner<{ id: string; site_id: string }[]>`
  select id, site_id from location where kind = 'dock' order by code limit 1`;
const dataDir = makeDataFolder();
const product = await startProduct({ dataDir, env: { DATABASE_URL: ground.url } });
const { token } = await setUp(product);
const base = { origin: product.origin, token };
const { partIds } = warehouse;
const { sql } = ground.connection;
const some = (n: number) => partIds[(n * 7_919) % partIds.length] ?? '';

const lines: string[] = [];
const verdicts: boolean[] = [];
function tell(what: string, measured: string, isMet: boolean | null): void {
  if (isMet !== null) verdicts.push(isMet);
  const mark = isMet === null ? '' : isMet ? '   met' : '   MISSED';
  lines.push(`${what.padEnd(46)} ${measured}${mark}`);
  console.log(lines.at(-1));
}

async function rate(
  what: string,
  asks: readonly Ask[],
  target: number,
  bare: (n: number) => Promise<unknown>,
) {
  await runLoad({ ...base, clients, seconds: 1, asks });
  const seen = await runLoad({ ...base, clients, seconds, asks });
  const floor = await rateOf(clients, seconds / 2, async (n) => {
    await bare(n);
  });
  const refused = Object.entries(seen.others).map(([status, count]) => `${status} × ${count}`);
  const ratio = (seen.perSecond / floor.perSecond).toFixed(2);
  tell(
    what,
    `${seen.perSecond.toFixed(0)}/s (target ${target}), p99 ${seen.p99.toFixed(1)} ms; bare ${floor.perSecond.toFixed(0)}/s, ratio ${ratio} ${refused.join()}`,
    seen.perSecond >= target && refused.length === 0,
  );
}

const spread = Array.from({ length: 400 }, (_, n) => some(n));
await rate(
  'one part, all its piles',
  spread.map((partId) => ({ method: 'GET', path: `/api/v1/stock?partId=${partId}` })),
  2_000,
  (n) =>
    sql.unsafe('select * from bucket where part_id = $1 and on_hand <> 0', [some(n)], {
      prepare: true,
    }),
);
await rate(
  'page of 50 parts with quantities',
  Array.from({ length: 200 }, (_, n) => {
    const after = `BENCH-${String((n * 47) % (parts - 60)).padStart(5, '0')}`;
    return { method: 'GET', path: `/api/v1/stock/by-part?after=${after}` };
  }),
  800,
  (n) =>
    sql.unsafe(
      `select p.id, sum(b.on_hand) from (select id from part where part_number > $1 order by part_number limit 50) p
       join bucket b on b.part_id = p.id group by 1`,
      [`BENCH-${String((n * 47) % (parts - 60)).padStart(5, '0')}`],
      { prepare: true },
    ),
);

async function timed(path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  const start = performance.now();
  const answer = await fetch(`${product.origin}${path}`, { ...init, headers });
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  const firstMs = performance.now() - start;
  let bytes = first?.value?.length ?? 0;
  let text = Buffer.from(first?.value ?? []).toString();
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) break;
    bytes += chunk.value.length;
    if (text.length < 400) text += Buffer.from(chunk.value).toString();
  }
  return { status: answer.status, firstMs, wholeMs: performance.now() - start, bytes, text };
}

async function best(
  what: string,
  times: number,
  one: () => ReturnType<typeof timed>,
  target: { first?: number; whole: number },
) {
  const seen = [];
  for (let n = 0; n < times; n += 1) seen.push(await one());
  const whole = median(seen.map(({ wholeMs }) => wholeMs));
  const first = median(seen.map(({ firstMs }) => firstMs));
  const wrong = seen.find(({ status }) => status > 299);
  const isMet =
    whole <= target.whole && first <= (target.first ?? target.whole) && wrong === undefined;
  const size = `${(median(seen.map(({ bytes }) => bytes)) / 1024).toFixed(0)} KiB`;
  tell(
    what,
    `first byte ${first.toFixed(0)} ms, whole ${whole.toFixed(0)} ms (target ${target.whole} ms), ${size} ${wrong === undefined ? '' : `${wrong.status} ${wrong.text.slice(0, 200)}`}`,
    isMet,
  );
}

await best(
  'receive 50 lines',
  9,
  () =>
    timed('/api/v1/receipts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        locationId: dock?.id,
        lines: partIds.slice(0, 50).map((partId) => ({ partId, quantity: 2 })),
      }),
    }),
  { whole: 100 },
);
const moment = new Date(Date.now() - 5_000).toISOString();
await best(
  'stock of everything as of a past moment, CSV',
  3,
  () =>
    timed(
      `/reports/inventory.csv?groupBy=part&groupBy=location&asOf=${encodeURIComponent(moment)}`,
    ),
  { first: 1_000, whole: 2_000 },
);
await best('history of one part', 9, () => timed(`/api/v1/stock/movements?partId=${some(3)}`), {
  whole: 50,
});

await product.stop();
const findings = await auditLedger(ground.connection.db);
await ground.close();
await removeDataFolder(dataDir);
console.log(
  `PostgreSQL ${ground.version}, ${clients} clients, ${parts} parts, ${parts * 10} piles`,
);
if (findings.length > 0) {
  console.error('Not published: the ledger does not add up.', findings);
  process.exitCode = 1;
}
