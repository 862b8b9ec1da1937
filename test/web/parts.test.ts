/** The part master and planning pages without script: list, part, new part, suggestions, levels. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPart, listParts } from '../../src/inventory/index.ts';
import type { Role } from '../../src/people/index.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

const as = (role: Role, locale: 'en' | 'zh-CN' = 'en') =>
  web.browser([{ role, siteId: null }], locale);

describe('the part master', () => {
  it('adds a part whose amounts are exact, and shows it in both languages', async () => {
    const planner = await as('planner');
    const partNumber = mint('PN');
    const form = await planner.get('/parts/new');
    const typed = { partNumber, nameEn: 'Fan', costMinor: '1,234.5', priceMinor: '0.29' };
    const barcodes = `${mint('EAN')}\r\n${mint('EAN')}`;
    const done = await planner.send(form, '/parts/new', { ...typed, barcodes });
    expect(done.status).toBe(303);
    const page = await planner.follow(done);
    const text = textOf(page.html);
    for (const words of [`${partNumber} is added`, '1234.50 CNY', '0.29 CNY', 'Print a label']) {
      expect(text).toContain(words);
    }
    const { parts } = await web.app.world.ask(listParts, { search: partNumber });
    expect(parts).toMatchObject([{ costMinor: 123_450, priceMinor: 29 }]);
    expect(parts[0]?.barcodes).toHaveLength(2);
    const chinese = await as('planner', 'zh-CN');
    expect(textOf((await chinese.get(done.location ?? '')).html)).toContain('成本 1234.50 CNY');
    expect(textOf((await chinese.get(`/parts?search=${partNumber}`)).html)).toContain('按数量');
  });

  it.each([
    ['costMinor', '12.505'],
    ['costMinor', '1e3'],
    ['priceMinor', '-1'],
    ['leadTimeDays', '1.5'],
    ['partNumber', 'has blank'],
  ])('refuses %s %s beside the field and keeps every text', async (field, value) => {
    const planner = await as('planner');
    const form = await planner.get('/parts/new');
    const typed = {
      partNumber: mint('PN'),
      nameZh: '电源 <模块>',
      costMinor: '7.5',
      [field]: value,
    };
    const refused = await planner.send(form, '/parts/new', typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(
      new RegExp(`<input[^>]*name="${field}"[^>]*aria-invalid="true"[^>]*value="${value}"`),
    );
    expect(refused.html).toContain('value="电源 &lt;模块&gt;"');
    if (field !== 'costMinor') expect(refused.html).toContain('value="7.5"');
  });

  it('refuses a number that is taken, and a part without a name', async () => {
    const planner = await as('planner', 'zh-CN');
    const { partNumber } = await web.app.world.ask(getPart, {
      partId: await web.app.world.part(),
    });
    const form = await planner.get('/parts/new');
    const nameless = await planner.send(form, '/parts/new', { partNumber });
    expect(nameless.status).toBe(422);
    expect(nameless.html).toMatch(/name="nameEn"[^>]*aria-invalid="true"/);
    const taken = await planner.send(nameless, '/parts/new', { nameZh: '风扇' });
    expect(taken.status).toBe(409);
    expect(textOf(taken.html)).toContain('料号: 料号已存在');
    expect(taken.html).toContain('value="风扇"');
  });

  it('lets others look, but not add, and knows no other addresses', async () => {
    const technician = await as('technician');
    const list = await technician.get('/parts');
    expect(list.status).toBe(200);
    expect(list.html).not.toContain('/parts/new');
    expect((await technician.get('/parts/new')).status).toBe(403);
    expect((await technician.post('/parts/new', { partNumber: 'X' })).status).toBe(403);
    expect((await technician.get('/parts/nonsense')).status).toBe(404);
    expect((await technician.get('/parts/019a8c00-0000-7000-8000-000000000000')).status).toBe(404);
    const stranger = await web.browser();
    expect((await stranger.get('/parts?search=x')).location).toContain('/sign-in?next=');
  });

  it('is paged by fifty and keeps the search while paging', async () => {
    const planner = await as('planner');
    const prefix = mint('PAGE');
    for (let n = 0; n < 51; n += 1) {
      const form = await planner.get('/parts/new');
      await planner.send(form, '/parts/new', { partNumber: `${prefix}-${n}`, nameEn: 'x' });
    }
    const first = await planner.get(`/parts?search=${prefix}`);
    expect(textOf(first.html)).toContain('51 in all');
    const next = /href="(\?[^"]*page=2)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await planner.get(`/parts${next}`);
    expect(second.html.match(/<tr>/g)).toHaveLength(2);
  });
});

describe('planning', () => {
  async function short() {
    const { world } = web.app;
    const { siteId } = await world.site();
    const partId = await world.part();
    await world.stocked(partId, await world.bin(siteId), 2);
    const { partNumber } = await world.ask(getPart, { partId });
    return { siteId, partId, partNumber };
  }

  it('sets a level by part number, and the suggestion says why in both languages', async () => {
    const planner = await as('planner');
    const { siteId, partNumber } = await short();
    const page = await planner.get('/planning/levels');
    const typed = { partId: partNumber, siteId, minQuantity: '2', maxQuantity: '6' };
    const done = await planner.sendOn(page, '/planning/levels', typed);
    expect(textOf(done.html)).toContain(`Level of ${partNumber}: 2 to 6`);
    const list = await planner.get(`/planning?search=${partNumber}`);
    expect(textOf(list.html)).toContain(
      'On hand 2 − reserved 0 = 2 available, at or below the minimum 2: order 4 up to the maximum 6.',
    );
    const chinese = await as('planner', 'zh-CN');
    expect(textOf((await chinese.get(`/planning?search=${partNumber}`)).html)).toContain(
      '现有 2 − 预留 0 = 可用 2，不高于最小库存 2：订购 4，补到最大库存 6。',
    );
  });

  it('refuses a level upside down or of no part, and keeps what was typed', async () => {
    const planner = await as('planner');
    const { siteId, partNumber } = await short();
    const page = await planner.get('/planning/levels');
    const typed = { partId: partNumber, siteId, minQuantity: '6', maxQuantity: '6' };
    const refused = await planner.send(page, '/planning/levels', typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/name="maxQuantity"[^>]*aria-invalid="true"[^>]*value="6"/);
    expect(refused.html).toMatch(new RegExp(`<option value="${siteId}" selected`));
    const unknown = await planner.send(refused, '/planning/levels', { partId: 'NO-SUCH-PART' });
    expect(textOf(unknown.html)).toContain('There is no such part');
    expect(unknown.html).toContain('value="NO-SUCH-PART"');
  });

  it('shows the approver levels without the form, and a technician nothing', async () => {
    const approver = await as('approver');
    const levels = await approver.get('/planning/levels');
    expect(levels.status).toBe(200);
    expect(levels.html).not.toContain('action="/planning/levels"');
    const technician = await as('technician');
    expect((await technician.get('/planning')).status).toBe(403);
    expect((await technician.get('/')).html).not.toContain('href="/planning"');
  });

  it('hides another site', async () => {
    const planner = await as('planner');
    const { siteId, partId, partNumber } = await short();
    const page = await planner.get('/planning/levels');
    const typed = { partId: partNumber, siteId, minQuantity: '2', maxQuantity: '6' };
    await planner.send(page, '/planning/levels', typed);
    const other = await web.app.world.site();
    const stranger = await web.browser([{ role: 'planner', siteId: other.siteId }]);
    for (const path of ['/planning', '/planning/levels']) {
      const seen = await stranger.get(`${path}?search=${partNumber}`);
      expect(seen.html).not.toContain(`/parts/${partId}`);
    }
    const own = await stranger.get('/planning/levels');
    expect(own.html).not.toContain(siteId);
    const refused = await stranger.send(own, '/planning/levels', typed);
    expect(refused.status).toBe(404);
  });
});
