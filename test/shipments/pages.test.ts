/** The pages of picking, packing and shipping as people meet them: by scan, without script, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createLocation,
  createSite,
  getPart,
  listSites,
  receiveStock,
} from '../../src/inventory/index.ts';
import { createOrder } from '../../src/orders/commands/create-order.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { readPdf } from '../support/pdf.ts';
import { type Browser, openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let siteId = '';
let toSiteId = '';
let shelfId = '';
let bin = { id: '', code: '' };
beforeAll(async () => {
  web = await openWebApp();
  const { world } = web.app;
  const make = async (nameZh: string) => {
    const code = mint('S');
    const site = { code, nameEn: `Site ${code}`, nameZh, address: '示例路 1 号\nExample Road 1' };
    return (await world.run(createSite, site)).siteId;
  };
  siteId = await make('深圳备件库');
  toSiteId = await make('上海现场库');
  const add = async (at: string, kind: 'storage' | 'shipping') => {
    const code = mint('B');
    return { code, id: (await world.run(createLocation, { siteId: at, code, kind })).locationId };
  };
  bin = await add(siteId, 'storage');
  await add(siteId, 'shipping');
  shelfId = (await add(toSiteId, 'storage')).id;
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

async function ordered(quantity: number, tracking: 'none' | 'serial' = 'none', stock = quantity) {
  const { world } = web.app;
  const partId = await world.part(tracking);
  const serialNumbers =
    tracking === 'serial' ? Array.from({ length: stock }, () => mint('SN')) : [];
  await world.run(receiveStock, { partId, locationId: bin.id, quantity: stock, serialNumbers });
  const { partNumber } = await world.ask(getPart, { partId });
  const order = { destinationId: shelfId, lines: [{ partId, quantity }] };
  const { number } = await world.run(createOrder, order);
  return { partId, partNumber, serialNumbers, order: number };
}

const clerk = (locale: 'en' | 'zh-CN' = 'en') => web.browser([{ role: 'clerk', siteId }], locale);
const pickPath = () => `/shipments/pick/${siteId}`;

/** A wedge scanner on a page without script: types into the scan field and presses Enter. */
async function scan(browser: Browser, path: string, code: string, at: string = path) {
  return browser.send(await browser.get(path), `${at}/scan`, { code });
}

describe('picking', () => {
  it('is one scan for the bin and one for each piece', async () => {
    const browser = await clerk();
    const { serialNumbers, partNumber, order } = await ordered(1, 'serial');
    const first = await scan(browser, pickPath(), serialNumbers[0] ?? '');
    expect(first.status).toBe(409);
    expect(textOf(first.html)).toContain('Scan the bin first');
    const atBin = await scan(browser, pickPath(), bin.code.toLowerCase());
    expect(atBin.location).toBe(`${pickPath()}/${bin.id}`);
    const page = await browser.follow(atBin);
    for (const word of [partNumber, order, serialNumbers[0] ?? '']) {
      expect(textOf(page.html)).toContain(word);
    }
    const taken = await scan(browser, `${pickPath()}/${bin.id}`, serialNumbers[0] ?? '');
    expect(taken.status).toBe(303);
    expect(textOf((await browser.follow(taken)).html)).toContain(
      `1 × ${partNumber} picked for SHP-`,
    );
    const again = await scan(browser, `${pickPath()}/${bin.id}`, serialNumbers[0] ?? '');
    expect(again.status).toBe(409);
    expect(textOf(again.html)).toContain('Nothing of this part is to be picked here');
  });

  it('of a counted part asks how many, and says what does not fit', async () => {
    const browser = await clerk('zh-CN');
    const { partId, partNumber } = await ordered(4);
    const path = `${pickPath()}/${bin.id}`;
    const scanned = await scan(browser, path, partNumber);
    expect(scanned.location).toBe(`${path}?part=${partId}`);
    const page = await browser.follow(scanned);
    expect(page.html).toMatch(/name="quantity"[^>]*value="4"/);
    const fewer = await browser.post(`${path}/take`, {
      ...fieldsFor(page.html, partId),
      quantity: '3',
    });
    expect(textOf(fewer.html)).toContain('少于分配数量');
    const done = await browser.post(`${path}/take`, {
      ...fieldsFor(page.html, partId),
      quantity: '４',
    });
    expect(done.status).toBe(303);
    expect(textOf((await browser.follow(done)).html)).toContain(`拣出 ${partNumber} × 4`);
    const unknown = await scan(browser, path, 'NO-SUCH-CODE');
    expect(textOf(unknown.html)).toContain('此处不认识这个条码');
  });

  it('offers another piece of the part, once, by name', async () => {
    const browser = await clerk();
    const { serialNumbers, partNumber } = await ordered(1, 'serial', 2);
    const path = `${pickPath()}/${bin.id}`;
    const page = textOf((await browser.get(path)).html);
    const other = serialNumbers.find((number) => !page.includes(number)) ?? '';
    const asked = await scan(browser, path, other);
    expect(asked.status).toBe(409);
    expect(textOf(asked.html)).toContain('Another piece is promised');
    const done = await browser.send(asked, `${path}/take`, {
      _acknowledge: 'shipments.other-piece-held',
    });
    expect(done.status).toBe(303);
    expect(textOf((await browser.follow(done)).html)).toContain(`1 × ${partNumber} picked`);
  });

  it('that finds less says so, and the rest waits', async () => {
    const browser = await clerk();
    const { partNumber } = await ordered(5);
    const path = `${pickPath()}/${bin.id}`;
    const page = await browser.get(path);
    const short = await browser.sendOn(page, `${path}/short`, { found: '2', reason: 'damaged' });
    expect(textOf(short.html)).toContain('3 are missing');
    const list = await browser.get('/shipments/short-picks');
    for (const word of [partNumber, 'Damaged', bin.code]) expect(textOf(list.html)).toContain(word);
  });
});

function fieldsFor(html: string, partId: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*\/take"[\s\S]*?<\/form>/g)].find(([text]) =>
    text.includes(partId),
  );
  const fields = [...(form?.[0] ?? '').matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

describe('packing and sending', () => {
  it('goes by scans from the box to the slip', async () => {
    const browser = await clerk();
    const { serialNumbers, partNumber } = await ordered(1, 'serial');
    await scan(browser, `${pickPath()}/${bin.id}`, serialNumbers[0] ?? '');
    const hub = await browser.get('/shipments?queue=to-pack');
    const shipment = /\/shipments\/([0-9a-f-]{36})"/.exec(hub.html)?.[1] ?? '';
    const pack = `/shipments/${shipment}/pack`;
    const noBox = await scan(browser, pack, serialNumbers[0] ?? '');
    expect(textOf(noBox.html)).toContain('Scan the box first');
    const opened = await browser.send(await browser.get(pack), `${pack}/new-box`);
    const boxPath = opened.location ?? '';
    const box = boxPath.split('/').at(-1) ?? '';
    expect(box).toMatch(/^BOX-\d{6}$/);
    const packed = await scan(browser, boxPath, serialNumbers[0] ?? '');
    expect(textOf((await browser.follow(packed)).html)).toContain(`packed into ${box}`);
    const twice = await scan(browser, boxPath, serialNumbers[0] ?? '');
    expect(textOf(twice.html)).toContain('It is in this box already');
    const same = await scan(browser, boxPath, box.toLowerCase());
    expect(same.location).toBe(boxPath);
    expect(textOf((await scan(browser, boxPath, 'BOX-999999')).html)).toContain(
      'There is no such box',
    );
    const page = await browser.get(`/shipments/${shipment}`);
    const early = await browser.send(page, `/shipments/${shipment}/dispatch`, { carrier: 'SF' });
    expect(textOf(early.html)).toContain('Not everything is packed');
    const sent = await browser.sendOn(page, `/shipments/${shipment}/dispatch`, {
      carrier: 'SF Express 顺丰',
      trackingNumber: 'SF1234567890',
      rest: 'next',
    });
    expect(textOf(sent.html)).toContain('On the road');
    expect(textOf(sent.html)).toContain('SF1234567890');
    for (const did of ['Goods picked', 'Packed', 'Sent']) expect(textOf(sent.html)).toContain(did);
    const slip = await browser.get(`/documents/shipments/${shipment}/packing-slip.pdf?lang=zh-CN`);
    const text = (await readPdf(slip.bytes)).map((one) => one.text).join(' ');
    for (const word of ['装箱单', partNumber, serialNumbers[0] ?? '', box, '顺丰', '上海现场库']) {
      expect(text).toContain(word);
    }
    const label = await browser.get(`/documents/shipments/${shipment}/boxes/${box}/label.pdf`);
    expect((await readPdf(label.bytes)).map((one) => one.text).join(' ')).toContain(box);
    const scanned = await browser.get(`/scan?code=${box.toLowerCase()}`);
    expect(scanned.location).toBe(`/shipments/${shipment}`);
    const road = await browser.get('/shipments?queue=in-transit');
    expect(textOf(road.html)).toContain(box);
    const lost = await browser.sendOn(
      await browser.get(`/shipments/${shipment}`),
      `/shipments/${shipment}/lose`,
      {
        boxNumber: box,
        reason: 'the lorry burnt',
      },
    );
    expect(textOf(lost.html)).toContain('the lorry burnt');
    const found = await browser.sendOn(lost, `/shipments/${shipment}/find-again`, {
      reason: 'it did not',
    });
    expect(textOf(found.html)).toContain('On the road');
  });

  it('cancels with the goods back in their bins', async () => {
    const browser = await clerk('zh-CN');
    const hub = await browser.get('/shipments?queue=to-pack');
    const shipment = /\/shipments\/([0-9a-f-]{36})"/.exec(hub.html)?.[1] ?? '';
    const page = await browser.get(`/shipments/${shipment}`);
    const done = await browser.sendOn(page, `/shipments/${shipment}/cancel`, {
      goods: 'put-back',
      reason: '客户取消',
    });
    expect(textOf(done.html)).toContain('已取消');
    expect(textOf((await browser.get(pickPath())).html)).toContain(bin.code);
    const list = await browser.get(`/documents/sites/${siteId}/pick-list.pdf`);
    const text = (await readPdf(list.bytes)).map((one) => one.text).join(' ');
    expect(text).toContain('拣货单');
    expect(text).toContain(bin.code);
  });

  it('of another site is not seen', async () => {
    const browser = await clerk();
    const hub = await browser.get('/shipments?queue=all');
    const shipment = /\/shipments\/([0-9a-f-]{36})"/.exec(hub.html)?.[1] ?? '';
    const stranger = await web.browser([
      { role: 'clerk', siteId: (await web.app.world.site()).siteId },
    ]);
    expect((await stranger.get(`/shipments/${shipment}`)).status).toBe(404);
    expect((await stranger.get(pickPath())).status).toBe(404);
    const receiver = await web.browser([{ role: 'clerk', siteId: toSiteId }]);
    expect((await receiver.get(`/shipments/${shipment}`)).status).toBe(200);
    const { token } = await web.app.makeActorToken([{ role: 'clerk', siteId }]);
    const answer = await web.app.call(`/api/v1/shipments/${shipment}`, { token });
    expect(answer.status).toBe(200);
    expect(await web.app.world.ask(listSites, {})).not.toEqual([]);
  });
});
