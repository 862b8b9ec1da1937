/** Returns that do not end as planned: held, waived, given up, scrapped, never sent, never confirmed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  agreeCharge,
  assumeDelivery,
  closeUnused,
  decideReturnAsIs,
  decideScrap,
  declareUneconomic,
  expireLine,
  getRmaLine,
  packUnit,
  placeHold,
  receiveUnit,
  releaseHold,
  shipUnit,
  startJob,
  waiveCharge,
} from '../../src/rma/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let depot: Depot;
beforeAll(async () => {
  world = await openWorld();
  depot = await makeDepot(world);
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

async function received(): Promise<{ lineId: string; jobId: string }> {
  const serialNumber = await depot.unit();
  const { lineId } = await depot.authorized(serialNumber);
  await world.run(receiveUnit, { lineId, serialNumber });
  const { jobId } = await world.ask(getRmaLine, { lineId });
  if (jobId === null) throw new Error('a received line has a job');
  return { lineId, jobId };
}

describe('a return', () => {
  it('on hold is not packed until the hold is released, 暂停', async () => {
    const { lineId } = await received();
    await world.run(decideReturnAsIs, { lineId });
    expect(await world.run(placeHold, { lineId })).toMatchObject({ hold: 'held' });
    const refused = world.run(packUnit, { lineId });
    await expect(refused).rejects.toMatchObject({ code: 'rma.no-hold' });
    expect(await world.run(releaseHold, { lineId })).toMatchObject({ hold: 'none' });
    expect(await world.run(packUnit, { lineId })).toMatchObject({ outbound: 'packed' });
  });

  it('with a charge is not shipped before the charge is waived, and then owes nothing, 减免', async () => {
    const { lineId } = await received();
    await world.run(decideReturnAsIs, { lineId });
    const reference = 'Q-1';
    await world.run(agreeCharge, { lineId, amountMinor: 12_000, reference });
    const refused = world.run(packUnit, { lineId });
    await expect(refused).rejects.toMatchObject({ code: 'rma.money-is-clear' });
    expect(await world.run(waiveCharge, { lineId, reference })).toMatchObject({ money: 'clear' });
    expect(await world.run(packUnit, { lineId })).toMatchObject({ outbound: 'packed' });
  });

  it('shipped and never confirmed closes when delivery is assumed, 视为送达', async () => {
    const { lineId } = await received();
    await world.run(decideReturnAsIs, { lineId });
    await world.run(packUnit, { lineId });
    await world.run(shipUnit, { lineId, carrier: 'SF', trackingNumber: 'SF-7' });
    expect(await world.run(assumeDelivery, { lineId })).toMatchObject({ top: 'closed' });
  });

  it('not worth its repair is scrapped only with the customer’s consent, 不值得修', async () => {
    const { lineId, jobId } = await received();
    await world.run(startJob, { jobId, benchId: depot.benchId });
    const given = await world.run(declareUneconomic, { jobId });
    expect(given).toMatchObject({ jobState: 'uneconomic', remedy: 'undecided', top: 'open' });
    const refused = world.run(decideScrap, { lineId, customerAgreed: false });
    await expect(refused).rejects.toMatchObject({ code: 'rma.customer-has-agreed' });
    const ended = await world.run(decideScrap, { lineId, customerAgreed: true });
    expect(ended).toMatchObject({ top: 'closed' });
  });

  it('whose unit never came expires and is closed unused, 未寄回', async () => {
    const { lineId } = await depot.authorized(await depot.unit());
    expect(await world.run(expireLine, { lineId })).toMatchObject({ inbound: 'expired' });
    expect(await world.run(closeUnused, { lineId })).toMatchObject({ top: 'closed' });
  });
});
