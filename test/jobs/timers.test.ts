/** The timers of a return and the review after a posting, run by the real worker. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { factHandlers, jobHandlers } from '../../src/jobs/register.ts';
import { listSuggestions } from '../../src/planning/index.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { makeWorker, type Worker } from '../../src/platform/jobs/index.ts';
import {
  authorizeRma,
  decideReturnAsIs,
  getRmaLine,
  packUnit,
  receiveUnit,
  recordFault,
  shipUnit,
  startJob,
  usePart,
} from '../../src/rma/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let depot: Depot;
let worker: Worker;
beforeAll(async () => {
  world = await openWorld();
  depot = await makeDepot(world);
  const said: string[] = [];
  const log = {
    warn: (_data: object, message: string) => said.push(message),
    error: (_data: object, message: string) => said.push(message),
  };
  worker = makeWorker({
    connection: world.database.connection,
    executor: world.executor,
    clock: world.clock,
    ids: systemIds(world.clock),
    handlers: jobHandlers,
    factHandlers,
    log,
  });
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

describe('the worker', () => {
  it('lets an authorisation run out after its 30 days, and a late unit still comes in', async () => {
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    world.clock.advanceDays(30);
    await worker.drain();
    expect(await world.ask(getRmaLine, { lineId })).toMatchObject({ inbound: 'awaiting' });
    world.clock.advanceDays(1);
    await worker.drain();
    expect(await world.ask(getRmaLine, { lineId })).toMatchObject({ inbound: 'expired' });
    await world.run(receiveUnit, { lineId, serialNumber });
    expect(await world.ask(getRmaLine, { lineId })).toMatchObject({ inbound: 'received' });
  });

  it('does not let a unit that came in time run out', async () => {
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    world.clock.advanceDays(40);
    expect(await worker.drain()).toMatchObject({ jobsFailed: 0 });
    expect(await world.ask(getRmaLine, { lineId })).toMatchObject({ inbound: 'received' });
  });

  it('assumes delivery ten days after shipping, and the line closes', async () => {
    const serialNumber = await depot.unit(900);
    const wish = { serialNumber, siteId: depot.siteId, faultDescription: 'cracked' };
    const { lineId } = await world.run(authorizeRma, wish);
    await world.run(receiveUnit, { lineId, serialNumber });
    await world.run(decideReturnAsIs, { lineId });
    await world.run(packUnit, { lineId });
    await world.run(shipUnit, { lineId, carrier: 'SF', trackingNumber: 'SF-9' });
    world.clock.advanceDays(9);
    await worker.drain();
    expect(await world.ask(getRmaLine, { lineId })).toMatchObject({ top: 'open' });
    world.clock.advanceDays(1);
    await worker.drain();
    expect(await world.ask(getRmaLine, { lineId })).toMatchObject({ top: 'closed' });
  });

  it('finds the part that a repair brought to its minimum', async () => {
    await worker.drain();
    const search = { search: '' };
    expect((await world.ask(listSuggestions, search)).suggestions).toEqual([]);
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    const { jobId } = await world.ask(getRmaLine, { lineId });
    if (jobId === null) throw new Error('a received line has a job');
    await world.run(startJob, { jobId, benchId: depot.benchId });
    await world.run(recordFault, { jobId, faultCode: depot.faultCode });
    await world.run(usePart, { jobId, partId: depot.boardId });
    await worker.drain();
    expect((await world.ask(listSuggestions, search)).suggestions).toMatchObject([
      { partId: depot.boardId, available: 2, quantity: 4 },
    ]);
  });
});
