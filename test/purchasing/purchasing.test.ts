/** Demand to order to goods: nothing bought twice, nothing forgotten, every number explained. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ExpectedSupply, getPartCost, supplyOf } from '../../src/inventory/index.ts';
import { getOrder } from '../../src/orders/index.ts';
import { defineQuery } from '../../src/platform/query.ts';
import {
  addPurchaseDemand,
  cancelPurchase,
  confirmPurchaseOrder,
  createPurchaseOrder,
  discardPurchaseOrder,
  getPurchaseOrder,
  getPurchaseSheet,
  listPurchaseOrders,
  makePurchaseOrders,
  receivePurchase,
  removePurchaseLine,
  sendPurchaseOrder,
  setPurchaseLine,
  withdrawPurchaseDemand,
} from '../../src/purchasing/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';
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

describe('demand', () => {
  it('is what waits less what is free anywhere, with the orders behind it', async () => {
    const partId = await world.part();
    const elsewhere = await depot(world);
    await world.stocked(partId, elsewhere.bin, 2);
    const order = await waits(world, at, partId, 5);
    const [need] = await demandOf(world, partId);
    expect(need).toMatchObject({ siteId: at.siteId, quantity: need?.short, offer: null });
    expect((need?.waiting ?? 0) - (need?.free ?? 0)).toBe(3);
    expect(need?.wishes[0]).toMatchObject({ orderNumber: order.number, short: 3 });
  });

  it('is bought once, however often it is grouped, and lives again when the draft is given up', async () => {
    const partId = await world.part();
    const { supplierId, code } = await supplier(world);
    await sells(world, supplierId, partId, { packSize: 4, minimumOrder: 6 });
    await waits(world, at, partId, 5);
    const made = await buy(world, at, partId);
    expect(made.orders).toMatchObject([{ supplierCode: code }]);
    expect(made.lines).toMatchObject([
      {
        quantity: 8,
        priceMinor: 1000,
        why: { waiting: 5, needed: 5, isRaisedToMinimum: true, isRaisedToPack: true },
      },
    ]);
    await expect(buy(world, at, partId)).rejects.toMatchObject({
      code: 'purchasing.nothing-to-buy',
    });
    await waits(world, at, partId, 4);
    const [need] = await demandOf(world, partId);
    expect(need).toMatchObject({ waiting: 9, draft: 8, short: 1 });
    const purchaseOrderId = made.orders[0]?.purchaseOrderId ?? '';
    await world.run(discardPurchaseOrder, { purchaseOrderId });
    expect(await demandOf(world, partId)).toMatchObject([{ draft: 0, short: 9 }]);
  });

  it('takes the price of the break, and groups by supplier, naming what nobody sells', async () => {
    const [cheap, dear, nobody] = [await world.part(), await world.part(), await world.part()];
    const [one, other] = [await supplier(world), await supplier(world)];
    const priceBreaks = [
      { fromQuantity: 1, priceMinor: 500 },
      { fromQuantity: 10, priceMinor: 400 },
    ];
    await sells(world, one.supplierId, cheap, { priceBreaks });
    await sells(world, other.supplierId, dear, { priceBreaks: [] });
    await sells(world, other.supplierId, cheap, { priceBreaks, isPreferred: false });
    for (const partId of [cheap, dear, nobody]) await waits(world, at, partId, 12);
    const made = await buy(world, at, cheap, dear, nobody);
    expect(made.orders).toHaveLength(2);
    const price = new Map(made.lines.map((line) => [line.partId, line.priceMinor]));
    expect(price).toEqual(
      new Map([
        [cheap, 400],
        [dear, null],
      ] as const),
    );
    const partNumber = await partNumberOf(world, nobody);
    expect(made.withoutSupplier).toEqual([{ partId: nobody, partNumber, quantity: 12 }]);
    const unpriced = made.lines.find(({ partId }) => partId === dear)?.purchaseOrderId ?? '';
    await expect(world.run(sendPurchaseOrder, { purchaseOrderId: unpriced })).rejects.toMatchObject(
      { code: 'purchasing.every-price-is-known' },
    );
    await expect(
      world.run(makePurchaseOrders, {
        picks: [{ partId: nobody, siteId: at.siteId, supplierId: one.supplierId }],
      }),
    ).rejects.toMatchObject({ code: 'purchasing.does-not-sell' });
  });

  it('made by hand is bought whatever lies in stock, and only once', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId);
    await world.stocked(partId, at.bin, 50);
    const hand = { partId, siteId: at.siteId, quantity: 7, reason: 'for the trade fair' };
    const { demandId } = await world.run(addPurchaseDemand, hand);
    expect(await demandOf(world, partId)).toMatchObject([{ byHand: 7, short: 0, quantity: 7 }]);
    await buy(world, at, partId);
    expect(await demandOf(world, partId)).toEqual([]);
    await expect(world.run(withdrawPurchaseDemand, { demandId })).rejects.toMatchObject({
      code: 'purchasing.bought-already',
    });
    const second = await world.run(addPurchaseDemand, { ...hand, quantity: 3 });
    const taken = await world.run(withdrawPurchaseDemand, { demandId: second.demandId });
    expect(taken).toEqual({ withdrawn: 3 });
    expect(await demandOf(world, partId)).toEqual([]);
  });

  it('made by hand is not eaten by orders that wait', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId);
    await world.run(addPurchaseDemand, {
      ...{ partId, siteId: at.siteId, quantity: 5 },
      reason: 'last chance to buy',
    });
    const { orders } = await buy(world, at, partId);
    await world.run(sendPurchaseOrder, { purchaseOrderId: orders[0]?.purchaseOrderId ?? '' });
    await waits(world, at, partId, 5);
    expect(await demandOf(world, partId)).toMatchObject([{ waiting: 5, expected: 0, short: 5 }]);
  });

  it('is grouped once by two planners at the same time', async () => {
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId);
    await waits(world, at, partId, 5);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => buy(world, at, partId)));
    const done = tries.filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(1);
    const { orders } = await world.ask(listPurchaseOrders, { supplierId, queue: 'all' });
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ ordered: 5 });
  });
});

describe('a draft', () => {
  it('is edited line by line; odd quantities are asked about', async () => {
    const [partId, extra] = [await world.part(), await world.part()];
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId, { packSize: 5 });
    const { purchaseOrderId } = await world.run(createPurchaseOrder, {
      ...{ supplierId, siteId: at.siteId },
    });
    await expect(world.run(sendPurchaseOrder, { purchaseOrderId })).rejects.toMatchObject({
      code: 'purchasing.something-is-ordered',
    });
    const line = { purchaseOrderId, partId, quantity: 7 };
    await expect(world.run(setPurchaseLine, line)).rejects.toMatchObject({
      code: 'purchasing.odd-quantity',
      params: { better: 10, packSize: 5 },
    });
    await world.run(setPurchaseLine, { ...line, quantity: 10 });
    await world.run(setPurchaseLine, { ...line, partId: extra, quantity: 1, priceMinor: 99 });
    const draft = await look(purchaseOrderId);
    expect(draft.lines).toMatchObject([
      { quantity: 10, priceMinor: 1000, valueMinor: 10_000 },
      { quantity: 1, priceMinor: 99 },
    ]);
    expect(draft.totalMinor).toBe(10_099);
    const lineId = draft.lines[1]?.lineId ?? '';
    await world.run(removePurchaseLine, { purchaseOrderId, lineId });
    await expect(
      world.run(setPurchaseLine, { ...line, quantity: 10, version: 1 }),
    ).rejects.toMatchObject({ code: 'purchasing.version-changed' });
    await world.run(sendPurchaseOrder, { purchaseOrderId });
    await expect(world.run(setPurchaseLine, { ...line, quantity: 15 })).rejects.toMatchObject({
      code: 'purchasing.event-not-allowed',
    });
  });

  it('is only for suppliers, and exists only for whom it concerns', async () => {
    await expect(
      world.run(createPurchaseOrder, {
        supplierId: '00000000-0000-7000-8000-000000000201',
        siteId: at.siteId,
      }),
    ).rejects.toMatchObject({ code: 'purchasing.not-a-supplier' });
    const { supplierId } = await supplier(world);
    const { purchaseOrderId } = await world.run(createPurchaseOrder, {
      ...{ supplierId, siteId: at.siteId },
    });
    const stranger = actorWith(
      ['purchasing.view', 'purchasing.manage'],
      [(await depot(world)).siteId],
    );
    await expect(world.ask(getPurchaseOrder, { purchaseOrderId }, stranger)).rejects.toMatchObject({
      code: 'purchasing.unknown-purchase-order',
    });
    const seen = await world.ask(listPurchaseOrders, { supplierId, queue: 'all' }, stranger);
    expect(seen.total).toBe(0);
  });
});

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
