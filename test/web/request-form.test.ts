/**
 * The form of a request without script: a scanner fills it line by line, nothing typed is lost, a
 * successor is offered by name, and the same wish is asked about twice.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formsOf, textOf } from '../support/web-app.ts';
import { mint } from '../support/world.ts';
import { asked, openRequestDesk, type RequestDesk, scan } from './request-desk.ts';

let desk: RequestDesk;
let driver: RequestDesk['driver'];
let part: RequestDesk['part'];
let viewOf: RequestDesk['viewOf'];

beforeAll(async () => {
  desk = await openRequestDesk();
  ({ driver, part, viewOf } = desk);
});
afterAll(() => desk.web.close());

describe('the form of a request', () => {
  it('takes one scan after the other and keeps everything until it is sent', async () => {
    const { browser, van } = await driver();
    const barcode = mint('EAN');
    const [a, b] = [await part([barcode]), await part()];
    let page = await browser.get('/requests/new');
    expect(textOf(page.html)).toContain(`Empty: your van ${van}.`);
    page = await scan(browser, page, barcode);
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
    const { owner } = desk.world.database;
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
