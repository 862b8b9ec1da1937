/** Demand to order to goods: nothing bought twice, nothing forgotten, every number explained. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPurchaseDemand,
  createPurchaseOrder,
  discardPurchaseOrder,
  getPurchaseOrder,
  listPurchaseOrders,
  makePurchaseOrders,
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
