/**
 * Every way of a return, over HTTP on a real database: each step is taken, the line is where the
 * machines say, and at each step something that is not allowed is refused with the machines' code.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusOf } from '../../src/http/problem.ts';
import { receiveStock } from '../../src/inventory/index.ts';
import { expireLine } from '../../src/rma/index.ts';
import type { Depot, DepotMove } from '../rma/depot-world.ts';
import { type ApiAnswer, type ApiClient, apiClient, textOf } from '../support/api-client.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { makeDepot, type Depot as Place } from '../support/depot.ts';
import { type ClosedPath, explore, shortestPathsToClosed } from '../support/explore.ts';
import { mint } from '../support/world.ts';
import { ask, commandWalk, refusalOf, walkMoves, whereIs } from './command-walk.ts';

const lanes = 6;

let app: TestApp;
let place: Place;
let api: ApiClient;
beforeAll(async () => {
  app = await openTestApp();
  place = await makeDepot(app.world);
  const stock = { partId: place.boardId, locationId: place.benchId, quantity: 10_000 };
  await app.world.run(receiveStock, stock);
  const { token } = await app.makeActorToken([{ role: 'administrator', siteId: null }]);
  api = apiClient((path, request) => app.call(path, request), token);
});
afterAll(() => app.close());

/** One return on its way: what the path remembers of it. */
interface Walker {
  readonly lineId: string;
  readonly wrongSerial: string;
  expectedSerial: string;
  jobId: string | null;
  usageId: string | null;
}

async function setOut(start: Depot): Promise<Walker> {
  // Sold five years ago means paid: the entitlements of the walk's two starts.
  const serialNumber = await place.unit(start.input.coverage === 'paid' ? 1800 : 200);
  const json = { serialNumber, siteId: place.siteId, faultDescription: 'no power' };
  const lineId = textOf(await api('/rmas', { json }), 'lineId');
  const wrongSerial = mint('WRONG');
  return { lineId, wrongSerial, expectedSerial: serialNumber, jobId: null, usageId: null };
}

function bodyOf(walker: Walker, { event }: DepotMove): unknown {
  switch (event.type) {
    case 'receive':
      return { serialNumber: event.serialMatches ? walker.expectedSerial : walker.wrongSerial };
    case 'decide-scrap':
      return { customerAgreed: event.customerAgreed };
    case 'ship':
      return { carrier: 'SF Express', trackingNumber: event.tracking };
    case 'agree-charge':
      return { amountMinor: event.amountMinor, reference: 'quotation 7' };
    case 'settle-charge':
    case 'waive-charge':
      return { reference: 'receipt 8' };
    case 'record-test':
      return { stepId: place.stepId, result: event.everyMandatoryTestPassed ? 'pass' : 'fail' };
    case 'record-fault':
      return { faultCode: place.faultCode };
    case 'use-part':
      return { partId: place.boardId, removedPartIsOwed: event.defectiveMustComeBack };
    case 'remove-part':
      return { usageId: walker.usageId ?? '', reason: 'wrong board' };
    default:
      return {};
  }
}

async function send(walker: Walker, move: DepotMove): Promise<ApiAnswer> {
  const { document, event } = move;
  const at = document === 'line' ? `rma-lines/${walker.lineId}` : `repair-jobs/${walker.jobId}`;
  const headers: Record<string, string> =
    event.type === 'receive' ? { acknowledge: 'rma.unit-mismatch' } : {};
  return api(`/${at}/${event.type}`, { json: bodyOf(walker, move), headers });
}

async function take(walker: Walker, move: DepotMove, next: Depot): Promise<void> {
  const { type } = move.event;
  if (type === 'expire') {
    // The timer's work: it has no route.
    await app.world.run(expireLine, { lineId: walker.lineId });
    return;
  }
  if (type === 'remove-part' && walker.usageId === null) {
    // A part is taken out only after one was put in.
    const event = { type: 'use-part', usageId: '', defectiveMustComeBack: true } as const;
    walker.usageId = textOf(await send(walker, { document: 'job', event }), 'usageId');
  }
  const answer = await send(walker, move);
  expect(answer, `${type} from the path`).toMatchObject({ status: 200, body: whereIs(next) });
  if (type === 'accept-substitute') walker.expectedSerial = walker.wrongSerial;
  if (type === 'use-part') walker.usageId = textOf(answer, 'usageId');
  if (type === 'remove-part') walker.usageId = null;
  if (next.job !== null) walker.jobId = textOf(answer, 'jobId');
}

/** Whether a request for this refused move meets the machine first, and not what it would act on. */
function reachesTheMachine(walker: Walker, { document, event }: DepotMove): boolean {
  if (event.type === 'expire') return false;
  // A wrong piece that lies here already is refused for that before the line is asked.
  if (event.type === 'receive') return event.serialMatches;
  if (event.type === 'remove-part') return walker.usageId !== null;
  return document === 'line' || walker.jobId !== null;
}

/** Which of the moves that are refused here is tried: another one at each step, the same each run. */
async function tryRefused(walker: Walker, depot: Depot, turn: number): Promise<string> {
  const codes = walkMoves.flatMap((move) => {
    const code = reachesTheMachine(walker, move) ? refusalOf(depot, move) : null;
    return code === null ? [] : [{ move, code }];
  });
  const tried = codes[turn % codes.length];
  if (tried === undefined) throw new Error('everything is allowed');
  const { move, code } = tried;
  const answer = await send(walker, move);
  expect(answer, `${move.event.type} must be refused`).toMatchObject({
    status: statusOf(code),
    body: { code },
  });
  return `${move.document} ${move.event.type} ${code}`;
}

describe('every path of a return over HTTP', () => {
  const graph = explore(commandWalk());
  // The shortest way to every end, and further ones until every request has been made.
  const paths = shortestPathsToClosed(graph, ({ move }) => JSON.stringify(move));
  const refusals = new Set<string>();
  let steps = 0;

  async function walk({ start, moves }: ClosedPath<Depot, DepotMove>, index: number) {
    const walker = await setOut(start);
    let depot = start;
    for (const [step, move] of moves.entries()) {
      refusals.add(await tryRefused(walker, depot, index * 7 + step * 3));
      const next = ask(depot, move);
      if (next === undefined) throw new Error(`the model cannot ${move.event.type}`);
      await take(walker, move, next);
      depot = next;
      steps += 1;
    }
    refusals.add(await tryRefused(walker, depot, index));
    const { body } = await api(`/rma-lines/${walker.lineId}`);
    expect(body).toMatchObject({ ...whereIs(depot) });
    expect(['closed', 'cancelled']).toContain(whereIs(depot).top);
  }

  it('takes each step, refuses what is not allowed, and leaves a clean ledger', async () => {
    const waiting = [...paths.entries()];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await walk(next[1], next[0]);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    console.info(
      `api paths: ${paths.length} paths, ${steps} steps, ${refusals.size} kinds of refusal`,
    );
    expect(paths.length).toBeGreaterThan(100);
    expect(refusals.size).toBeGreaterThan(35);
    await expectCleanLedger(app.world.database.connection);
  }, 180_000);
});
