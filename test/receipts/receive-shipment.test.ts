/** Receiving by packing list: whole, by box, piece by piece; what is wrong is filed, nothing is lost. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveStock, stockOnHand } from '../../src/inventory/index.ts';
import { closeShort, receiveShipment, settleDiscrepancy } from '../../src/receipts/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';
import { makeRoad, type Road } from './road.ts';

let world: World;
let road: Road;

beforeAll(async () => {
  world = await openWorld({ max: 6 });
  road = await makeRoad(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const clerk = actorWith(['receipts.work', 'receipts.resolve', 'receipts.view']);
const other = actorWith(['receipts.work', 'receipts.resolve', 'receipts.view']);

/** What lies at the receiving site, by condition. */
async function lying(partId: string): Promise<Record<string, number>> {
  const { rows } = await world.ask(stockOnHand, { partId, siteId: road.toSiteId });
  const sums: Record<string, number> = {};
  for (const row of rows) sums[row.condition] = (sums[row.condition] ?? 0) + row.onHand;
  return sums;
}

async function stocked(quantity: number): Promise<string> {
  const partId = await world.part();
  await world.stocked(partId, road.stockId, quantity);
  return partId;
}

it('receives the whole list at once, and a second time nothing happens', async () => {
  const partId = await stocked(10);
  const { shipmentId } = await road.send([[{ partId, quantity: 4 }], [{ partId, quantity: 3 }]]);
  const done = await world.run(receiveShipment, { shipmentId }, clerk);
  expect(done).toMatchObject({ taken: 7, missing: 0, state: 'received', accepted: 7 });
  expect(await lying(partId)).toEqual({ new: 7 });
  await expect(world.run(receiveShipment, { shipmentId }, other)).rejects.toMatchObject({
    code: 'receipts.received-already',
    params: { by: clerk.name },
  });
  expect(await lying(partId)).toEqual({ new: 7 });
});

it('receives box by box; the rest stays in transit', async () => {
  const partId = await stocked(10);
  const { shipmentId, boxIds } = await road.send([
    [{ partId, quantity: 4 }],
    [{ partId, quantity: 3 }],
  ]);
  const [boxId] = boxIds;
  const first = await world.run(receiveShipment, { shipmentId, boxId: boxId ?? null }, clerk);
  expect(first).toMatchObject({ taken: 4, missing: 3, state: 'partly-received' });
  await expect(
    world.run(receiveShipment, { shipmentId, boxId: boxId ?? null }, clerk),
  ).rejects.toMatchObject({ code: 'receipts.received-already' });
  expect(await lying(partId)).toEqual({ new: 4 });
});

it('files damaged, surplus and unexpected pieces and quarantines them', async () => {
  const partId = await stocked(10);
  const strangerId = await world.part();
  const { shipmentId } = await road.send([[{ partId, quantity: 5 }]]);
  const done = await world.run(
    receiveShipment,
    {
      shipmentId,
      counted: [
        { partId, quantity: 1, isDamaged: true },
        { partId, quantity: 6 },
        { partId: strangerId, quantity: 2 },
      ],
    },
    clerk,
  );
  expect(done.discrepancies.map(({ kind }) => kind).sort()).toEqual([
    'damaged',
    'over',
    'unexpected',
  ]);
  expect(done).toMatchObject({ accepted: 4, quarantined: 5, taken: 5, missing: 0 });
  expect(await lying(partId)).toEqual({ new: 4, quarantine: 3 });
  expect(await lying(strangerId)).toEqual({ quarantine: 2 });
  const over = done.discrepancies.find(({ kind }) => kind === 'over');
  const accept = {
    discrepancyId: over?.id ?? '',
    outcome: 'accept',
    reason: 'counted twice',
  } as const;
  await expect(world.run(settleDiscrepancy, accept, clerk)).rejects.toMatchObject({
    code: 'receipts.somebody-else-admits',
  });
  await world.run(settleDiscrepancy, { ...accept, quantity: 1 }, other);
  const last = await world.run(settleDiscrepancy, accept, other);
  expect(last).toMatchObject({ state: 'resolved', open: 0 });
  expect(await lying(partId)).toEqual({ new: 6, quarantine: 1 });
});

it('closes short, and what is missing is lost, found, or was never sent', async () => {
  const partId = await stocked(10);
  const { shipmentId } = await road.send([[{ partId, quantity: 9 }]]);
  await world.run(receiveShipment, { shipmentId, counted: [{ partId, quantity: 3 }] }, clerk);
  const { discrepancies } = await world.run(closeShort, { shipmentId }, clerk);
  expect(discrepancies).toHaveLength(1);
  const discrepancyId = discrepancies[0]?.id ?? '';
  await expect(world.run(closeShort, { shipmentId }, clerk)).rejects.toMatchObject({
    code: 'receipts.nothing-expected',
  });
  const settle = (outcome: 'lost' | 'found' | 'not-sent' | 'accept', quantity: number) =>
    world.run(settleDiscrepancy, { discrepancyId, outcome, quantity, reason: 'asked' }, clerk);
  await expect(settle('accept', 1)).rejects.toMatchObject({ code: 'receipts.pieces-lie-here' });
  expect(await settle('found', 1)).toMatchObject({ open: 5, state: 'open' });
  expect(await settle('lost', 2)).toMatchObject({ open: 3 });
  expect(await settle('not-sent', 1)).toMatchObject({ open: 2 });
  // The rest simply comes: nobody has to decide any more.
  await world.run(receiveShipment, { shipmentId }, clerk);
  await expect(settle('lost', 1)).rejects.toMatchObject({ code: 'receipts.more-than-open' });
  expect(await lying(partId)).toEqual({ new: 6 });
  const sender = await world.ask(stockOnHand, { partId, siteId: road.fromSiteId });
  expect(sender.rows.reduce((sum, { onHand }) => sum + onHand, 0)).toBe(2);
});

it('never books a piece twice', async () => {
  const partId = await world.part('serial');
  const serials = ['A1', 'A2', 'A3'];
  await world.run(receiveStock, {
    partId,
    locationId: road.stockId,
    quantity: 3,
    serialNumbers: serials,
  });
  const { shipmentId } = await road.send([
    [
      { partId, quantity: 1, serialNumber: 'A1' },
      { partId, quantity: 1, serialNumber: 'A2' },
    ],
  ]);
  const done = await world.run(
    receiveShipment,
    { shipmentId, counted: [{ partId, quantity: 3, serialNumbers: ['A1', 'A3', 'B9'] }] },
    clerk,
  );
  expect(done.discrepancies.map(({ kind }) => kind).sort()).toEqual([
    'serial-elsewhere',
    'unknown-serial',
  ]);
  expect(await lying(partId)).toEqual({ new: 1, quarantine: 1 });
  const found = done.discrepancies.find(({ kind }) => kind === 'serial-elsewhere');
  const settled = await world.run(
    settleDiscrepancy,
    { discrepancyId: found?.id ?? '', outcome: 'found-here', reason: 'it lies here' },
    other,
  );
  expect(settled.state).toBe('resolved');
  expect(await lying(partId)).toEqual({ new: 1, quarantine: 1, unverified: 1 });
});

it('asks before it receives what is for another site, and redirects it', async () => {
  const partId = await stocked(5);
  const { siteId, code } = await world.site();
  const { shipmentId } = await road.send([[{ partId, quantity: 2 }]], { siteId });
  const here = { shipmentId, siteId: road.toSiteId };
  await expect(world.run(receiveShipment, here, clerk)).rejects.toMatchObject({
    code: 'receipts.other-site',
    params: { site: code },
  });
  const anyway = { actor: clerk, acknowledge: ['receipts.other-site'] };
  const { output } = await world.executor.execute(receiveShipment, here, anyway);
  expect(output).toMatchObject({ taken: 2, state: 'received' });
  expect(await lying(partId)).toEqual({ new: 2 });
});
