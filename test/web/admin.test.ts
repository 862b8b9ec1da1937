/** Administration without script: customers, units, sites, people, fault codes, jobs, audit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPageKey } from '../../src/i18n/page-words.ts';
import { getPart, ledgerValidators, listParties } from '../../src/inventory/index.ts';
import { orderValidators } from '../../src/orders/index.ts';
import type { Role } from '../../src/people/index.ts';
import { type Browser, openWebApp, type Page, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

const signedIn = new Map<string, Promise<Browser>>();

/** One person a role and language: signing in is limited for each address. */
function as(role: Role, locale: 'en' | 'zh-CN' = 'en'): Promise<Browser> {
  const name = `${role} ${locale}`;
  const browser = signedIn.get(name) ?? web.browser([{ role, siteId: null }], locale);
  signedIn.set(name, browser);
  return browser;
}

const pages = [
  ['/admin', 'Administration', '管理', 'approver', null],
  ['/stock', 'Stock on hand', '现有库存', 'planner', null],
  ['/stock/receive', 'Receive stock', '入库', 'clerk', 'technician'],
  ['/stock/move', 'Move stock', '移库', 'clerk', 'planner'],
  ['/stock/adjust', 'Correct stock', '库存调整', 'approver', 'clerk'],
  ['/stock/movements', 'Movements', '库存流水', 'approver', null],
  ['/defective-returns', 'Defective parts to be returned', '待返还坏件', 'clerk', null],
  ['/requests', 'Part requests', '备件申请', 'technician', null],
  ['/orders', 'Orders for parts', '备件调拨单', 'clerk', null],
  ['/shipments', 'Shipments of parts', '备件发运', 'clerk', null],
  ['/receipts', 'Receiving', '收货', 'technician', null],
  ['/counts', 'Counts, adjustments and scrapping', '盘点、调整与报废', 'planner', 'service-desk'],
  ['/network', 'The transport network', '运输网络', 'planner', null],
  ['/parts', 'Parts', '备件', 'clerk', null],
  ['/parts/new', 'Add a part', '新增备件', 'planner', 'clerk'],
  ['/parts/import', 'Import a parts list', '导入备件清单', 'planner', 'approver'],
  ['/planning', 'Suggestions', '补货建议', 'planner', 'clerk'],
  ['/planning/levels', 'Minimum and maximum', '最小与最大库存', 'approver', 'technician'],
  ['/customers', 'Customers', '客户', 'planner', 'technician'],
  ['/customers/new', 'Add a customer', '新增客户', 'service-desk', 'clerk'],
  ['/units', 'Installed units', '客户设备', 'technician', 'planner'],
  ['/units/new', 'Register a unit', '登记设备', 'service-desk', 'clerk'],
  ['/sites', 'Sites and locations', '仓库与库位', 'technician', null],
  ['/people', 'People', '人员', 'administrator', 'approver'],
  ['/fault-codes', 'Fault codes and test steps', '故障码与测试步骤', 'technician', 'planner'],
  ['/jobs', 'Job queue', '任务队列', 'approver', 'planner'],
  ['/ledger-audit', 'Ledger audit', '账本核查', 'approver', 'clerk'],
] as const;

describe('every page', () => {
  it.each(pages)('%s speaks both languages to whoever may open it', async (...row) => {
    const [path, en, zh, may, not] = row;
    const english = await (await as(may)).get(path);
    const chinese = await (await as(may, 'zh-CN')).get(path);
    expect([english.status, chinese.status]).toEqual([200, 200]);
    expect(english.html).toContain(`<h1>${en}</h1>`);
    expect(chinese.html).toContain(`<h1>${zh}</h1>`);
    expect(english.html).toContain('<html lang="en">');
    expect(chinese.html).toContain('<html lang="zh-CN">');
    if (not !== null) expect((await (await as(not)).get(path)).status).toBe(403);
    const stranger = await (await web.browser()).get(path);
    expect(stranger.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it('has only links that lead somewhere for the one who sees them', async () => {
    for (const role of ['technician', 'clerk', 'planner', 'approver', 'administrator'] as const) {
      const browser = await as(role);
      const seen = new Set<string>();
      for (const start of ['/admin', '/stock', '/parts', '/sites']) {
        const { html, status } = await browser.get(start);
        if (status !== 200) continue;
        for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)"/g)) {
          if (!href.startsWith('/assets')) seen.add(href.replaceAll('&amp;', '&'));
        }
      }
      const broken: string[] = [];
      for (const href of seen) {
        if ((await browser.get(href)).status >= 400) broken.push(`${role} ${href}`);
      }
      expect(broken).toEqual([]);
    }
  });
});

describe('customers and units', () => {
  it('are added by code, keep what was typed when refused, and show the coverage', async () => {
    const desk = await as('service-desk', 'zh-CN');
    const code = mint('CU');
    const form = await desk.get('/customers/new');
    const nameless = await desk.send(form, '/customers/new', { code, address: '深圳 <1> 号' });
    expect(nameless.status).toBe(422);
    expect(nameless.html).toContain('深圳 &lt;1&gt; 号</textarea>');
    const done = await desk.sendOn(nameless, '/customers/new', { nameZh: '海港诊所' });
    expect(textOf(done.html)).toContain(`已新增 ${code}`);
    const fresh = await desk.get('/customers/new');
    const twice = await desk.send(fresh, '/customers/new', { code, nameZh: '另一家' });
    expect(twice.status).toBe(409);
    expect(twice.html).toContain('value="另一家"');
    const unit = await desk.get('/units/new');
    const partId = await web.app.world.part('serial');
    const { partNumber } = await web.app.world.ask(getPart, { partId });
    const serialNumber = mint('SN');
    const typed = { partId: partNumber, customerId: 'NOBODY', serialNumber, soldOn: '2026-11-01' };
    const refused = await desk.send(unit, '/units/new', typed);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('客户: 没有此往来单位');
    for (const kept of [partNumber, 'NOBODY', serialNumber, '2026-11-01']) {
      expect(refused.html).toContain(`value="${kept}"`);
    }
    const wrong = { customerId: code.toLowerCase(), soldOn: '2027-01-01' };
    const future = await desk.send(refused, '/units/new', wrong);
    expect(future.html).toMatch(/name="soldOn"[^>]*aria-invalid="true"/);
    const added = await desk.sendOn(future, '/units/new', { soldOn: '2026-11-01' });
    expect(textOf(added.html)).toContain(`设备 ${serialNumber} 已登记`);
    const { parties } = await web.app.world.ask(listParties, { search: code });
    const own = await desk.get(`/units?customerId=${parties[0]?.id}`);
    expect(textOf(own.html)).toContain('海港诊所 2026-11-01');
    expect(own.html).toContain(serialNumber);
  });
});

describe('people', () => {
  const linkIn = (page: Page) => /\/set-password\?token=[\w-]+/.exec(page.html)?.[0] ?? '';

  it('are added with roles, get a link once, and set their password by it', async () => {
    const chief = await as('administrator');
    const { siteId, code } = await web.app.world.site();
    const login = mint('joiner').toLowerCase();
    const page = await chief.get('/people');
    const typed = {
      login,
      displayName: 'Li <Lei>',
      'roles.0.role': 'administrator',
      'roles.0.siteId': siteId,
      'roles.3.role': 'clerk',
    };
    const refused = await chief.send(page, '/people/new', typed);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.html).toContain('value="Li &lt;Lei&gt;"');
    expect(refused.html).toMatch(/name="roles\.3\.role"[\s\S]*?<option value="clerk" selected/);
    const made = await chief.send(refused, '/people/new', { 'roles.0.role': 'planner' });
    expect(made.status).toBe(200);
    const link = linkIn(made);
    expect(link).not.toBe('');
    expect(made.headers.get('cache-control')).toContain('no-store');
    const repeated = await chief.send(refused, '/people/new', { 'roles.0.role': 'planner' });
    expect(linkIn(repeated)).toBe('');
    expect(textOf(repeated.html)).toContain('was shown already');
    const list = await chief.get('/people');
    expect(textOf(list.html)).toContain(
      `${login} Li <Lei> Warehouse clerk (Everywhere), Planner (${code}`,
    );
    const joiner = await web.browser();
    const choice = await joiner.get(link);
    const set = { password: 'violet-harbour-lantern-42' };
    expect((await joiner.send(choice, '/set-password', set)).status).toBe(303);
  });

  it('are given other roles, disabled, enabled and reset', async () => {
    const chief = await as('administrator', 'zh-CN');
    const login = mint('mover').toLowerCase();
    const page = await chief.get('/people');
    await chief.send(page, '/people/new', { login, displayName: '李雷', 'roles.0.role': 'clerk' });
    const list = await chief.get('/people');
    const path = new RegExp(`href="(/people/[0-9a-f-]{36})">${login}<`).exec(list.html)?.[1] ?? '';
    const person = await chief.get(path);
    expect(person.html).toMatch(/<option value="clerk" selected/);
    const roles = { 'roles.0.role': '', 'roles.1.role': 'technician' };
    const changed = await chief.sendOn(person, `${path}/roles`, roles);
    expect(textOf(changed.html)).toContain(`${login} 的角色已保存`);
    expect(changed.html).toMatch(/<option value="technician" selected/);
    expect(changed.html).not.toMatch(/<option value="clerk" selected/);
    const off = await chief.sendOn(changed, `${path}/disable`);
    expect(textOf(off.html)).toContain('已停用');
    expect(off.html).not.toContain(`${path}/reset`);
    const on = await chief.sendOn(off, `${path}/enable`);
    const reset = await chief.send(on, `${path}/reset`);
    expect(reset.status).toBe(200);
    expect(linkIn(reset)).not.toBe('');
    const unknown = '/people/019a8c00-0000-7000-8000-000000000000';
    expect((await chief.get(unknown)).status).toBe(404);
  });
});

describe('fault codes and test steps', () => {
  it('are added by technicians', async () => {
    const technician = await as('technician');
    const code = mint('FC');
    const page = await technician.get('/fault-codes');
    const refused = await technician.send(page, '/fault-codes/new', { code, nameEn: 'Short <x>' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="Short &lt;x&gt;"');
    const done = await technician.sendOn(refused, '/fault-codes/new', { nameZh: '短路' });
    expect(textOf(done.html)).toContain(`${code} Cause Short <x> 短路`);
    const step = { partId: 'NO-MODEL', position: '2', nameEn: 'Noise', nameZh: '噪声' };
    const unknown = await technician.send(done, '/fault-codes/new-step', step);
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('value="NO-MODEL"');
    const added = await technician.sendOn(unknown, '/fault-codes/new-step', { partId: '' });
    expect(textOf(added.html)).toContain('Every other model 2 Noise 噪声 Yes');
    const clerk = await as('clerk');
    expect((await clerk.get('/fault-codes')).html).not.toContain('action="/fault-codes/new"');
    expect((await clerk.post('/fault-codes/new', { code })).status).toBe(403);
  });
});

describe('jobs and the audit', () => {
  it('lists jobs by state, whatever is asked', async () => {
    const approver = await as('approver');
    for (const state of ['failed', 'waiting', 'running', 'done', 'nonsense']) {
      const page = await approver.get(`/jobs?state=${state}`);
      expect(page.status).toBe(200);
      expect(textOf(page.html)).toContain('Every fact has been told');
    }
  });

  it('asks ledger and orders only when told to, and has words for every promise', async () => {
    const promises = [...ledgerValidators, ...orderValidators];
    const missing = promises.filter(({ name }) => !isPageKey(`audit.is.${name}`));
    expect(missing).toEqual([]);
    const approver = await as('approver', 'zh-CN');
    const before = await approver.get('/ledger-audit');
    expect(before.html).not.toContain('<table');
    const after = await approver.get('/ledger-audit?run=1');
    expect(textOf(after.html)).toContain('账本各项均符合');
    expect(after.html.match(/✓ 符合/g)).toHaveLength(promises.length);
  });

  it('names what is broken', async () => {
    const { world } = web.app;
    const partId = await world.part();
    const { siteId } = await world.site();
    await world.stocked(partId, await world.bin(siteId), 3);
    const { owner } = world.database;
    await owner.unsafe(`alter table bucket disable trigger all`);
    await owner.unsafe(
      `update bucket set on_hand = on_hand + 1 where part_id = '${partId}' and on_hand > 0`,
    );
    await owner.unsafe(`alter table bucket enable trigger all`);
    const approver = await as('approver');
    const page = await approver.get('/ledger-audit?run=1');
    const text = textOf(page.html);
    expect(text).toContain('Every balance is the sum of its movements. ✗ broken: 1');
    expect(text).toContain('What was found');
  });
});
