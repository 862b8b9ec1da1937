/**
 * The load generator, a process of its own: keep-alive clients that post stock moves, each with a key
 * of its own. Reads its plan as JSON from the command line and prints what it saw as JSON.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { pathToFileURL } from 'node:url';

export interface LoadPlan {
  readonly origin: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
  readonly partIds: readonly string[];
  readonly bins: readonly [string, string];
}

export interface LoadSeen {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers by status other than 200. */
  readonly others: Readonly<Record<string, number>>;
}

function post(agent: Agent, plan: LoadPlan, n: number): Promise<number> {
  const [from, to] = n % 2 === 0 ? plan.bins : [plan.bins[1], plan.bins[0]];
  const partId = plan.partIds[(n * 7_919) % plan.partIds.length];
  const body = JSON.stringify({ partId, locationId: from, toLocationId: to, quantity: 1 });
  const headers = {
    authorization: `Bearer ${plan.token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  };
  return new Promise((done, failed) => {
    const sent = request(
      `${plan.origin}/api/v1/stock/move`,
      { method: 'POST', agent, headers },
      (answer) => {
        answer.resume();
        answer.once('end', () => done(answer.statusCode ?? 0));
      },
    );
    sent.once('error', failed);
    sent.end(body);
  });
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function load(plan: LoadPlan): Promise<LoadSeen> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.clients });
  const took: number[] = [];
  const others: Record<string, number> = {};
  const start = performance.now();
  const end = start + plan.seconds * 1000;
  let sent = 0;
  const client = async () => {
    while (performance.now() < end) {
      sent += 1;
      const from = performance.now();
      const status = await post(agent, plan, sent);
      took.push(performance.now() - from);
      if (status !== 200) others[status] = (others[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: plan.clients }, client));
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)];
  return { perSecond: took.length / elapsed, p50, p99, others };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const plan: LoadPlan = JSON.parse(process.argv[2] ?? '{}');
  process.stdout.write(JSON.stringify(await load(plan)));
}
