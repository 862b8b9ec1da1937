/** A scan leads to what its reader does next with the thing; what it may not see does not exist. 扫码。 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCount, requestAdjustment } from '../../src/counts/index.ts';
import { createLocation, getPart, listSites, receiveStock } from '../../src/inventory/index.ts';
import { createOrder, submitRequest } from '../../src/orders/index.ts';
import { listDiscrepancies, receiveGoods } from '../../src/receipts/index.ts';
import {
  dispatchShipment,
  getShipment,
  listShipments,
  packGoods,
  pickGoods,
} from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWebApp, type Page, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let from = { siteId: '', bin: { id: '', code: '' } };
let to = { siteId: '', bin: { id: '', code: '' } };

async function makeSite() {
  const { world } = web.app;
  const { siteId } = await world.site();
  const code = mint('BIN');
  const { locationId } = await world.run(createLocation, { siteId, code, kind: 'storage' });
  return { siteId, bin: { id: locationId, code } };
}

async function dockOf(siteId: string) {
  const sites = await web.app.world.ask(listSites, {});
  const dock = sites.find(({ id }) => id === siteId)?.locations.find(({ kind }) => kind === 'dock');
  return dock ?? { id: '', code: '' };
}

beforeAll(async () => {
  web = await openWebApp();
  [from, to] = [await makeSite(), await makeSite()];
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

const clerkAt = (siteId: string | null, locale: 'en' | 'zh-CN' = 'en') =>
  web.browser([{ role: 'clerk', siteId }], locale);
const scanPath = (code: string, context = '') =>
  `/scan?${new URLSearchParams({ code, context }).toString()}`;
const wayTo = async (browser: { get(path: string): Promise<Page> }, code: string) =>
  (await browser.get(scanPath(code))).location;

/** Stock at the first site that an order of the second is promised. */
async function promised() {
  const { world } = web.app;
  const partId = await world.part('serial');
  const [serial = ''] = [mint('SN')];
  await world.run(receiveStock, {
    ...{ partId, locationId: from.bin.id, quantity: 1 },
    serialNumbers: [serial],
  });
  const wish = { destinationId: to.bin.id, lines: [{ partId, quantity: 1 }] };
  return { serial, partId, ...(await world.run(createOrder, wish)) };
}

describe('a box', () => {
  it('is packed where it stands, received where it goes, looked at by others', async () => {
    const { world } = web.app;
    const { serial, partId, number: order } = await promised();
    const sender = await clerkAt(from.siteId);
    const receiver = await clerkAt(to.siteId);
    const planner = await web.browser([{ role: 'planner', siteId: null }]);
    const stranger = await clerkAt((await world.site()).siteId);

    const picks = [{ partId, locationId: from.bin.id, serialNumber: serial }];
    await world.run(pickGoods, { siteId: from.siteId, picks });
    const { shipments } = await world.ask(listShipments, { search: order });
    const { shipmentId = '', number: shipment = '' } = shipments[0] ?? {};
    expect(await wayTo(sender, shipment)).toBe(`/shipments/${shipmentId}/pack`);
    const { contents } = await world.ask(getShipment, { shipmentId });
    const items = contents.map(({ lineId }) => ({ lineId }));
    const { boxNumber } = await world.run(packGoods, { shipmentId, items });
    expect(await wayTo(sender, boxNumber)).toBe(`/shipments/${shipmentId}/pack/${boxNumber}`);
    expect(await wayTo(receiver, boxNumber)).toBe(`/shipments/${shipmentId}`);

    await world.run(dispatchShipment, { shipmentId, trackingNumber: mint('SF') });
    const arrival = `/receipts/arrivals/${shipmentId}`;
    expect(await wayTo(receiver, boxNumber.toLowerCase())).toMatch(
      new RegExp(`^${arrival}\\?box=[0-9a-f-]{36}$`),
    );
    expect(await wayTo(receiver, shipment)).toBe(arrival);
    expect(await wayTo(sender, boxNumber)).toBe(`/shipments/${shipmentId}`);
    expect(await wayTo(planner, boxNumber)).toBe(`/shipments/${shipmentId}`);
    for (const code of [boxNumber, shipment, order]) {
      expect((await stranger.get(scanPath(code))).status).toBe(404);
    }

    const piece = await receiver.get(scanPath(serial));
    expect(textOf(piece.html)).toContain('It is on its way here and can be received.');
    expect(textOf(piece.html)).toContain('It is the serial number of a piece.');
    const paper = await receiver.get(scanPath(order));
    expect(paper.html).toContain(`href="${arrival}"`);
    expect(await wayTo(planner, order)).toMatch(/^\/orders\/[0-9a-f-]{36}$/);
    const atDesk = await receiver.get(scanPath(boxNumber, 'dock'));
    expect(atDesk.status).toBe(409);
    expect(textOf(atDesk.html)).toContain(`${boxNumber} is not what this page works with`);
  });

  it('is received by the keeper of the van it goes to', async () => {
    const { world } = web.app;
    const keeper = await web.browser([{ role: 'technician', siteId: to.siteId }]);
    const { serial, partId, number: order } = await promised();
    const picks = [{ partId, locationId: from.bin.id, serialNumber: serial }];
    await world.run(pickGoods, { siteId: from.siteId, picks });
    const { shipments } = await world.ask(listShipments, { search: order });
    const { shipmentId = '', number = '' } = shipments[0] ?? {};
    await world.run(dispatchShipment, { shipmentId, rest: 'unboxed' });
    expect(await wayTo(keeper, number)).toBe(`/receipts/arrivals/${shipmentId}`);
  });
});

describe('a paper', () => {
  it('opens its page, for those who may see it', async () => {
    const { world } = web.app;
    const partId = await world.part();
    const lines = [{ partId, quantity: 2 }];
    const benchId = await world.bin(to.siteId, 'bench');
    const request = await world.run(submitRequest, { destinationId: benchId, lines });
    const { id: dockId } = await dockOf(to.siteId);
    const received = await world.run(receiveGoods, {
      locationId: dockId,
      lines: [{ partId, quantity: 3 }],
      wrong: [{ partId, quantity: 1, kind: 'damaged' }],
    });
    const { discrepancies } = await world.ask(listDiscrepancies, { siteId: to.siteId });
    const count = await world.run(createCount, { siteId: to.siteId, kind: 'site' });
    await world.stocked(partId, from.bin.id, 5);
    const change = await world.run(requestAdjustment, {
      ...{ partId, locationId: from.bin.id, condition: 'new', quantity: 1 },
      ...{ direction: 'down', reasonCode: 'LOST', note: 'broken' },
    });
    const ways: readonly (readonly [string | undefined, string])[] = [
      [request.number, '/requests/'],
      [received.number, '/receipts/'],
      [discrepancies[0]?.number, '/receipts/discrepancies/'],
      [count.number, '/counts/'],
      [change.number, '/counts/changes/'],
    ];
    const clerk = await clerkAt(null);
    const other = await clerkAt((await world.site()).siteId);
    for (const [code = '', page] of ways) {
      expect(code).toMatch(/^[A-Z]{3}-\d{6}$/);
      const way = await wayTo(clerk, code.toLowerCase());
      expect(way).toMatch(new RegExp(`^${page}[0-9a-f-]{36}$`));
      expect((await clerk.get(way ?? '')).status).toBe(200);
      expect((await other.get(scanPath(code))).status).toBe(404);
    }
  });

  it.each([
    ['en', 'Nothing has the code ORD-999999'],
    ['zh-CN', '没有编码为 ORD-999999 的对象'],
  ] as const)('nobody has is named in %s', async (locale, sentence) => {
    const page = await (await clerkAt(null, locale)).get(scanPath('ORD-999999'));
    expect(page.status).toBe(404);
    expect(textOf(page.html)).toContain(sentence);
  });
});

describe('a place', () => {
  it.each([
    ['en', 'The bin is to be counted.', 'Goods in the bin are to be picked.', 'It is a place'],
    ['zh-CN', '此库位待盘点。', '此库位有货待拣。', '这是一个库位。'],
  ] as const)('offers in %s what waits there', async (locale, counted, picked, lies) => {
    const { world } = web.app;
    const { siteId, bin } = await makeSite();
    const clerk = await clerkAt(siteId, locale);
    expect(await wayTo(clerk, bin.code)).toBe(`/stock?locationId=${bin.id}`);
    const partId = await world.part();
    await world.stocked(partId, bin.id, 4);
    await world.run(createOrder, { destinationId: to.bin.id, lines: [{ partId, quantity: 1 }] });
    const locationIds = [bin.id];
    const { countId } = await world.run(createCount, { siteId, kind: 'bins', locationIds });
    const page = await clerk.get(scanPath(bin.code));
    for (const word of [counted, picked, lies]) expect(textOf(page.html)).toContain(word);
    expect(page.html).toMatch(new RegExp(`href="/counts/${countId}/bins/[0-9a-f-]{36}"`));
    expect(page.html).toContain(`href="/shipments/pick/${siteId}/${bin.id}"`);
    // Whoever neither counts nor picks there looks at what lies in the bin.
    const planner = await web.browser([{ role: 'planner', siteId: null }]);
    expect(await wayTo(planner, bin.code)).toBe(`/stock?locationId=${bin.id}`);
  });

  it('where goods just came in offers to put them away', async () => {
    const { world } = web.app;
    const { siteId } = await makeSite();
    const dock = await dockOf(siteId);
    const clerk = await clerkAt(siteId, 'zh-CN');
    await world.stocked(await world.part(), dock.id, 2);
    const page = await clerk.get(scanPath(dock.code));
    expect(textOf(page.html)).toContain('此处有货待上架。');
    expect(page.html).toContain(`href="/receipts/put-away?search=${dock.code}"`);
  });
});

describe('stock', () => {
  it('of a lot is found by the number of the lot, whatever the part', async () => {
    const { world } = web.app;
    const lotNumber = mint('LOT');
    for (const partId of [await world.part('lot'), await world.part('lot')]) {
      await world.run(receiveStock, { partId, locationId: to.bin.id, quantity: 2, lotNumber });
    }
    const clerk = await clerkAt(to.siteId);
    const way = await wayTo(clerk, lotNumber);
    expect(way).toBe(`/stock?search=${lotNumber}`);
    expect(textOf((await clerk.get(way ?? '')).html)).toContain(lotNumber);
  });

  it('of two parts with one serial number is asked about once', async () => {
    const { world } = web.app;
    const code = mint('SN');
    const part = await world.part('serial');
    for (const partId of [part, await world.part('serial')]) {
      const piece = { partId, locationId: to.bin.id, quantity: 1, serialNumbers: [code] };
      await world.run(receiveStock, piece);
    }
    const clerk = await clerkAt(to.siteId);
    expect(await wayTo(clerk, code)).toBe(`/stock?search=${code}`);
    const { partNumber } = await world.ask(getPart, { partId: part });
    expect(await wayTo(clerk, partNumber)).toBe(`/parts/${part}`);
  });
});
