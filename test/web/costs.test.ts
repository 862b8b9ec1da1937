/** The pages of cost, closings, payables and of one pile, as people meet them without script. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPart, receiveStock, stockOnHand } from '../../src/inventory/index.ts';
import { addDays, isoDay } from '../../src/platform/clock.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let siteId: string;
beforeAll(async () => {
  web = await openWebApp();
  ({ siteId } = await web.app.world.site());
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

const as = (role: 'clerk' | 'approver' | 'planner') => [{ role, siteId: null }] as const;

async function shelf(quantity = 4, tracking: 'none' | 'lot' = 'none') {
  const { world } = web.app;
  const partId = await world.part(tracking);
  const locationId = await world.bin(siteId);
  await world.database.owner`update part set cost_minor = 1250 where id = ${partId}`;
  const lot = tracking === 'lot' ? { lotNumber: mint('L'), expiresOn: '2025-01-31' } : {};
  await world.run(receiveStock, { partId, locationId, quantity, ...lot });
  const { rows } = await world.ask(stockOnHand, { partId });
  const { partNumber } = await world.ask(getPart, { partId });
  return { partId, locationId, partNumber, bucketId: rows[0]?.bucketId ?? '' };
}

describe('the cost of a part', () => {
  it.each([
    ['en', 'Moving average', 'Changes of the value', 'Receipt'],
    ['zh-CN', '移动平均', '金额变动记录', '入库'],
  ] as const)('is shown in %s with its history', async (locale, method, history, kind) => {
    const planner = await web.browser(as('planner'), locale);
    const { partId, partNumber } = await shelf();
    const page = await planner.get(`/parts/${partId}/cost`);
    expect(page.status).toBe(200);
    for (const word of [method, history, kind, partNumber, '50.00', '12.50']) {
      expect(textOf(page.html)).toContain(word);
    }
    expect(page.html).not.toContain('name="unitMinor"');
    const list = await planner.get(`/costs?search=${partNumber}`);
    expect(textOf(list.html)).toContain('50.00');
    expect(list.html).toContain(`/parts/${partId}/cost`);
  });

  it('is set anew by those who may, in whole units, and a refusal keeps what was typed', async () => {
    const approver = await web.browser(as('approver'));
    const { partId } = await shelf();
    const path = `/parts/${partId}/cost`;
    const form = await approver.get(path);
    const refused = await approver.send(form, path, {
      method: 'standard',
      unitMinor: '',
      reason: 'x',
    });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('A standard needs the cost of one piece');
    const typed = { method: 'standard', unitMinor: '13.10', reason: 'yearly' };
    const done = await approver.send(refused, path, typed);
    expect(done.status).toBe(303);
    const page = await approver.get(path);
    for (const word of ['Standard cost', '13.10', '52.40', 'yearly', 'Revaluation']) {
      expect(textOf(page.html)).toContain(word);
    }
  });

  it('is not for clerks', async () => {
    const clerk = await web.browser(as('clerk'));
    const { partId } = await shelf();
    expect((await clerk.get(`/parts/${partId}/cost`)).status).toBe(403);
    expect((await clerk.get(`/parts/${partId}`)).html).not.toContain(`/parts/${partId}/cost`);
    expect((await clerk.get('/stock')).html).not.toContain('href="/costs"');
  });
});

describe('closing a period', () => {
  it.each([
    ['en', 'Close for good', 'A closed period is not opened again'],
    ['zh-CN', '确认结账', '已结账期间不可重新打开'],
  ] as const)('works in %s, forward only', async (locale, button, refusal) => {
    const approver = await web.browser(as('approver'), locale);
    const days = locale === 'en' ? 60 : 50;
    const day = isoDay(addDays(web.app.world.clock.now(), -days));
    const form = await approver.get('/costs/closings');
    expect(textOf(form.html)).toContain(button);
    expect((await approver.send(form, '/costs/closings', { closedBefore: day })).status).toBe(303);
    const after = await approver.get('/costs/closings');
    expect(textOf(after.html)).toContain(day);
    const again = await approver.send(after, '/costs/closings', { closedBefore: day });
    expect(again.status).toBe(409);
    expect(textOf(again.html)).toContain(refusal);
  });

  it('refuses a form that posts behind it, at the field', async () => {
    const clerk = await web.browser(as('clerk'));
    const { partNumber } = await shelf();
    const { world } = web.app;
    const { rows } = await world.ask(stockOnHand, { search: partNumber });
    const form = await clerk.get('/stock/receive');
    const typed = { partId: partNumber, locationId: rows[0]?.locationCode ?? '', quantity: '1' };
    const late = { ...typed, effectiveAt: '2020-01-01 08:00' };
    const refused = await clerk.send(form, '/stock/receive', late);
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain('This day is closed');
    expect(refused.html).toContain('2020-01-01');
    const back = isoDay(addDays(world.clock.now(), -3));
    const done = await clerk.send(refused, '/stock/receive', { ...typed, effectiveAt: back });
    expect(done.status).toBe(303);
  });
});

describe('what is owed for consignment', () => {
  it.each([
    ['en', 'Nothing is owed'],
    ['zh-CN', '没有寄售应付'],
  ] as const)('is said in %s when there is nothing', async (locale, nothing) => {
    const planner = await web.browser(as('planner'), locale);
    expect(textOf((await planner.get('/costs/payables')).html)).toContain(nothing);
  });
});

describe('a pile', () => {
  it.each([
    ['en', 'Why not available', 'Its last day is over.', 'expired'],
    ['zh-CN', '不可用原因', '已过有效期。', '已过期'],
  ] as const)('says in %s why it is not available', async (locale, why, reason, expired) => {
    const clerk = await web.browser(as('clerk'), locale);
    const { bucketId, partNumber } = await shelf(2, 'lot');
    const page = await clerk.get(`/stock/piles/${bucketId}`);
    for (const word of [why, reason, partNumber, '2025-01-31', expired]) {
      expect(textOf(page.html)).toContain(word);
    }
    const list = await clerk.get(`/stock?search=${partNumber}`);
    expect(textOf(list.html)).toContain(expired);
    expect(list.html).toContain(`/stock/piles/${bucketId}`);
  });

  it('is put into quarantine by a clerk, and given away only by those who may', async () => {
    const clerk = await web.browser(as('clerk'));
    const { bucketId, partId, partNumber } = await shelf(4);
    const form = await clerk.get(`/stock/piles/${bucketId}`);
    expect(form.html).not.toContain('name="ownerId"');
    const path = `/stock/piles/${bucketId}/condition`;
    const typed = { condition: 'quarantine', quantity: '9', reason: 'dropped' };
    const refused = await clerk.send(form, path, typed);
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain('Not enough free stock');
    expect((await clerk.send(refused, path, { ...typed, quantity: '3' })).status).toBe(303);
    const { rows } = await web.app.world.ask(stockOnHand, { partId });
    expect(rows.map((row) => [row.condition, row.onHand, row.available])).toEqual([
      ['new', 1, 1],
      ['quarantine', 3, 0],
    ]);
    const approver = await web.browser(as('approver'), 'zh-CN');
    const owner = await approver.get(`/stock/piles/${bucketId}`);
    const give = { ownerId: 'NOBODY', quantity: '1', reason: 'x' };
    const unknown = await approver.send(owner, `/stock/piles/${bucketId}/owner`, give);
    expect(textOf(unknown.html)).toContain('没有此往来单位');
    const same = { ...give, ownerId: 'OURS' };
    const already = await approver.send(unknown, `/stock/piles/${bucketId}/owner`, same);
    expect(textOf(already.html)).toContain('货主未改变');
    expect(textOf(already.html)).toContain(partNumber);
  });
});
