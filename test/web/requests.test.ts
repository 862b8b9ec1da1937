/**
 * Requests on pages without script: a scanner fills the form line by line, an approver decides in one
 * form, the requester sees each line move and hears of it; limits are set by an administrator.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocation, createPart } from '../../src/inventory/index.ts';
import { getRequest, listRequests, setRequestPolicy } from '../../src/orders/index.ts';
import {
  type Browser,
  formsOf,
  openWebApp,
  type Page,
  textOf,
  type WebApp,
} from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let siteId: string;
beforeAll(async () => {
  web = await openWebApp();
  ({ siteId } = await web.app.world.site());
});
afterAll(() => web.close());

type Locale = 'en' | 'zh-CN';

async function someone(role: 'technician' | 'approver' | 'administrator', locale: Locale = 'en') {
  const where = role === 'administrator' ? null : siteId;
  // So that whoever is made last is the newest.
  web.app.world.clock.advanceDays(1 / 24);
  const browser = await web.browser([{ role, siteId: where }], locale);
  const [row] = await web.app.world.database.owner<{ id: string }[]>`
    select id from person order by created_at desc, id desc limit 1`;
  return { browser, personId: row?.id ?? '' };
}

async function driver(locale: Locale = 'en') {
  const { browser, personId } = await someone('technician', locale);
  const code = mint('VAN');
  const van = { siteId, code, kind: 'van', custodianId: personId } as const;
  await web.app.world.run(createLocation, van);
  return { browser, personId, van: code };
}

async function part(more: { barcode?: string; costMinor?: number } = {}) {
  const { barcode, costMinor = 25_00 } = more;
  const partNumber = mint('PN');
  const { partId } = await web.app.world.run(createPart, {
    ...{ partNumber, nameEn: 'Power board', nameZh: '电源板', costMinor, currency: 'CNY' },
    barcodes: barcode === undefined ? [] : [barcode],
  });
  return { partId, partNumber };
}

const scan = (browser: Browser, page: Page, code: string) =>
  browser.send(page, '/requests/new', { add: code, step: 'add' });

async function asked(browser: Browser, lines: readonly [string, string][], more = {}) {
  let page = await browser.get('/requests/new');
  for (const [code] of lines) page = await scan(browser, page, code);
  const quantities = Object.fromEntries(
    lines.map(([, quantity], at) => [`lines.${at}.quantity`, quantity]),
  );
  const sent = await browser.send(page, '/requests/new', { ...quantities, ...more, step: 'send' });
  expect(sent.status).toBe(303);
  return sent.location ?? '';
}

const viewOf = (path: string) =>
  web.app.world.ask(getRequest, { requestId: path.split('/').at(-1) ?? '' });

describe('the form of a request', () => {
  it('takes one scan after the other and keeps everything until it is sent', async () => {
    const { browser, van } = await driver();
    const [a, b] = [await part({ barcode: mint('EAN') }), await part()];
    const { parts } = {
      parts: await web.app.world.database.owner<{ code: string }[]>`
      select code from part_barcode where part_id = ${a.partId}`,
    };
    let page = await browser.get('/requests/new');
    expect(textOf(page.html)).toContain(`Empty: your van ${van}.`);
    page = await scan(browser, page, parts[0]?.code ?? '');
    page = await scan(browser, page, a.partNumber.toLowerCase());
    page = await browser.send(page, '/requests/new', {
      add: b.partNumber,
      documentNumber: 'Visit 17',
      priority: '1',
      step: 'add',
    });
    const fields = new Map(formsOf(page.html).find((f) => f.action === '/requests/new')?.fields);
    expect(fields.get('lines.0.partId')).toBe(a.partId);
    expect(fields.get('lines.0.quantity')).toBe('2');
    expect(fields.get('lines.1.partId')).toBe(b.partId);
    expect([fields.get('documentNumber'), fields.get('priority')]).toEqual(['Visit 17', '1']);
    page = await browser.send(page, '/requests/new', { step: `remove:${b.partId}` });
    expect(page.html).not.toContain(b.partNumber);
    const sent = await browser.send(page, '/requests/new', { step: 'send' });
    expect(sent.location).toMatch(/^\/requests\/[0-9a-f-]{36}$/);
    const seen = await browser.follow(sent);
    expect(textOf(seen.html)).toMatch(/REQ-\d{6} is sent and waits for approval/);
    const view = await viewOf(sent.location ?? '');
    expect(view).toMatchObject({ documentNumber: 'Visit 17', priority: 1, destinationCode: van });
    expect(view.lines).toMatchObject([{ partId: a.partId, quantity: 2 }]);
  });

  it('says what is wrong at the field, and loses nothing', async () => {
    const { browser } = await driver();
    const a = await part();
    let page = await browser.get('/requests/new');
    page = await browser.send(page, '/requests/new', { step: 'send', note: 'soon' });
    expect(page.status).toBe(422);
    expect(textOf(page.html)).toContain('No part yet. Scan the first one.');
    page = await scan(browser, page, 'NO-SUCH-PART');
    expect(textOf(page.html)).toContain('NO-SUCH-PART – There is no such part');
    expect(page.html).not.toContain('value="NO-SUCH-PART"');
    expect(page.html).toContain('soon');
    page = await scan(browser, page, a.partNumber);
    // A scan that was not added yet is added, not sent past.
    page = await browser.send(page, '/requests/new', { add: a.partNumber, step: 'send' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('name="lines.0.quantity" value="2"');
    const wrong = { 'lines.0.quantity': 'two', destinationId: 'NOWHERE', step: 'send' };
    page = await browser.send(page, '/requests/new', wrong);
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="two"');
    expect(page.html).toContain('value="NOWHERE"');
    page = await browser.send(page, '/requests/new', {
      'lines.0.quantity': '2',
      destinationId: '',
      neededBy: '2020-01-01',
      step: 'send',
    });
    expect(textOf(page.html)).toContain('The day needed is over');
    const missing = await browser.send(page, '/requests/new', { neededBy: '', step: 'send' });
    expect(missing.status).toBe(303);
  });

  it.each([
    ['en', 'has taken its place', 'instead'],
    ['zh-CN', '已停止发放', '改为申请'],
  ] as const)('offers the successor by name in %s', async (locale, said, offered) => {
    const { browser } = await driver(locale);
    const [old, young] = [await part(), await part()];
    const { owner } = web.app.world.database;
    await owner`
      insert into part_relation (id, from_part_id, to_part_id, kind, is_two_way, numerator, denominator,
                                 use_up_old_first, created_by_name, created_at)
      values (gen_random_uuid(), ${old.partId}, ${young.partId}, 'supersedes', false, 1, 1, false,
              'nobody', now())`;
    await owner`update part set retired_at = now() where id = ${old.partId}`;
    let page = await scan(browser, await browser.get('/requests/new'), old.partNumber);
    for (const word of [said, offered, young.partNumber]) expect(textOf(page.html)).toContain(word);
    page = await browser.send(page, '/requests/new', { step: `take:${young.partId}` });
    expect(page.html).toContain(`name="lines.0.partId" value="${young.partId}"`);
    expect(page.html).not.toContain(old.partNumber);
  });

  it('asks before it takes the same wish twice, and takes it when told so', async () => {
    const { browser } = await driver();
    const a = await part();
    await asked(browser, [[a.partNumber, '1']], { documentNumber: 'J-1' });
    const page = await scan(browser, await browser.get('/requests/new'), a.partNumber);
    const again = await browser.send(page, '/requests/new', {
      documentNumber: 'J-1',
      step: 'send',
    });
    expect(again.status).toBe(409);
    expect(textOf(again.html)).toContain(`You have asked for ${a.partNumber} before`);
    expect(again.html).toContain('name="_acknowledge" value="orders.asked-before"');
    const told = await browser.send(again, '/requests/new', {
      _acknowledge: 'orders.asked-before',
    });
    expect(told.status).toBe(303);
  });

  it('is filled in by the address that led to it', async () => {
    const { browser } = await driver();
    const a = await part();
    const page = await browser.get(`/requests/new?part=${a.partNumber}&quantity=7&job=J-9`);
    expect(page.html).toContain('name="lines.0.quantity" value="7"');
    expect(page.html).toContain('value="J-9"');
  });
});

describe('deciding', () => {
  it.each([
    ['en', 'Waiting for approval', 'Approved in part', '1 not approved'],
    ['zh-CN', '待审批', '部分批准', '未批准 1'],
  ] as const)('is one form in %s, and the requester hears of it', async (...given) => {
    const [locale, waiting, partly, refused] = given;
    const { browser: technician } = await driver(locale);
    const { browser: approver } = await someone('approver', locale);
    const [a, b] = [await part(), await part()];
    const path = await asked(technician, [
      [a.partNumber, '3'],
      [b.partNumber, '2'],
    ]);
    const list = await approver.get('/requests');
    for (const word of [waiting, a.partNumber, '125.00']) {
      expect(textOf(list.html)).toContain(word);
    }
    let page = await approver.get(path);
    const cut = { 'lines.0.approved': '2', 'lines.1.approved': '2' };
    page = await approver.send(page, `${path}/approve`, cut);
    expect(page.status).toBe(422);
    expect(page.html).toMatch(/name="lines.0.approved"[^>]*value="2"/);
    const because = { 'lines.0.reason': 'one is in your van' };
    page = await approver.sendOn(page, `${path}/approve`, because);
    for (const word of [partly, refused, 'one is in your van']) {
      expect(textOf(page.html)).toContain(word);
    }
    const home = await technician.get('/');
    expect(home.html).toContain(`href="${path}"`);
    const read = await technician.sendOn(home, '/notices/read');
    expect(read.html).not.toContain(`href="${path}"`);
    const view = await viewOf(path);
    expect(view.orderNumber).toMatch(/^ORD-/);
    expect(view.lines.map(({ approved }) => approved)).toEqual([2, 2]);
  });

  it('is rejected with a reason, and stale pages say where it stands', async () => {
    const { browser: technician } = await driver();
    const { browser: approver } = await someone('approver');
    const { browser: late } = await someone('approver');
    const path = await asked(technician, [[(await part()).partNumber, '1']]);
    const [page, stale] = [await approver.get(path), await late.get(path)];
    expect((await approver.send(page, `${path}/reject`)).status).toBe(422);
    const done = await approver.sendOn(page, `${path}/reject`, { reason: 'use the loaner' });
    expect(textOf(done.html)).toContain('use the loaner');
    const tooLate = await late.send(stale, `${path}/approve`);
    expect(tooLate.status).toBe(409);
    expect(textOf(tooLate.html)).toContain('Somebody else has changed this meanwhile');
    expect(textOf(tooLate.html)).toContain('rejected');
  });

  it('is grey for one’s own wish, with the reason', async () => {
    const { browser } = await someone('administrator');
    const bench = await web.app.world.bin(siteId, 'bench');
    const [row] = await web.app.world.database.owner<{ code: string }[]>`
      select code from location where id = ${bench}`;
    const a = await part();
    const path = await asked(browser, [[a.partNumber, '1']], { destinationId: row?.code ?? '' });
    const page = await browser.get(path);
    expect(textOf(page.html)).toContain('Nobody approves what he asked for himself');
    expect(formsOf(page.html).map(({ action }) => action)).not.toContain(`${path}/approve`);
    const forced = await browser.post(`${path}/approve`, { _key: mint('key') });
    expect(textOf(forced.html)).toContain('inventory.own-approval');
  });

  it('takes one line back, then the rest', async () => {
    const { browser } = await driver();
    const [a, b] = [await part(), await part()];
    const path = await asked(browser, [
      [a.partNumber, '3'],
      [b.partNumber, '2'],
    ]);
    let page = await browser.get(path);
    const { lines } = await viewOf(path);
    page = await browser.sendOn(page, `${path}/cancel`, { lineIds: lines[1]?.id ?? '' });
    expect(textOf(page.html)).toContain('2 taken back');
    const left = formsOf(page.html).filter(({ action }) => action === `${path}/cancel`);
    const whole = left.find(({ fields }) => fields.every(([name]) => name !== 'lineIds'));
    page = await browser.follow(
      await browser.post(`${path}/cancel`, Object.fromEntries(whole?.fields ?? [])),
    );
    expect(textOf(page.html)).toContain('Taken back');
    expect(await viewOf(path)).toMatchObject({ state: 'cancelled' });
  });
});

describe('the desk of limits', () => {
  it('sets limits and what needs nobody, in whole units', async () => {
    const { browser: administrator } = await someone('administrator');
    const { browser: approver, personId } = await someone('approver');
    const { browser: technician } = await driver();
    let page = await administrator.get('/approvals');
    expect(page.status).toBe(200);
    const limit = { kind: 'request', personId, maxMinor: '49.99' };
    page = await administrator.sendOn(page, '/approvals/limit', limit);
    expect(textOf(page.html)).toContain('49.99');
    const path = await asked(technician, [[(await part()).partNumber, '2']]);
    const form = await approver.get(path);
    expect(textOf(form.html)).toContain('You may approve up to 49.99');
    const above = await approver.send(form, `${path}/approve`);
    expect(textOf(above.html)).toContain('It is worth 50.00; you may approve up to 49.99');
    const less = await approver.sendOn(above, `${path}/approve`, {
      'lines.0.approved': '1',
      'lines.0.reason': 'one will do',
    });
    expect(textOf(less.html)).toContain('Approved in part');

    page = await administrator.get('/approvals');
    const policy = { kind: 'field-service', automaticMaxMinor: '30' };
    page = await administrator.sendOn(page, '/approvals/policy', policy);
    expect(textOf(page.html)).toContain('30.00');
    const cheap = await technician.get(await asked(technician, [[(await part()).partNumber, '1']]));
    expect(textOf(cheap.html)).toContain('automatically, because of its value');
    await web.app.world.run(setRequestPolicy, { kind: 'field-service', automaticMaxMinor: null });
    const wrong = await administrator.send(page, '/approvals/limit', { maxMinor: 'much' });
    expect(wrong.status).toBe(422);
  });
});

describe('the first page', () => {
  it('counts what waits for the approver and what the technician has open', async () => {
    const { browser: technician } = await driver();
    const { browser: approver } = await someone('approver');
    await asked(technician, [[(await part()).partNumber, '1']]);
    const { total } = await web.app.world.ask(listRequests, { shelf: 'waiting' });
    const page = textOf((await approver.get('/')).html);
    expect(page).toContain(`${total} part requests to approve`);
    expect(textOf((await technician.get('/')).html)).toContain('1 my open part requests');
  });
});
