/** The pages of receiving as people meet them without script, in both languages. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPart, receiveStock } from '../../src/inventory/index.ts';
import { receiveShipment } from '../../src/receipts/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { makeRoad, type Road } from './road.ts';

let web: WebApp;
let road: Road;
beforeAll(async () => {
  web = await openWebApp();
  road = await makeRoad(web.app.world);
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

const clerk = (locale: 'en' | 'zh-CN' = 'en') =>
  web.browser([{ role: 'clerk', siteId: null }], locale);

async function sentParts(quantity: number) {
  const { world } = web.app;
  const partId = await world.part();
  await world.stocked(partId, road.stockId, quantity);
  const { partNumber } = await world.ask(getPart, { partId });
  const sent = await road.send([[{ partId, quantity: quantity - 1 }], [{ partId, quantity: 1 }]]);
  return { partId, partNumber, ...sent };
}

function look(name: string, html: string) {
  if (process.env['SHOTS'] !== undefined)
    writeFileSync(`${process.env['SHOTS']}/${name}.html`, html);
}

describe('receiving', () => {
  it.each([
    ['en', 'Receiving', 'Scan what arrived', 'To put away', 'Receive everything on the list'],
    ['zh-CN', '收货', '扫描到货', '待上架', '按装箱单全部收货'],
  ] as const)('shows in %s what is expected and takes it in', async (...given) => {
    const [locale, title, scan, putAway, takeAll] = given;
    const browser = await clerk(locale);
    const { partNumber, shipmentId, number } = await sentParts(4);
    const hub = await browser.get('/receipts');
    for (const word of [title, scan, putAway, number]) expect(textOf(hub.html)).toContain(word);
    look(`hub-${locale}`, hub.html);
    const found = await browser.get(`/receipts/scan?code=${number}`);
    expect(found.location).toBe(`/receipts/arrivals/${shipmentId}`);
    const page = await browser.get(found.location ?? '');
    expect(textOf(page.html)).toContain(takeAll);
    expect(textOf(page.html)).toContain(partNumber);
    look(`arrival-${locale}`, page.html);
    const scanned = await browser.sendOn(page, `/receipts/arrivals/${shipmentId}/scan`, {
      code: partNumber,
      quantity: '2',
    });
    expect(textOf(scanned.html)).toMatch(/RCV-\d{6}/);
    look(`scanned-${locale}`, scanned.html);
    const rest = await browser.sendOn(scanned, `/receipts/arrivals/${shipmentId}/all`);
    expect(rest.status).toBe(200);
    look(`receipt-${locale}`, rest.html);
    expect(textOf(rest.html)).toContain(partNumber);
    const again = await browser.send(page, `/receipts/arrivals/${shipmentId}/all`);
    expect(again.status).toBe(409);
    look(`again-${locale}`, again.html);
    const byBin = await browser.get('/receipts/put-away');
    expect(textOf(byBin.html)).toContain(partNumber);
    look(`put-away-${locale}`, byBin.html);
  });

  it('files what is wrong, and somebody else lets it in', async () => {
    const browser = await clerk();
    const { partNumber, shipmentId } = await sentParts(3);
    const page = await browser.get(`/receipts/arrivals/${shipmentId}`);
    const over = await browser.sendOn(page, `/receipts/arrivals/${shipmentId}/scan`, {
      code: partNumber,
      quantity: '5',
    });
    expect(textOf(over.html)).toMatch(/in quarantine: 2\. Filed: DSC-\d{6}/);
    const queue = await browser.get(`/receipts/discrepancies?search=${partNumber}`);
    look('queue', queue.html);
    const [, id = ''] = /\/receipts\/discrepancies\/([0-9a-f-]{36})/.exec(queue.html) ?? [];
    const own = await browser.get(`/receipts/discrepancies/${id}`);
    look('discrepancy', own.html);
    const accept = `/receipts/discrepancies/${id}/accept`;
    expect(textOf(own.html)).toContain('may not let them into stock');
    expect(own.html).not.toContain(`action="${accept}"`);
    const { status } = await browser.post(accept, { reason: 'they are fine', _key: 'k-1' });
    expect(status).toBe(409);
    const other = await clerk('zh-CN');
    const theirs = await other.get(`/receipts/discrepancies/${id}`);
    look('discrepancy-zh', theirs.html);
    const done = await other.sendOn(theirs, accept, { reason: '实物已核对' });
    expect(textOf(done.html)).toContain('已处理完毕');
    look('discrepancy-done-zh', done.html);
  });

  it('closes short, assigns, and takes what was missed', async () => {
    const browser = await clerk();
    const { shipmentId } = await sentParts(2);
    const at = `/receipts/arrivals/${shipmentId}`;
    const page = await browser.get(at);
    const [, box = ''] = /\/box\?box=([0-9a-f-]{36})/.exec(page.html) ?? [];
    const boxed = await browser.sendOn(page, `${at}/box?box=${box}`);
    expect(boxed.status).toBe(200);
    const short = await browser.sendOn(boxed, `${at}/short`, { note: 'one box is missing' });
    expect(textOf(short.html)).toMatch(/Filed as short: DSC-\d{6}/);
    const [, number = ''] = /(DSC-\d{6})/.exec(textOf(short.html)) ?? [];
    const queue = await browser.get(`/receipts/discrepancies?search=${number}`);
    const [, id = ''] = /\/receipts\/discrepancies\/([0-9a-f-]{36})/.exec(queue.html) ?? [];
    const one = await browser.get(`/receipts/discrepancies/${id}`);
    look('short', one.html);
    const done = await browser.sendOn(one, `/receipts/discrepancies/${id}/found`, {
      reason: 'it was behind the door',
    });
    look('short-done', done.html);
    expect(textOf(done.html)).toContain('Settled.');
    const arrived = await browser.get(at);
    expect(textOf(arrived.html)).toContain('Nothing of this shipment is on the way any more');
  });

  it('receives by hand, one line after the other, and prints note and labels', async () => {
    const browser = await clerk();
    const { world } = web.app;
    const partId = await world.part('serial');
    const { partNumber } = await world.ask(getPart, { partId });
    const form = await browser.get('/receipts/by-hand');
    look('by-hand', form.html);
    const bin = await world.bin(road.toSiteId);
    const sites = await web.app.world.ask(
      (await import('../../src/inventory/index.ts')).listSites,
      {},
    );
    const code =
      sites.flatMap(({ locations }) => locations).find(({ id }) => id === bin)?.code ?? '';
    const typed = { partId: partNumber, quantity: '2', locationId: code, sender: 'Acme' };
    const refused = await browser.send(form, '/receipts/by-hand', typed);
    expect(refused.status).toBe(422);
    look('by-hand-refused', refused.html);
    const next = await browser.sendOn(form, '/receipts/by-hand', {
      ...typed,
      serialNumbers: 'H-1\nH-2',
    });
    const [, receiptId = ''] = /receipt=([0-9a-f-]{36})/.exec(next.html) ?? [];
    const receipt = await browser.get(`/receipts/${receiptId}`);
    expect(textOf(receipt.html)).toContain('H-1 H-2');
    look('receipt-by-hand', receipt.html);
    for (const paper of ['goods-receipt.pdf', 'labels.pdf']) {
      const file = await browser.get(`/documents/receipts/${receiptId}/${paper}?lang=zh-CN`);
      expect(file.status).toBe(200);
      expect(new TextDecoder().decode(file.bytes.subarray(0, 5))).toBe('%PDF-');
      if (process.env['SHOTS']) writeFileSync(`${process.env['SHOTS']}/${paper}`, file.bytes);
    }
  });

  it('puts away and inspects by scan', async () => {
    const browser = await clerk();
    const { world } = web.app;
    const partId = await world.part();
    const { partNumber } = await world.ask(getPart, { partId });
    const put = { partId, locationId: road.dockId, quantity: 3 };
    await world.run(receiveStock, { ...put, condition: 'unverified' });
    const inspect = await browser.get('/receipts/inspect');
    look('inspect', inspect.html);
    const bin = await world.bin(road.toSiteId);
    const { listSites } = await import('../../src/inventory/index.ts');
    const places = (await world.ask(listSites, {})).flatMap(({ locations }) => locations);
    const codeOf = (id: string) => places.find((one) => one.id === id)?.code ?? '';
    const inspected = await browser.sendOn(inspect, '/receipts/inspect', {
      partId: partNumber,
      locationId: codeOf(road.dockId),
      quantity: '3',
      found: 'good',
      reason: 'tested',
    });
    expect(textOf(inspected.html)).toContain('The result is recorded.');
    const form = await browser.get('/receipts/put-away');
    const done = await browser.sendOn(form, '/receipts/put-away', {
      partId: partNumber,
      toLocationId: codeOf(bin),
      fromLocationId: codeOf(road.dockId),
      quantity: '3',
      condition: 'good',
    });
    expect(textOf(done.html)).toContain('Put away: 3');
  });

  it('sets what a site takes without asking', async () => {
    const boss = await web.browser([{ role: 'administrator', siteId: null }]);
    const page = await boss.get('/receipts/rules');
    look('rules', page.html);
    const typed = { overPercent: '10', overPieces: '1', minimumShelfLifeDays: '30' };
    const done = await boss.sendOn(page, `/receipts/rules/${road.toSiteId}`, typed);
    expect(textOf(done.html)).toContain('The rule is set.');
    expect((await (await clerk()).get('/receipts/rules')).status).toBe(403);
    await web.app.world.run(receiveShipment, { shipmentId: (await sentParts(2)).shipmentId });
  });
});
