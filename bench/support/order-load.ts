/**
 * The load generator of orders, a process of its own: keep-alive clients that open orders of five
 * lines, each with a key of its own. Reads its plan as JSON and prints what it saw as JSON.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { quantile } from './http-load.ts';

export interface OrderLoadPlan {
  readonly origin: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
  readonly partIds: readonly string[];
  readonly destinationId: string;
}

export interface OrderLoadSeen {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers by status other than 201. */
  readonly others: Readonly<Record<string, number>>;
}

const linesOf = (plan: OrderLoadPlan, n: number) =>
  Array.from({ length: 5 }, (_, at) => ({
    partId: plan.partIds[(n * 7_919 + at) % plan.partIds.length],
    quantity: 1,
  }));

function post(agent: Agent, plan: OrderLoadPlan, n: number): Promise<number> {
  const body = JSON.stringify({ destinationId: plan.destinationId, lines: linesOf(plan, n) });
  const headers = {
    authorization: `Bearer ${plan.token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  };
  return new Promise((done, failed) => {
    const sent = request(
      `${plan.origin}/api/v1/orders`,
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

const plan: OrderLoadPlan = JSON.parse(process.argv[2] ?? '{}');
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
    if (status !== 201) others[status] = (others[status] ?? 0) + 1;
  }
};
await Promise.all(Array.from({ length: plan.clients }, client));
const perSecond = took.length / ((performance.now() - start) / 1000);
agent.destroy();
took.sort((a, b) => a - b);
const seen: OrderLoadSeen = {
  perSecond,
  p50: quantile(took, 0.5),
  p99: quantile(took, 0.99),
  others,
};
process.stdout.write(JSON.stringify(seen));
