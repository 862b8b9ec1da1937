/** The standard mail-in repair, 标准寄修: authorised, received, repaired, tested, shipped, closed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  listDefectiveReturns,
  listMovements,
  receiveDefective,
  stockOnHand,
} from '../../src/inventory/index.ts';
import { listSuggestions, reviewMovedParts } from '../../src/planning/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import {
  acceptSubstitute,
  agreeCharge,
  authorizeRma,
  confirmDelivery,
  decideRepair,
  failFinalTest,
  finishRepair,
  getRepairJob,
  getRmaLine,
  packUnit,
  passFinalTest,
  receiveUnit,
  recordFault,
  recordTest,
  removePart,
  revokeTest,
  settleCharge,
  shipUnit,
  startJob,
  unpackUnit,
  usePart,
} from '../../src/rma/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';

let world: World;
let depot: Depot;
beforeAll(async () => {
  world = await openWorld();
  depot = await makeDepot(world);
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

async function onBench(partId: string, condition: 'new' | 'defective') {
  const wanted = { partId, locationId: depot.benchId, condition };
  const { rows } = await world.ask(stockOnHand, wanted);
  return rows.reduce((sum, row) => sum + row.onHand, 0);
}

/** From the dock to the final test, with one board replaced. */
async function repaired(lineId: string): Promise<string> {
  const { jobId } = await world.ask(getRmaLine, { lineId });
  if (jobId === null) throw new Error('a received line has a job');
  await world.run(startJob, { jobId, benchId: depot.benchId });
  await world.run(recordTest, { jobId, stepId: depot.stepId, result: 'fail' });
  await world.run(recordFault, { jobId, faultCode: depot.faultCode });
  await world.run(usePart, { jobId, partId: depot.boardId });
  await world.run(finishRepair, { jobId });
  return jobId;
}

describe('mail-in repair', () => {
  it('runs from authorisation to the closed line, and every movement is in the report', async () => {
    const serialNumber = await depot.unit();
    const { lineId, code } = await depot.authorized(serialNumber);
    const received = await world.run(receiveUnit, { lineId, serialNumber });
    expect(received).toMatchObject({
      inbound: 'received',
      remedy: 'repairing',
      jobState: 'queued',
    });
    const jobId = await repaired(lineId);
    expect(await onBench(depot.boardId, 'new')).toBe(2);
    expect(await onBench(depot.boardId, 'defective')).toBe(1);
    await expect(world.run(passFinalTest, { jobId })).rejects.toMatchObject({
      code: 'rma.every-mandatory-test-is-passed',
    });
    await world.run(recordTest, { jobId, stepId: depot.stepId, result: 'pass' });
    const passed = await world.run(passFinalTest, { jobId });
    expect(passed).toMatchObject({ remedy: 'ready', jobState: 'passed' });
    await world.run(packUnit, { lineId });
    await world.run(shipUnit, { lineId, carrier: 'SF Express', trackingNumber: 'SF1234567890' });
    const closed = await world.run(confirmDelivery, { lineId });
    expect(closed).toMatchObject({ top: 'closed', outbound: '-', jobState: 'closed' });
    const { rows } = await world.ask(listMovements, { documents: [code], limit: 200 });
    expect(rows.map((row) => row.kind).reverse()).toEqual([
      ...['receipt', 'move', 'issue', 'removal', 'move', 'pack', 'shipment', 'delivery'],
    ]);
    // Between the road and the customer lies no site, yet the site's own planner sees it arrive.
    const planner = actorWith(['stock.view'], [depot.siteId]);
    const seen = await world.ask(listMovements, { documents: [code], limit: 200 }, planner);
    expect(seen.rows).toHaveLength(rows.length);
    const owed = await world.ask(listDefectiveReturns, { document: code });
    expect(owed.returns).toMatchObject([{ partId: depot.boardId, quantity: 1, state: 'owed' }]);
    const returnId = owed.returns[0]?.id ?? '';
    const locationId = await world.bin(depot.siteId);
    await world.run(receiveDefective, { returnId, locationId });
    await expect(world.run(receiveDefective, { returnId, locationId })).rejects.toMatchObject({
      code: 'inventory.return-already-closed',
    });
  });

  it('suggests to replenish the part that fell to its minimum', async () => {
    await world.run(reviewMovedParts, { partIds: [depot.boardId] });
    const { suggestions } = await world.ask(listSuggestions, {});
    expect(suggestions).toMatchObject([
      { partId: depot.boardId, available: 2, minQuantity: 2, maxQuantity: 6, quantity: 4 },
    ]);
  });

  it('reworks after a failed final test and gives up after the third', async () => {
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    const { jobId } = await world.ask(getRmaLine, { lineId });
    if (jobId === null) throw new Error('a received line has a job');
    await world.run(startJob, { jobId });
    await world.run(recordFault, { jobId, faultCode: depot.faultCode });
    for (const cycle of [1, 2]) {
      await world.run(finishRepair, { jobId });
      await world.run(failFinalTest, { jobId });
      expect(await world.ask(getRepairJob, { jobId })).toMatchObject({ state: 'bench', cycle });
    }
    await world.run(finishRepair, { jobId });
    const given = await world.run(failFinalTest, { jobId });
    expect(given).toMatchObject({ jobState: 'uneconomic', remedy: 'undecided' });
    const again = await world.run(decideRepair, { lineId });
    expect(again).toMatchObject({ remedy: 'repairing', jobState: 'queued' });
  });

  it('takes a part back that was booked by mistake', async () => {
    const serialNumber = await depot.unit();
    const { lineId, code } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    const { jobId } = await world.ask(getRmaLine, { lineId });
    if (jobId === null) throw new Error('a received line has a job');
    await world.run(startJob, { jobId, benchId: depot.benchId });
    await world.run(recordFault, { jobId, faultCode: depot.faultCode });
    const before = await onBench(depot.boardId, 'new');
    const { usageId } = await world.run(usePart, { jobId, partId: depot.boardId });
    await world.run(removePart, { jobId, usageId, reason: 'wrong board' });
    expect(await onBench(depot.boardId, 'new')).toBe(before);
    expect((await world.ask(listDefectiveReturns, { document: code })).returns).toEqual([]);
    expect((await world.ask(getRepairJob, { jobId })).usedParts).toEqual([]);
  });

  it('refuses the part that is not on the bench, and says what is free', async () => {
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    const { jobId } = await world.ask(getRmaLine, { lineId });
    if (jobId === null) throw new Error('a received line has a job');
    await world.run(startJob, { jobId, benchId: depot.benchId });
    await world.run(recordFault, { jobId, faultCode: depot.faultCode });
    const partId = await world.part();
    await expect(world.run(usePart, { jobId, partId })).rejects.toMatchObject({
      code: 'inventory.insufficient-stock',
      params: { requested: 1, available: 0 },
    });
  });

  it('puts another serial into quarantine only when the clerk confirms', async () => {
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    const other = `${serialNumber}-X`;
    await expect(world.run(receiveUnit, { lineId, serialNumber: other })).rejects.toMatchObject({
      code: 'rma.unit-mismatch',
      params: { expected: serialNumber, arrived: other },
    });
    const { output } = await world.executor.execute(
      receiveUnit,
      { lineId, serialNumber: other },
      { actor: systemActor, acknowledge: ['rma.unit-mismatch'] },
    );
    expect(output).toMatchObject({ inbound: 'quarantine' });
    const accepted = await world.run(acceptSubstitute, { lineId });
    expect(accepted).toMatchObject({ inbound: 'received' });
    expect((await world.ask(getRmaLine, { lineId })).serialNumber).toBe(other);
  });

  it('repairs out of warranty only after a charge is agreed, and ships when it is settled', async () => {
    const serialNumber = await depot.unit(900);
    const { lineId } = await depot.authorized(serialNumber);
    const received = await world.run(receiveUnit, { lineId, serialNumber });
    expect(received).toMatchObject({ remedy: 'undecided', jobId: null });
    await expect(world.run(decideRepair, { lineId })).rejects.toMatchObject({
      code: 'rma.repair-is-covered-or-agreed',
    });
    const charge = { lineId, amountMinor: 45_000, reference: 'Q-1' };
    await world.run(agreeCharge, charge);
    await world.run(decideRepair, { lineId });
    const jobId = await repaired(lineId);
    await world.run(recordTest, { jobId, stepId: depot.stepId, result: 'pass' });
    await world.run(passFinalTest, { jobId });
    await expect(world.run(packUnit, { lineId })).rejects.toMatchObject({
      code: 'rma.money-is-clear',
    });
    await world.run(settleCharge, { lineId, reference: 'bank 77' });
    await world.run(packUnit, { lineId });
    await world.run(unpackUnit, { lineId });
    await world.run(packUnit, { lineId });
    const revoked = await world.run(revokeTest, { lineId });
    expect(revoked).toMatchObject({ remedy: 'repairing', outbound: 'idle', jobState: 'bench' });
  });

  it('refuses a second return on an open serial and names the first', async () => {
    const serialNumber = await depot.unit();
    const { code } = await depot.authorized(serialNumber);
    await expect(depot.authorized(serialNumber)).rejects.toMatchObject({
      code: 'rma.duplicate-serial',
      params: { serialNumber, code },
    });
  });

  it('lets exactly one of sixteen clerks authorise the same serial', async () => {
    const serialNumber = await depot.unit();
    const wish = { serialNumber, siteId: depot.siteId, faultDescription: 'dead' };
    const wishes = Array.from({ length: 16 }, () => world.run(authorizeRma, wish));
    const results = await Promise.allSettled(wishes);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(results.length - refused.length).toBe(1);
    expect(refused.map(({ reason }) => reason.code)).toEqual(
      Array(15).fill('rma.duplicate-serial'),
    );
  });

  it('lets one of two clerks receive; the other learns the new state', async () => {
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    const receive = () => world.run(receiveUnit, { lineId, serialNumber });
    const results = await Promise.allSettled([receive(), receive()]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refused).toMatchObject([
      { code: 'rma.event-not-allowed', params: { event: 'receive' } },
    ]);
  });

  it('refuses the serial of another customer and one nobody registered', async () => {
    const serialNumber = await depot.unit();
    const wish = { siteId: depot.siteId, faultDescription: 'dead' };
    const stranger = '00000000-0000-7000-8000-00000000aaaa';
    await expect(
      world.run(authorizeRma, { ...wish, serialNumber, customerId: stranger }),
    ).rejects.toMatchObject({ code: 'rma.serial-of-other-customer' });
    await expect(
      world.run(authorizeRma, { ...wish, serialNumber: 'NOBODY-KNOWS' }),
    ).rejects.toMatchObject({ code: 'rma.unit-not-registered' });
  });
});
