/** Goods by hand, lots, orders by pick list, timers, what a site tolerates, REST; and fifty lines at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPart, stockOnHand } from '../../src/inventory/index.ts';
import {
  assignDiscrepancy,
  findArrival,
  getReceipt,
  getReceivingRule,
  inspectStock,
  listArrivals,
  listDiscrepancies,
  listReceipts,
  listToPutAway,
  planArrival,
  receiveGoods,
  receiveOrder,
  receiveShipment,
  setReceivingRule,
} from '../../src/receipts/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, mint, openWorld, type World } from '../support/world.ts';
import { makeRoad, type Road } from './road.ts';

let world: World;
let road: Road;
beforeAll(async () => {
  world = await openWorld({ max: 4 });
  road = await makeRoad(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const clerk = actorWith(['receipts.work', 'receipts.resolve', 'receipts.view']);

async function conditionsOf(partId: string) {
  const { rows } = await world.ask(stockOnHand, { partId });
  return rows.map(({ condition, onHand }) => `${condition} ${onHand}`).sort();
}

describe('by hand', () => {
  it('asks before a lot that will not keep, and quarantines one that has expired', async () => {
    const { siteId } = await world.site();
    const locationId = await world.bin(siteId, 'dock');
    const rule = { siteId, overPercent: 0, overPieces: 0, minimumShelfLifeDays: 30 };
    await world.run(setReceivingRule, rule);
    expect(await world.ask(getReceivingRule, { siteId })).toMatchObject({
      minimumShelfLifeDays: 30,
    });
    const partId = await world.part('lot');
    const lot = (lotNumber: string, expiresOn: string) => ({
      locationId,
      lines: [{ partId, quantity: 2, lotNumber, expiresOn }],
    });
    await expect(world.run(receiveGoods, lot('L1', '2026-11-30'), clerk)).rejects.toMatchObject({
      code: 'receipts.short-shelf-life',
      params: { days: 14, minimum: 30 },
    });
    const anyway = { actor: clerk, acknowledge: ['receipts.short-shelf-life'] };
    await world.executor.execute(receiveGoods, lot('L1', '2026-11-30'), anyway);
    await world.run(receiveGoods, lot('L2', '2027-11-30'), clerk);
    const old = await world.run(receiveGoods, lot('L3', '2026-11-01'), clerk);
    expect(old.discrepancies.map(({ kind }) => kind)).toEqual(['expired']);
    expect(await conditionsOf(partId)).toEqual(['new 2', 'new 2', 'quarantine 2']);
  });

  it('goes on with one receipt, but not with somebody else’s', async () => {
    const partId = await world.part();
    const lines = [{ partId, quantity: 1 }];
    const first = await world.run(receiveGoods, { locationId: road.dockId, lines }, clerk);
    const more = { locationId: road.dockId, lines, receiptId: first.receiptId };
    await world.run(receiveGoods, more, clerk);
    const { receivedLines } = await world.ask(getReceipt, { receiptId: first.receiptId }, clerk);
    expect(receivedLines).toHaveLength(2);
    const stranger = actorWith(['receipts.work']);
    await expect(world.run(receiveGoods, more, stranger)).rejects.toMatchObject({
      code: 'receipts.other-receipt',
    });
    const { receipts } = await world.ask(listReceipts, { search: first.number }, clerk);
    expect(receipts.map(({ pieces }) => pieces)).toEqual([2]);
  });

  it('takes a technician’s parts out of his van and a customer’s from the world outside', async () => {
    const partId = await world.part();
    const van = await world.bin(road.toSiteId, 'van');
    await world.stocked(partId, van, 3);
    const lines = [{ partId, quantity: 2 }];
    const back = {
      locationId: road.dockId,
      kind: 'technician' as const,
      fromLocationId: van,
      lines,
    };
    await world.run(receiveGoods, back, clerk);
    expect(await conditionsOf(partId)).toEqual(['new 1', 'new 2']);
    await world.run(receiveGoods, { ...back, kind: 'customer', fromLocationId: null }, clerk);
    expect(await conditionsOf(partId)).toEqual(['new 1', 'new 4']);
  });

  it('quarantines what is wrong, and lists, assigns and inspects', async () => {
    const partId = await world.part();
    const wrong = [{ partId, quantity: 3, kind: 'damaged' as const, note: 'wet' }];
    const done = await world.run(receiveGoods, { locationId: road.dockId, wrong }, clerk);
    const number = done.discrepancies[0]?.number ?? '';
    const found = await world.ask(listDiscrepancies, { search: number, owner: 'nobody' }, clerk);
    expect(found.discrepancies).toMatchObject([{ kind: 'damaged', open: 3, note: 'wet' }]);
    const discrepancyId = found.discrepancies[0]?.id ?? '';
    await expect(
      world.run(assignDiscrepancy, { discrepancyId, personId: clerk.id }, clerk),
    ).rejects.toMatchObject({ code: 'receipts.unknown-person' });
    await world.run(assignDiscrepancy, { discrepancyId, personId: null }, clerk);
    const unsure = { partId, quantity: 2, condition: 'unverified' as const };
    await world.run(receiveGoods, { locationId: road.dockId, lines: [unsure] }, clerk);
    const tested = { partId, quantity: 2, locationId: road.dockId, reason: 'tested' };
    await world.run(inspectStock, { ...tested, found: 'good' }, clerk);
    expect(await conditionsOf(partId)).toEqual(['good 2', 'quarantine 3']);
    const bin = await world.bin(road.toSiteId);
    await world.stocked(partId, bin, 1);
    const { rows } = await world.ask(listToPutAway, { partId }, clerk);
    expect(rows).toMatchObject([{ free: 2, promised: 0, binId: bin, because: 'same-part' }]);
  });
});

describe('arrivals', () => {
  it('are found by any of their numbers, and listed', async () => {
    const partId = await world.part();
    await world.stocked(partId, road.stockId, 2);
    const { shipmentId, number } = await road.send([[{ partId, quantity: 2 }]]);
    const [found] = await world.ask(findArrival, { code: number.toLowerCase() }, clerk);
    expect(found).toMatchObject({ kind: 'shipment', shipmentId, siteCode: road.toCode });
    const { arrivals } = await world.ask(listArrivals, { search: number }, clerk);
    expect(arrivals).toMatchObject([{ number, expected: 2, received: 0, isOverdue: false }]);
    expect(await world.run(planArrival, { shipmentId })).toEqual({ isPlanned: false });
    await expect(
      world.run(receiveOrder, { orderNumber: mint('ORD') }, clerk),
    ).rejects.toMatchObject({ code: 'receipts.nothing-expected' });
  });

  it('go directly to the van they are for, and a site may tolerate one too many', async () => {
    const partId = await world.part();
    await world.stocked(partId, road.stockId, 4);
    const van = await world.bin(road.toSiteId, 'van');
    const { shipmentId } = await road.send([[{ partId, quantity: 4 }]], { locationId: van });
    const rule = { siteId: road.toSiteId, overPercent: 0, overPieces: 1, minimumShelfLifeDays: 0 };
    await world.run(setReceivingRule, rule);
    const counted = [{ partId, quantity: 6 }];
    const done = await world.run(receiveShipment, { shipmentId, counted }, clerk);
    await world.run(setReceivingRule, { ...rule, overPieces: 0 });
    expect(done).toMatchObject({ accepted: 5, quarantined: 1, taken: 4 });
    const { rows } = await world.ask(stockOnHand, { partId, locationId: van });
    expect(rows.map(({ onHand }) => onHand)).toEqual([4]);
    const settled = { search: '', state: 'resolved' as const, kind: 'over' as const };
    const { discrepancies } = await world.ask(listDiscrepancies, settled, clerk);
    expect(discrepancies.some((one) => one.partId === partId)).toBe(true);
  });
});

it('takes in fifty lines with one entry', async () => {
  const lines = [];
  for (let n = 0; n < 50; n += 1) {
    const partNumber = mint('F');
    const { partId } = await world.run(createPart, { partNumber, nameEn: partNumber });
    lines.push({ partId, quantity: n + 1 });
  }
  const spent: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = process.hrtime.bigint();
    const done = await world.run(receiveGoods, { locationId: road.dockId, lines }, clerk);
    spent.push(Number(process.hrtime.bigint() - began) / 1e6);
    expect(done.accepted).toBe(1275);
  }
  console.info(`fifty lines: ${Math.min(...spent).toFixed(0)} ms at best`);
});
