/** Parts on their way to whoever asked for them, over REST alone, each step by a person of the role. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditOrders } from '../../src/orders/index.ts';
import { expectShipmentsAgree } from '../shipments/agree.ts';
import { rowsOf, textOf } from '../support/api-client.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { mint } from '../support/world.ts';
import { firstOf, openSupplyChain, type SupplyChain } from './supply-chain.ts';

let chain: SupplyChain;
beforeAll(async () => {
  chain = await openSupplyChain();
});
afterEach(async () => {
  const { connection, owner } = chain.app.world.database;
  await chain.settle();
  await expectCleanLedger(connection);
  expect(await auditOrders(connection.db)).toEqual([]);
  await expectShipmentsAgree(owner);
});
afterAll(() => chain.app.close());

describe('parts for a van', () => {
  it('are approved in part, come in two boxes, and what got lost is fed again, 申请、部分批准、分箱发运、遗失补发', async () => {
    const { technician, approver, clerk } = chain;
    const partId = await chain.stocked(4);
    const lines = [{ partId, quantity: 6 }];
    const asked = await technician('/requests', { json: { priority: 2, lines } });
    const requestId = textOf(asked, 'requestId');
    const line = firstOf(await approver(`/requests/${requestId}`), 'lines');
    const decided = [{ lineId: line.id, approved: 4, reason: 'four are enough' }];
    const approved = await approver(`/requests/${requestId}/approve`, { json: { lines: decided } });
    expect(approved).toMatchObject({ status: 200, body: { state: 'partly-approved' } });
    expect(await chain.progress(requestId)).toMatchObject({ allocated: 4, refused: 2, waiting: 0 });
    expect(await chain.notices()).toContain('asked-partly-approved');

    const { shipmentId, number, boxes } = await chain.pickedInBoxes(requestId, [1, 3]);
    const sent = await clerk(`/shipments/${shipmentId}/dispatch`, { json: {} });
    expect(sent).toMatchObject({ status: 200, body: { state: 'in-transit' } });
    expect(textOf(sent, 'promisedAt')).toBe('2026-11-17T08:00:00.000Z');
    await chain.settle();
    expect(await chain.notices()).toContain('line-shipped');

    const scanned = await technician(`/arrival-scan?code=${number}`);
    expect(scanned.body).toMatchObject([{ kind: 'shipment', shipmentId }]);
    const at = rowsOf(await technician(`/arrivals/${shipmentId}`), 'boxes');
    const box = at.find(({ boxNumber }) => boxNumber === boxes[0]);
    const json = { boxId: box?.boxId };
    const received = await technician(`/arrivals/${shipmentId}/receive`, { json });
    expect(received).toMatchObject({ status: 200, body: { taken: 1, missing: 3 } });
    expect(await chain.inVan(partId)).toBe(1);

    const lost = { boxNumber: boxes[1], reason: 'stolen from the lorry' };
    expect(await clerk(`/shipments/${shipmentId}/lose`, { json: lost })).toMatchObject({
      status: 200,
      body: { state: 'received' },
    });
    expect(await chain.progress(requestId)).toMatchObject({ received: 1, waiting: 3 });
    await chain.settle();
    const told = await chain.notices();
    expect(told).toEqual(expect.arrayContaining(['line-arrived', 'line-lost']));

    const rival = { destinationId: chain.benchId, priority: 4, lines: [{ partId, quantity: 2 }] };
    const later = await clerk('/orders', { json: rival });
    const goods = { locationId: chain.dockId, lines: [{ partId, quantity: 4 }] };
    expect(await clerk('/receipts', { json: goods })).toMatchObject({ status: 201 });
    expect(await chain.progress(requestId)).toMatchObject({ waiting: 0, allocated: 3 });
    expect((await clerk(`/orders/${textOf(later, 'orderId')}`)).body).toMatchObject({
      allocated: 1,
      waiting: 1,
    });
    const verified = await approver('/orders/verify');
    expect(verified.body).toMatchObject({ isClean: true, findings: [] });
  });

  it('picked short are looked for elsewhere; cancelling takes back only the rest, 短拣、取消剩余', async () => {
    const { clerk, technician } = chain;
    const partId = await chain.stocked(3);
    const { requestId, orderId } = await chain.approved(partId, 3);
    const other = { partId, locationId: chain.otherBinId, quantity: 5 };
    expect(await clerk('/stock/receive', { json: other })).toMatchObject({ status: 200 });
    const pick = firstOf(
      await clerk(`/pick-list?siteId=${chain.depotId}&orderId=${orderId}`),
      'rows',
    );
    const { allocationId } = pick;
    const json = { siteId: chain.depotId, allocationId, found: 1, reason: 'missing' };
    const short = await clerk('/short-picks', { json });
    expect(short).toMatchObject({
      status: 200,
      body: { missing: 2, elsewhere: [{ quantity: 2 }] },
    });
    const [picked] = rowsOf(short, 'picked');
    const path = `/shipments/${picked?.shipmentId}/dispatch`;
    expect(await clerk(path, { json: { rest: 'unboxed' } })).toMatchObject({ status: 200 });
    const stopped = await technician(`/requests/${requestId}/cancel`, { json: {} });
    expect(stopped).toMatchObject({ status: 200 });
    expect(await chain.progress(requestId)).toMatchObject({
      inTransit: 1,
      cancelled: 2,
      allocated: 0,
    });
    const { body } = await clerk(`/stock?partId=${partId}&locationId=${chain.otherBinId}`);
    expect(body).toMatchObject({ rows: [{ onHand: 5, reserved: 0 }] });
  });

  it('asked for twice on a stock of five go to one of two, 五件库存，两份各五件的需求', async () => {
    const partId = await chain.stocked(5);
    const [first, second] = await Promise.all([
      chain.approved(partId, 5),
      chain.approved(partId, 5),
    ]);
    const seen = [await chain.progress(first.requestId), await chain.progress(second.requestId)];
    expect(seen.map(({ allocated }) => allocated).sort()).toEqual([0, 5]);
    expect(seen.map(({ waiting }) => waiting).sort()).toEqual([0, 5]);
  });
});

describe('at the door', () => {
  it('pieces too many, broken, wrong or unknown wait in quarantine until somebody decided; the broken one is ordered anew, 多收、损坏、错件、未知序列号', async () => {
    const { technician, clerk, lead } = chain;
    const serials = [mint('SN'), mint('SN')];
    const boards = await chain.stockedPieces(serials);
    const screws = await chain.stocked(6);
    const stranger = await chain.newPart();
    const first = await chain.approved(boards, 2);
    const second = await chain.approved(screws, 4);
    const { shipmentId } = await chain.sent(first.requestId);
    await chain.sent(second.requestId);
    const shipped = rowsOf(await clerk('/arrivals'), 'arrivals').map((one) => one.shipmentId);
    expect(shipped).toContain(shipmentId);
    const counted = [
      { partId: boards, quantity: 2, serialNumbers: [serials[0], 'SN-NOBODY-KNOWS'] },
      { partId: stranger, quantity: 1, expectedPartId: boards },
    ];
    const done = await technician(`/arrivals/${shipmentId}/receive`, { json: { counted } });
    expect(done).toMatchObject({ status: 200, body: { accepted: 1, taken: 1, missing: 1 } });
    const kinds = rowsOf(done, 'discrepancies').map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['unknown-serial', 'wrong-part']);

    const screwsAway = await chain.shipmentOf(second.requestId);
    const sum = [
      { partId: screws, quantity: 1, isDamaged: true },
      { partId: screws, quantity: 5 },
    ];
    const more = await technician(`/arrivals/${screwsAway}/receive`, { json: { counted: sum } });
    const filed = rowsOf(more, 'discrepancies');
    expect(filed.map(({ kind }) => kind).sort()).toEqual(['damaged', 'over']);
    expect(await chain.progress(second.requestId)).toMatchObject({ received: 3 });
    await chain.settle();
    expect(await chain.notices()).toContain('line-unusable');
    expect(await chain.progress(second.requestId)).toMatchObject({ received: 3, allocated: 1 });

    for (const { id, kind } of [...filed, ...rowsOf(done, 'discrepancies')]) {
      const outcome = kind === 'damaged' ? 'scrap' : 'accept';
      const json = { outcome, reason: 'looked at it' };
      expect(await lead(`/discrepancies/${id}/settle`, { json }), String(kind)).toMatchObject({
        status: 200,
        body: { state: 'resolved', open: 0 },
      });
    }
  });
});

describe('meanwhile', () => {
  it('a bin is counted while it is picked, and only what nobody took is a difference, 边拣边盘', async () => {
    const { clerk, approver } = chain;
    const partId = await chain.stocked(5);
    const { requestId } = await chain.approved(partId, 2);
    const choice = { siteId: chain.depotId, kind: 'part', partId };
    const countId = textOf(await clerk('/counts', { json: choice }), 'countId');
    const { binId } = firstOf(await clerk(`/counts/${countId}`), 'binRows');
    for (const counter of [clerk, chain.otherClerk]) {
      expect(await counter(`/count-bins/${binId}/open`, { json: {} })).toMatchObject({
        status: 200,
      });
      const quantity = counter === clerk ? 4 : 2;
      const scan = { partId, quantity };
      await counter(`/count-bins/${binId}/parts`, { json: scan });
      if (counter === clerk) await chain.picked(requestId);
      await counter(`/count-bins/${binId}/finish`, { json: {} });
    }
    const approved = await approver(`/counts/${countId}/approve`, { json: {} });
    expect(approved).toMatchObject({ status: 200, body: { state: 'posted' } });
    const { body } = await clerk(`/stock?partId=${partId}&locationId=${chain.binId}`);
    expect(body).toMatchObject({ rows: [{ onHand: 2 }] });
  });

  it('stock that is booked into a bin by hand serves who waits, the most urgent first, 入库后按优先级补给', async () => {
    const { clerk } = chain;
    const partId = await chain.newPart();
    const order = async (priority: number) => {
      const lines = [{ partId, quantity: 3 }];
      const json = { destinationId: chain.benchId, priority, lines };
      return textOf(await clerk('/orders', { json }), 'orderId');
    };
    const [low, high] = [await order(4), await order(1)];
    const json = { partId, locationId: chain.otherBinId, quantity: 4 };
    expect(await clerk('/stock/receive', { json })).toMatchObject({ status: 200 });
    await chain.settle();
    expect((await clerk(`/orders/${high}`)).body).toMatchObject({ allocated: 3, waiting: 0 });
    expect((await clerk(`/orders/${low}`)).body).toMatchObject({ allocated: 1, waiting: 2 });
  });

  it('a lane that receives by itself brings its goods in when its time is over, 到期自动收货', async () => {
    const partId = await chain.stocked(2);
    const lines = [{ partId, quantity: 2 }];
    const json = { destinationId: chain.hubBinId, lines };
    const orderId = textOf(await chain.clerk('/orders', { json }), 'orderId');
    await chain.sentOrder(orderId);
    await chain.settle();
    expect((await chain.clerk(`/orders/${orderId}`)).body).toMatchObject({ inTransit: 2 });
    chain.app.world.clock.advanceDays(3);
    await chain.settle();
    expect((await chain.clerk(`/orders/${orderId}`)).body).toMatchObject({
      state: 'fulfilled',
      received: 2,
    });
  });
});
