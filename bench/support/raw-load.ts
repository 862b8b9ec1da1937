/**
 * A lean load generator, a process of its own: keep-alive sockets that send what they were handed and
 * wait for the whole answer. It takes little of the processor that it shares with what it measures.
 * Reads its plan as JSON from a file and prints what it saw as JSON.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';
import { quantile } from './http-load.ts';

/** What to ask; each client takes the next one, in a scatter. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

export interface RawPlan {
  readonly origin: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
  readonly asks: readonly Ask[];
}

export interface RawSeen {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Answers by status other than 2xx. */
  readonly others: Readonly<Record<string, number>>;
}

function textOf(ask: Ask, { origin, token }: RawPlan): string {
  const body = ask.body === undefined ? '' : JSON.stringify(ask.body);
  const head = [
    `${ask.method} ${ask.path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Authorization: Bearer ${token}`,
    ...(ask.method === 'GET' ? [] : [`Idempotency-Key: ${randomUUID()}`]),
    ...(body === ''
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** The status of a whole answer, or null while some of it is missing. */
function statusOf(answer: Buffer): number | null {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = answer.subarray(0, end).toString('latin1');
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  const isWhole =
    length === undefined
      ? answer.subarray(-5).toString('latin1') === '0\r\n\r\n'
      : answer.length >= end + 4 + Number(length);
  return isWhole ? Number(head.slice(9, 12)) : null;
}

async function load(plan: RawPlan): Promise<RawSeen> {
  const took: number[] = [];
  const others: Record<string, number> = {};
  const { port, hostname } = new URL(plan.origin);
  const start = performance.now();
  const end = start + plan.seconds * 1000;
  let sent = 0;
  const client = () =>
    new Promise<void>((done, failed) => {
      const socket = connect(Number(port), hostname);
      let answer = Buffer.alloc(0);
      let from = 0;
      const next = () => {
        if (performance.now() > end) {
          socket.destroy();
          done();
          return;
        }
        const ask = plan.asks[(sent * 7_919) % plan.asks.length];
        sent += 1;
        from = performance.now();
        if (ask !== undefined) socket.write(textOf(ask, plan));
      };
      socket.on('error', failed);
      socket.on('connect', next);
      socket.on('data', (chunk) => {
        answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk]);
        const status = statusOf(answer);
        if (status === null) return;
        took.push(performance.now() - from);
        if (status < 200 || status > 299) others[status] = (others[status] ?? 0) + 1;
        answer = Buffer.alloc(0);
        next();
      });
    });
  await Promise.all(Array.from({ length: plan.clients }, client));
  const elapsed = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)];
  return { perSecond: took.length / elapsed, p50, p99, worst: took.at(-1) ?? 0, others };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const plan: RawPlan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
  process.stdout.write(JSON.stringify(await load(plan)));
}
