/**
 * Requests on pages without script: an approver decides in one form, the requester sees each line move
 * and hears of it; limits are set by an administrator.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRequests, setRequestPolicy } from '../../src/orders/index.ts';
import { formsOf, textOf } from '../support/web-app.ts';
import { mint } from '../support/world.ts';
import { asked, openRequestDesk, type RequestDesk } from './request-desk.ts';

let desk: RequestDesk;
let driver: RequestDesk['driver'];
let part: RequestDesk['part'];
let viewOf: RequestDesk['viewOf'];
let someone: RequestDesk['someone'];

beforeAll(async () => {
  desk = await openRequestDesk();
  ({ driver, part, viewOf, someone } = desk);
});
afterAll(() => desk.web.close());

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
    const bench = await desk.world.bin(desk.siteId, 'bench');
    const [row] = await desk.world.database.owner<{ code: string }[]>`
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
    await desk.world.run(setRequestPolicy, { kind: 'field-service', automaticMaxMinor: null });
    const wrong = await administrator.send(page, '/approvals/limit', { maxMinor: 'much' });
    expect(wrong.status).toBe(422);
  });
});

describe('the first page', () => {
  it('counts what waits for the approver and what the technician has open', async () => {
    const { browser: technician } = await driver();
    const { browser: approver } = await someone('approver');
    await asked(technician, [[(await part()).partNumber, '1']]);
    const { total } = await desk.world.ask(listRequests, { shelf: 'waiting' });
    const page = textOf((await approver.get('/')).html);
    expect(page).toContain(`${total} part requests to approve`);
    expect(textOf((await technician.get('/')).html)).toContain('1 my open part requests');
  });
});
