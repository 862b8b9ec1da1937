/**
 * What a posting costs: the bare statement, the same through the executor with key, activity and
 * outbox, and the way it is usually written, statement by statement. Durable commits; the ways take
 * turns, so that a busy machine is unfair to all alike. No figure is published from a ledger that
 * does not add up.
 */
import { auditLedger } from '../src/inventory/index.ts';
import { pileId } from '../src/inventory/ledger/pile-id.ts';
import { postingStatement } from '../src/inventory/ledger/posting-statement.ts';
import { systemActor } from '../src/platform/actor.ts';
import { systemClock } from '../src/platform/clock.ts';
import { systemIds } from '../src/platform/ids.ts';
import { openGround } from './support/ground.ts';
import { median, type Rate, rateOf } from './support/measure.ts';
import { serverCpuSeconds } from './support/server-cpu.ts';
import { fillStock, postDraft } from './support/stock-ground.ts';

const clients = 8;
const parts = 10_000;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const leastShare = 0.4;

const ids = systemIds(systemClock);
const ground = await openGround(clients);
const stock = await fillStock(ground, parts, 1_000_000);
const { sql } = ground.connection;
const [server] = await ground.owner<{ pid: number }[]>`
  select pid from pg_stat_activity where backend_type = 'checkpointer'`;
const serverPid = await (async () => {
  const { readFileSync } = await import('node:fs');
  const text = readFileSync(`/proc/${server?.pid}/stat`, 'utf8');
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
})().catch(() => 0);

/** A part for the n-th posting: one hot part, or any of them in a fixed scatter. */
const spread = {
  'any part': (n: number) => stock.partIds[(n * 7_919) % parts] ?? '',
  'hot part': () => stock.partIds[0] ?? '',
} as const;

/** What the bare way sends, made before anything is measured: text and values for both directions. */
const slot = ids.newId();
const poster = { actor: systemActor, now: systemClock.now() };
const ready = new Map(
  stock.partIds.map((partId) => {
    const both = [0, 1].map((n) => postingStatement(poster, stock.move(partId, n), slot));
    return [partId, both] as const;
  }),
);

async function bare(partId: string, n: number): Promise<void> {
  const made = ready.get(partId)?.[n % 2];
  if (made === undefined) return;
  const entryId = ids.newId();
  const values = made.args.map((value) => (value === slot ? entryId : value));
  await sql.unsafe(made.text, values as never[], { prepare: true });
}

async function full(partId: string, n: number): Promise<void> {
  const call = { actor: systemActor, idempotencyKey: ids.newId(), requestId: null };
  await stock.executor.execute(postDraft, { draft: stock.move(partId, n) }, call);
}

async function stepwise(partId: string, n: number): Promise<void> {
  const [line] = stock.move(partId, n).lines;
  if (line === undefined) return;
  const [from, to] = [pileId(line.from), pileId(line.to)];
  const entry = ids.newId();
  const { id: actor, name } = systemActor;
  await sql.begin(async (tx) => {
    await tx`select on_hand, reserved from bucket where id in (${from}, ${to}) order by id for no key update`;
    const [left] = await tx`
      update bucket set on_hand = on_hand - 1, version = version + 1 where id = ${from} returning on_hand`;
    const [come] = await tx`
      update bucket set on_hand = on_hand + 1, version = version + 1 where id = ${to} returning on_hand`;
    await tx`
      insert into entry (id, kind, actor_id, actor_name, effective_at, posted_at)
      values (${entry}, 'move', ${actor}, ${name}, now(), now())`;
    await tx`
      insert into movement (entry_id, line, part_id, tracking, quantity, from_bucket_id, to_bucket_id,
                            from_after, to_after)
      values (${entry}, 1, ${partId}, 'none', 1, ${from}, ${to}, ${left?.on_hand}, ${come?.on_hand})`;
  });
}

const ways = { bare, full, stepwise };
type Way = keyof typeof ways;
interface Sample extends Rate {
  readonly serverMicros: number;
}

async function sample(way: Way, pick: (n: number) => string): Promise<Sample> {
  const before = serverCpuSeconds(serverPid) ?? 0;
  const rate = await rateOf(clients, seconds, (n) => ways[way](pick(n), n));
  const used = (serverCpuSeconds(serverPid) ?? 0) - before;
  return { ...rate, serverMicros: (used / (rate.perSecond * seconds)) * 1e6 };
}

const lines: string[] = [];
let least = Number.POSITIVE_INFINITY;
for (const [name, pick] of Object.entries(spread)) {
  const samples: Record<Way, Sample[]> = { bare: [], full: [], stepwise: [] };
  for (const way of Object.keys(ways) as Way[])
    await rateOf(clients, 1, (n) => ways[way](pick(n), n));
  for (let round = 0; round < rounds; round += 1) {
    for (const way of Object.keys(ways) as Way[]) samples[way].push(await sample(way, pick));
  }
  const mid = (way: Way, of: keyof Sample) => median(samples[way].map((one) => one[of]));
  const ratio = (a: Way, b: Way) =>
    median(samples[a].map((one, at) => one.perSecond / (samples[b][at]?.perSecond ?? 1)));
  for (const way of Object.keys(ways) as Way[]) {
    const { perSecond, nodeMicros, serverMicros } = {
      perSecond: mid(way, 'perSecond'),
      nodeMicros: mid(way, 'nodeMicros'),
      serverMicros: mid(way, 'serverMicros'),
    };
    lines.push(
      `${name}  ${way.padEnd(9)} ${perSecond.toFixed(0).padStart(6)}/s  node ${nodeMicros.toFixed(0)} us  server ${serverMicros.toFixed(0)} us`,
    );
  }
  const share = ratio('full', 'bare');
  least = Math.min(least, share);
  lines.push(
    `${name}  full / bare ${share.toFixed(2)}   bare / stepwise ${ratio('bare', 'stepwise').toFixed(2)}   full / stepwise ${ratio('full', 'stepwise').toFixed(2)}`,
  );
}
const findings = await auditLedger(ground.connection.db);
if (findings.length > 0) {
  console.error('The ledger does not add up; nothing is published.', findings.slice(0, 5));
  process.exitCode = 1;
} else {
  console.log(
    `PostgreSQL ${ground.version}, ${clients} clients, ${parts} parts, ${rounds} rounds of ${seconds} s, durable`,
  );
  for (const line of lines) console.log(line);
  if (least < leastShare) {
    console.error(`full / bare is below ${leastShare}`);
    process.exitCode = 1;
  }
}
await ground.close();
