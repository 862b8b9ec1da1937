/** Two servers with their workers on one database: every verb that touches stock, at both at once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { auditLedger } from '../../src/inventory/index.ts';
import { auditOrders } from '../../src/orders/index.ts';
import { expectShipmentsAgree } from '../shipments/agree.ts';
import { type ApiClient, apiClient, overNetwork } from '../support/api-client.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  makeDataFolder,
  type Product,
  removeDataFolder,
  startProduct,
} from '../support/process.ts';
import { type BusyStock, makeBusyStock } from './busy-stock.ts';
import type { Hand, Verb, Wish } from './hand.ts';
import { stockVerbs } from './stock-verbs.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

/** Rounds of every verb; more of them until each verb took effect at least once. */
const rounds = { least: 5, most: 40 };
/** Those who send at once, and commands of one choice sent at once. */
const senders = 6;
const copies = 2;

/** What may be answered to whoever comes second, or to a thing that is not there any more. */
const expected: Readonly<Record<string, readonly string[]>> = {
  inventory: [
    ...['already-reversed', 'held-since', 'insufficient-stock', 'moved-since', 'own-approval'],
    ...['reversal-blocked', 'serial-held', 'serial-not-here', 'serial-taken'],
  ],
  orders: [
    ...['event-not-allowed', 'is-there-already', 'nothing-free', 'not-lower-priority'],
    ...['over-quantity', 'something-is-unpicked', 'something-waits', 'stage-differs'],
  ],
  shipments: [
    ...['event-not-allowed', 'is-packed', 'it-holds-goods', 'more-than-in-line'],
    ...['nothing-on-the-way', 'part-not-wanted', 'promise-is-split', 'taken-meanwhile'],
    ...['unknown-line', 'everything-is-packed', 'scan-the-piece', 'unknown-piece'],
  ],
  receipts: ['nothing-expected', 'received-already'],
  counts: [
    ...['already-being-counted', 'bin-is-own', 'condition-needed', 'counter-is-another'],
    ...['difference-is-held', 'event-not-allowed', 'line-is-settled', 'other-part', 'own-count'],
    ...['something-is-to-approve'],
  ],
};
const expectedCodes = new Set(
  Object.entries(expected).flatMap(([room, codes]) => codes.map((code) => `${room}.${code}`)),
);

let database: TestDatabase;
let stock: BusyStock;
const folders = [makeDataFolder(), makeDataFolder()];
const products: Product[] = [];

beforeAll(async () => {
  database = await openTestDatabase({ max: 4 });
  stock = await makeBusyStock(database);
  const env = { DATABASE_URL: database.url };
  for (const dataDir of folders) products.push(await startProduct({ dataDir, env }));
});
afterAll(async () => {
  for (const product of products) product.signal('SIGKILL');
  await Promise.all(products.map(({ ended }) => ended));
  await database.close();
  for (const folder of folders) await removeDataFolder(folder);
});

/** Numbers that come again from the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What came of the commands: per verb how often it took effect, and what else was answered. */
interface Tally {
  readonly done: Map<string, number>;
  readonly refused: Map<string, Set<string>>;
  readonly broken: string[];
}

function note(tally: Tally, verb: string, answer: Awaited<ReturnType<ApiClient>>): void {
  const { status, body } = answer;
  if (status < 300) {
    tally.done.set(verb, (tally.done.get(verb) ?? 0) + 1);
    return;
  }
  const code = String(Reflect.get(Object(body), 'code'));
  if (status >= 500) tally.broken.push(`${verb} ${status} ${JSON.stringify(body)}`);
  else if (!expectedCodes.has(code)) tally.broken.push(`${verb} ${code}`);
  tally.refused.set(verb, (tally.refused.get(verb) ?? new Set()).add(code));
}

function sendersOf(product: Product) {
  const send = overNetwork(product.origin);
  return stock.people.map(({ name, token }) => ({ name, api: apiClient(send, token) }));
}

/** Sends one choice several times at once, at both servers, as different commands. */
async function sendAll(
  wish: Wish,
  { desks, chance }: { readonly desks: ReturnType<typeof sendersOf>[]; chance: Hand['chance'] },
) {
  const { path, json, acknowledge, by, isForAll = false } = wish;
  const headers: Record<string, string> = acknowledge === undefined ? {} : { acknowledge };
  return Promise.all(
    Array.from({ length: isForAll ? stock.people.length : copies }, (_, at) => {
      const people = desks[at % desks.length] ?? [];
      const anybody = isForAll ? at : chance(people.length);
      const chosen = people.find(({ name }) => name === by) ?? people[anybody];
      if (chosen === undefined) throw new Error('nobody sends');
      return chosen.api(path, { json, headers, key: randomUUID() });
    }),
  );
}

/** What seldom finds something to do is tried more often. */
const seldom = Object.entries(stockVerbs).filter(([verb]) =>
  ['dispatch', 'lose', 'pack', 'putBack', 'receive', 'scanBin', 'takeOver'].includes(verb),
);

function neverDone({ done }: Tally): string[] {
  return Object.keys(stockVerbs).filter((verb) => !done.has(verb));
}

async function quarrel(seed: number): Promise<Tally> {
  const chance = dice(seed);
  const desks = products.map(sendersOf);
  const tally: Tally = { done: new Map(), refused: new Map(), broken: [] };
  const entries: string[] = [];
  const todo: [string, Verb][] = [];
  let begun = 0;
  const next = (): [string, Verb] | undefined => {
    const isEnough = begun >= rounds.least && neverDone(tally).length === 0;
    if (todo.length === 0 && begun < rounds.most && !isEnough) {
      begun += 1;
      todo.push(...Object.entries(stockVerbs), ...seldom);
    }
    return todo.splice(chance(todo.length), 1)[0];
  };
  const sender = async () => {
    for (let step = next(); step !== undefined; step = next()) {
      const [name, verb] = step;
      const read = desks[chance(desks.length)]?.[0]?.api;
      if (read === undefined) throw new Error('nobody reads');
      const wish = await verb({ stock, read, chance, entries });
      if (wish === null) continue;
      for (const answer of await sendAll(wish, { desks, chance })) {
        note(tally, name, answer);
        const entryId = Reflect.get(Object(answer.body), 'entryId');
        if (typeof entryId === 'string' && wish.path.startsWith('/stock/')) entries.push(entryId);
      }
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return tally;
}

async function deadlocks(): Promise<number> {
  const rows = await database.owner<{ deadlocks: string }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  return Number(rows[0]?.deadlocks);
}

it('two servers, one stock: nothing is promised twice, 两台服务器，一份库存', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`seed ${seed}`);
  const began = performance.now();
  const tally = await quarrel(seed);
  if (process.env.SHOW_TALLY) {
    for (const verb of Object.keys(stockVerbs)) {
      console.info(verb, tally.done.get(verb) ?? 0, [...(tally.refused.get(verb) ?? [])].join(' '));
    }
    console.info(`${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  expect([...new Set(tally.broken)]).toEqual([]);
  expect(neverDone(tally)).toEqual([]);
  for (const product of products) expect(await product.stop()).toBe(0);
  expect(await auditLedger(database.connection.db)).toEqual([]);
  expect(await auditOrders(database.connection.db)).toEqual([]);
  await expectShipmentsAgree(database.owner);
  expect(await deadlocks()).toBe(0);
});
