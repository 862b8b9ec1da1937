/** The stock pages as people meet them without script: forms, refusals, the report, owed parts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPart, getPart, listMovements, listSites } from '../../src/inventory/index.ts';
import { getRmaLine, receiveUnit, recordFault, startJob, usePart } from '../../src/rma/index.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let depot: Depot;
beforeAll(async () => {
  web = await openWebApp();
  depot = await makeDepot(web.app.world);
});
afterAll(() => web.close());

const everywhere = (role: 'clerk' | 'approver' | 'planner' | 'service-desk' | 'technician') =>
  [{ role, siteId: null }] as const;

/** A part and a bin that nobody else uses, by id and code. */
async function shelf(siteId = depot.siteId) {
  const { world } = web.app;
  const partId = await world.part();
  const locationId = await world.bin(siteId);
  const { partNumber } = await world.ask(getPart, { partId });
  const sites = await world.ask(listSites, {});
  const all = sites.flatMap(({ locations }) => locations);
  const bin = all.find(({ id }) => id === locationId)?.code ?? '';
  return { partId, locationId, partNumber, bin };
}

describe('stock on hand', () => {
  it.each([
    ['en', 'Stock on hand', 'Available', 'New'],
    ['zh-CN', '现有库存', '可用量', '新品'],
  ] as const)('is shown in %s with its balances', async (locale, title, heading, state) => {
    const clerk = await web.browser(everywhere('clerk'), locale);
    const { partId, locationId, partNumber, bin } = await shelf();
    await web.app.world.stocked(partId, locationId, 7);
    const page = await clerk.get(`/stock?search=${partNumber}`);
    expect(page.status).toBe(200);
    for (const word of [title, heading, state, partNumber, bin]) {
      expect(textOf(page.html)).toContain(word);
    }
    expect(page.html).toMatch(/<th scope="col"/);
    expect(page.html).toMatch(/<td class="number"[^>]*>7<\/td>/);
    expect(page.html).toContain(`href="/stock/movements?partId=${partId}"`);
  });

  it('is narrowed by condition, site and place, whatever is typed into the address', async () => {
    const clerk = await web.browser(everywhere('clerk'));
    const { partId, locationId, partNumber } = await shelf();
    await web.app.world.stocked(partId, locationId, 1);
    const rows = async (query: string) =>
      (await clerk.get(`/stock?search=${partNumber}&${query}`)).html.includes(`/parts/${partId}`);
    expect(await rows('condition=new')).toBe(true);
    expect(await rows('condition=defective')).toBe(false);
    expect(await rows(`siteId=${depot.siteId}`)).toBe(true);
    expect(await rows(`locationId=${depot.benchId}`)).toBe(false);
    expect(await rows("condition='--&siteId=zz&page=-4")).toBe(true);
  });

  it('of another site does not exist', async () => {
    const { world } = web.app;
    const { siteId } = await world.site();
    const foreign = await shelf();
    await world.stocked(foreign.partId, foreign.locationId, 3);
    const clerk = await web.browser([{ role: 'clerk', siteId }]);
    for (const path of ['/stock?search=', '/stock/movements?search=']) {
      const page = await clerk.get(`${path}${foreign.partNumber}`);
      expect(page.html).not.toContain(`/parts/${foreign.partId}`);
    }
    const part = await clerk.get(`/parts/${foreign.partId}`);
    expect(textOf(part.html)).toContain('Nothing on hand at your sites');
    const form = await clerk.get('/stock/receive');
    const typed = { partId: foreign.partNumber, locationId: foreign.bin, quantity: '1' };
    const refused = await clerk.send(form, '/stock/receive', typed);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('There is no such location');
  });

  it('shows foreign text as text', async () => {
    const { world } = web.app;
    const partNumber = mint('<b>&"');
    const nameEn = '<script>alert(1)</script>';
    const { partId } = await world.run(createPart, { partNumber, nameEn });
    await world.stocked(partId, depot.benchId, 1);
    const clerk = await web.browser(everywhere('clerk'));
    for (const path of ['/stock', '/stock/movements', `/parts/${partId}`, '/parts']) {
      const page = await clerk.get(`${path}?search=${encodeURIComponent(partNumber)}`);
      expect(page.html).not.toContain(nameEn);
      expect(page.html).not.toContain('<b>&"');
      expect(textOf(page.html)).toContain(partNumber.slice(0, 5));
    }
    const page = await clerk.get(`/stock?search=${encodeURIComponent('"><script>x</script>')}`);
    expect(page.html).not.toContain('<script>x');
  });
});

describe('receiving stock', () => {
  it('takes codes, says what was done, and keeps the place', async () => {
    const clerk = await web.browser(everywhere('clerk'));
    const { partId, partNumber, bin } = await shelf();
    const form = await clerk.get('/stock/receive');
    const typed = {
      partId: partNumber,
      locationId: bin.toLowerCase(),
      quantity: '５',
      reference: 'PO-1',
    };
    const next = await clerk.sendOn(form, '/stock/receive', typed);
    expect(textOf(next.html)).toContain(`× ${partNumber} into`);
    expect(next.html).toContain(`value="${bin.toLowerCase()}"`);
    const { rows } = await web.app.world.ask(listMovements, { partId });
    expect(rows.map(({ quantity, document }) => [quantity, document])).toEqual([
      [5, 'receipt:PO-1'],
    ]);
  });

  it('names every wrong field at once and keeps what was typed', async () => {
    const clerk = await web.browser(everywhere('clerk'), 'zh-CN');
    const form = await clerk.get('/stock/receive');
    const typed = {
      partId: 'NO-<SUCH>',
      locationId: 'NOWHERE',
      quantity: 'many',
      reference: 'PO 7',
    };
    const refused = await clerk.send(form, '/stock/receive', typed);
    expect(refused.status).toBe(422);
    const text = textOf(refused.html);
    expect(text).toContain('料号: 没有此备件');
    expect(text).toContain('入库库位: 没有此库位');
    expect(text).toMatch(/数量: \S/);
    for (const kept of ['NO-&lt;SUCH&gt;', 'NOWHERE', 'many', 'PO 7']) {
      expect(refused.html).toContain(`value="${kept}"`);
    }
  });

  it('asks for serial numbers where a part has them, beside the field', async () => {
    const clerk = await web.browser(everywhere('clerk'));
    const partId = await web.app.world.part('serial');
    const { partNumber } = await web.app.world.ask(getPart, { partId });
    const { bin } = await shelf();
    const form = await clerk.get(`/stock/receive?part=${partNumber}&location=${bin}`);
    const refused = await clerk.send(form, '/stock/receive', {
      quantity: '2',
      serialNumbers: 'A1',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>A1<\/textarea>/);
    const serials = `${mint('SN')}\r\n${mint('SN')}`;
    const done = await clerk.send(refused, '/stock/receive', { serialNumbers: serials });
    expect(done.status).toBe(303);
    const list = await clerk.get(`/stock?search=${serials.split('\r\n')[1]}`);
    expect(list.html).toContain(`/parts/${partId}`);
  });

  it('takes effect once when sent twice', async () => {
    const clerk = await web.browser(everywhere('clerk'));
    const { partId, partNumber, bin } = await shelf();
    const form = await clerk.get('/stock/receive');
    const typed = { partId: partNumber, locationId: bin, quantity: '1' };
    await clerk.send(form, '/stock/receive', typed);
    await clerk.send(form, '/stock/receive', typed);
    expect((await web.app.world.ask(listMovements, { partId })).rows).toHaveLength(1);
  });
});

describe('moving, correcting and reversing', () => {
  it('moves what is there and refuses what is not, beside the quantity', async () => {
    const clerk = await web.browser(everywhere('clerk'));
    const from = await shelf();
    const to = await shelf();
    await web.app.world.stocked(from.partId, from.locationId, 2);
    const form = await clerk.get(`/stock/move?part=${from.partNumber}&location=${from.bin}`);
    const typed = { toLocationId: to.bin, quantity: '3' };
    const refused = await clerk.send(form, '/stock/move', typed);
    expect(refused.status).toBe(409);
    expect(refused.html).toMatch(/name="quantity"[^>]*aria-invalid="true"[^>]*value="3"/);
    const done = await clerk.sendOn(refused, '/stock/move', { quantity: '2' });
    expect(textOf(done.html)).toContain(`Moved: 2 × ${from.partNumber}`);
  });

  it('lets only an approver correct, with a reason, and reverse once', async () => {
    const { partId, locationId, partNumber, bin } = await shelf();
    await web.app.world.stocked(partId, locationId, 4);
    const clerk = await web.browser(everywhere('clerk'));
    expect((await clerk.get('/stock/adjust')).status).toBe(403);
    expect((await clerk.get('/stock')).html).not.toContain('/stock/adjust');
    const approver = await web.browser(everywhere('approver'));
    const form = await approver.get(`/stock/adjust?part=${partNumber}&location=${bin}`);
    const typed = { direction: 'down', quantity: '1', condition: 'new' };
    const refused = await approver.send(form, '/stock/adjust', typed);
    expect(textOf(refused.html)).toContain('Reason: is required');
    const done = await approver.send(refused, '/stock/adjust', { reason: 'count 2026' });
    expect(done.status).toBe(303);
    const report = await approver.get(`/stock/movements?partId=${partId}`);
    expect(textOf(report.html)).toContain('count 2026');
    expect(textOf(report.html)).toContain('4 → 3');
    const reverse = /\/stock\/movements\/[0-9a-f-]{36}\/reverse/.exec(report.html)?.[0] ?? '';
    const why = await approver.get(reverse);
    expect((await approver.send(why, reverse, { reason: ' ' })).status).toBe(422);
    const undone = await approver.sendOn(why, reverse, { reason: 'miscounted' });
    expect(textOf(undone.html)).toContain('Reversed. The opposite movement');
    expect(textOf(undone.html)).toContain('miscounted');
    const again = await approver.send(await approver.get(reverse), reverse, { reason: 'twice' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('value="twice"');
    expect((await clerk.get(`/stock/movements?partId=${partId}`)).html).not.toContain('/reverse');
  });
});

describe('the transaction report', () => {
  it('goes back page by page without losing or repeating a row', async () => {
    const clerk = await web.browser(everywhere('clerk'));
    const { partId, locationId } = await shelf();
    for (let n = 1; n <= 53; n += 1) await web.app.world.stocked(partId, locationId, n);
    const figures = (html: string) =>
      [...html.matchAll(/→ (\d+)<\/span>/g)].map(([, after]) => Number(after)).filter((n) => n > 0);
    const first = await clerk.get(`/stock/movements?partId=${partId}`);
    expect(first.html).toContain('Movements of');
    const older =
      /href="(\?[^"]*before=\d+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await clerk.get(`/stock/movements${older}`);
    const seen = [...figures(first.html), ...figures(second.html)];
    expect(figures(first.html)).toHaveLength(50);
    expect(new Set(seen).size).toBe(53);
    expect(second.html).not.toMatch(/rel="next"/);
  });

  it('of a document shows what the return moved', async () => {
    const { world } = web.app;
    const serialNumber = await depot.unit();
    const { lineId, code } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    const clerk = await web.browser(everywhere('clerk'), 'zh-CN');
    const page = await clerk.get(`/stock/movements?document=${code}`);
    expect(textOf(page.html)).toContain(`${code} 的库存流水`);
    expect(page.html).toContain(serialNumber);
    const none = await clerk.get('/stock/movements?document=RMA-999999-9');
    expect(textOf(none.html)).toContain('没有符合条件的流水');
  });
});

describe('defective parts', () => {
  it('are owed until a clerk takes them back into a place', async () => {
    const { world } = web.app;
    const serialNumber = await depot.unit();
    const { lineId, code } = await depot.authorized(serialNumber);
    await world.run(receiveUnit, { lineId, serialNumber });
    const { jobId } = await world.ask(getRmaLine, { lineId });
    await world.run(startJob, { jobId: jobId ?? '' });
    const { faultCode } = depot;
    await world.run(recordFault, { jobId: jobId ?? '', faultCode });
    await world.stocked(depot.boardId, depot.benchId, 1);
    await world.run(usePart, { jobId: jobId ?? '', partId: depot.boardId });
    world.clock.advanceDays(60);
    const clerk = await web.browser(everywhere('clerk'));
    const list = await clerk.get('/defective-returns');
    const text = textOf(list.html);
    expect(text).toContain(code);
    expect(text).toMatch(/\d+ days late/);
    const link = /\/defective-returns\/[0-9a-f-]{36}\/receive/.exec(list.html)?.[0] ?? '';
    const form = await clerk.get(link);
    const refused = await clerk.send(form, link, { locationId: 'NOWHERE' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="NOWHERE"');
    const { bin } = await shelf();
    const done = await clerk.sendOn(refused, link, { locationId: bin });
    expect(textOf(done.html)).toContain('is back');
    expect(textOf(done.html)).not.toContain(code);
    expect(textOf((await clerk.get('/defective-returns?state=returned')).html)).toContain(code);
  });
});
