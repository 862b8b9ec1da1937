/** From the sent order to the goods: what is promised, valued, fed, filed and refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ExpectedSupply, getPartCost, supplyOf } from '../../src/inventory/index.ts';
import { getOrder } from '../../src/orders/index.ts';
import { defineQuery } from '../../src/platform/query.ts';
import {
  cancelPurchase,
  confirmPurchaseOrder,
  getPurchaseOrder,
  getPurchaseSheet,
  listPurchaseOrders,
  receivePurchase,
  sendPurchaseOrder,
} from '../../src/purchasing/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWorld, type World } from '../support/world.ts';
import {
  buy,
  type Depot,
  demandOf,
  depot,
  partNumberOf,
  sells,
  sentOrder,
  supplier,
  waits,
} from './purchase-world.ts';

let world: World;
let at: Depot;
beforeAll(async () => {
  world = await openWorld({ max: 6 });
  at = await depot(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const look = (purchaseOrderId: string) => world.ask(getPurchaseOrder, { purchaseOrderId });
const askSupply = defineQuery({
  name: 'test.supply',
  permission: null,
  summary: 'What is expected of a part.',
  input: z.strictObject({ partId: z.uuid() }),
  output: z.array(z.custom<ExpectedSupply>()),
  errors: [],
  run: async (read, { partId }) => [...(await supplyOf(read, [partId]))],
});
const supply = (partId: string) => world.ask(askSupply, { partId });

describe('a sent order', () => {
  it('promises supply, moves with the confirmation, and ends with a cancellation', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world, 'zh-CN');
    await sells(world, supplierId, partId, { leadTimeDays: 10 });
    const { purchaseOrderId, view } = await sentOrder(world, at, partId, 5);
    const [line] = view.lines;
    const today = world.clock.now().getTime();
    const due = new Date(today + 10 * 86_400_000).toISOString().slice(0, 10);
    expect(line?.expectedOn).toBe(due);
    expect(await supply(partId)).toMatchObject([{ quantity: 5, documentNumber: view.number }]);
    expect(await demandOf(world, partId)).toMatchObject([{ expected: 5, short: 0 }]);
    const before = await world.ask(getPurchaseSheet, { purchaseOrderId });
    expect(before).toMatchObject({ locale: 'zh-CN', totalMinor: 5000, number: view.number });
    const expectedOn = new Date(today + 20 * 86_400_000).toISOString().slice(0, 10);
    const lineId = line?.lineId ?? '';
    const confirmed = await world.run(confirmPurchaseOrder, {
      purchaseOrderId,
      supplierReference: 'SO-77',
      lines: [{ lineId, expectedOn, priceMinor: 1100 }],
    });
    expect(confirmed.state).toBe('confirmed');
    const [promised] = await supply(partId);
    expect(promised?.expectedAt?.toISOString().slice(0, 10)).toBe(expectedOn);
    expect((await look(purchaseOrderId)).lines[0]).toMatchObject({
      priceMinor: 1100,
      sentPriceMinor: 1000,
    });
    expect(await world.ask(getPurchaseSheet, { purchaseOrderId })).toEqual(before);
    const cancelled = await world.run(cancelPurchase, { purchaseOrderId, reason: 'too late' });
    expect(cancelled.state).toBe('cancelled');
    expect(await supply(partId)).toEqual([]);
    expect(await demandOf(world, partId)).toMatchObject([{ short: 5 }]);
    await expect(world.run(receivePurchase, { purchaseOrderId })).rejects.toMatchObject({
      code: 'purchasing.order-is-ended',
    });
  });

  it('is late from the day after the promised one', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId, { leadTimeDays: 0 });
    await sentOrder(world, at, partId, 1);
    const late = async () =>
      (await world.ask(listPurchaseOrders, { supplierId, queue: 'overdue' })).total;
    expect(await late()).toBe(0);
    world.clock.advanceDays(2);
    expect(await late()).toBe(1);
  });

  it('comes in parts: valued at its price, feeding who waits, the rest expected', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId, { minimumOrder: 8 });
    const { purchaseOrderId } = await sentOrder(world, at, partId, 5);
    const first = await world.run(receivePurchase, {
      purchaseOrderId,
      deliveryNote: 'DN-1',
      lines: [{ partId, quantity: 3 }],
    });
    expect(first).toMatchObject({ state: 'partly-received', goods: { accepted: 3 } });
    expect(first.goods.fed).toMatchObject([{ quantity: 3 }]);
    expect(await supply(partId)).toMatchObject([{ quantity: 5 }]);
    const fed = await world.ask(getOrder, { orderId: first.goods.fed[0]?.orderId ?? '' });
    expect(fed.lines[0]).toMatchObject({ waiting: 2, allocated: 3 });
    const rest = await world.run(receivePurchase, { purchaseOrderId });
    expect(rest).toMatchObject({ state: 'received', goods: { accepted: 5 } });
    expect(rest.goods.fed).toMatchObject([{ quantity: 2 }]);
    expect(await supply(partId)).toEqual([]);
    const cost = await world.ask(getPartCost, { partId });
    expect(cost).toMatchObject({ cost: { quantity: 8, valueMinor: 8000 } });
    expect(await demandOf(world, partId)).toEqual([]);
    expect((await look(purchaseOrderId)).receipts).toMatchObject([{ pieces: 8 }]);
  });

  it('files what is too much or damaged, and refuses what it never asked for', async () => {
    const [partId, other] = [await world.part(), await world.part()];
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId);
    const { purchaseOrderId } = await sentOrder(world, at, partId, 4);
    await expect(
      world.run(receivePurchase, { purchaseOrderId, lines: [{ partId: other, quantity: 1 }] }),
    ).rejects.toMatchObject({ code: 'purchasing.not-on-order' });
    const came = await world.run(receivePurchase, {
      purchaseOrderId,
      lines: [
        { partId, quantity: 1, isDamaged: true },
        { partId, quantity: 5 },
      ],
    });
    expect(came.state).toBe('received');
    expect(came.goods).toMatchObject({ accepted: 3, quarantined: 3 });
    expect(came.goods.discrepancies.map(({ kind }) => kind).sort()).toEqual(['damaged', 'over']);
    expect((await look(purchaseOrderId)).lines[0]).toMatchObject({ received: 4, open: 0 });
  });

  it('takes pieces by their serial numbers, and values nothing in a foreign currency', async () => {
    const partId = await world.part('serial');
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId, { currency: 'USD' });
    const { purchaseOrderId } = await sentOrder(world, at, partId, 2);
    await expect(world.run(receivePurchase, { purchaseOrderId })).rejects.toMatchObject({
      code: 'inventory.serial-required',
    });
    const number = await partNumberOf(world, partId);
    const serialNumbers = [`${number}-1`, `${number}-2`];
    const done = await world.run(receivePurchase, {
      purchaseOrderId,
      lines: [{ partId, quantity: 2, serialNumbers }],
    });
    expect(done.state).toBe('received');
    expect(await world.ask(getPartCost, { partId })).toMatchObject({
      cost: { quantity: 2, valueMinor: 0 },
    });
  });

  it('is received once by two docks at the same time', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId);
    const { purchaseOrderId } = await sentOrder(world, at, partId, 5);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => world.run(receivePurchase, { purchaseOrderId })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'fulfilled') continue;
      expect(one.reason).toMatchObject({ code: 'purchasing.order-is-ended' });
    }
    expect((await look(purchaseOrderId)).lines[0]).toMatchObject({ received: 5 });
  });

  it('cancels one line and goes on with the other', async () => {
    const [partId, other] = [await world.part(), await world.part()];
    const { supplierId } = await supplier(world);
    for (const one of [partId, other]) await sells(world, supplierId, one);
    await waits(world, at, partId, 2);
    await waits(world, at, other, 2);
    const { orders } = await buy(world, at, partId, other);
    const purchaseOrderId = orders[0]?.purchaseOrderId ?? '';
    await expect(world.run(receivePurchase, { purchaseOrderId })).rejects.toMatchObject({
      code: 'purchasing.not-sent-yet',
    });
    await world.run(sendPurchaseOrder, { purchaseOrderId });
    const lineOf = async (id: string) =>
      (await look(purchaseOrderId)).lines.find((line) => line.partId === id);
    const lineIds = [(await lineOf(other))?.lineId ?? ''];
    const moved = await world.run(cancelPurchase, { purchaseOrderId, lineIds, reason: 'obsolete' });
    expect(moved.state).toBe('sent');
    await expect(
      world.run(cancelPurchase, { purchaseOrderId, lineIds, reason: 'again' }),
    ).rejects.toMatchObject({ code: 'purchasing.quantity-is-to-come' });
    const done = await world.run(receivePurchase, { purchaseOrderId });
    expect(done.state).toBe('closed');
    expect(await demandOf(world, other)).toMatchObject([{ short: 2 }]);
  });
});
