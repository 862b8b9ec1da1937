/** The pages of imports as people meet them: the way to every table, its empty file, its export. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importTables } from '../../src/imports/index.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

describe('the pages of imports', () => {
  it.each(['en', 'zh-CN'] as const)('lead to every table, in %s', async (locale) => {
    const browser = await web.browser([{ role: 'administrator', siteId: null }], locale);
    const hub = await browser.get('/imports');
    expect(textOf(hub.html)).toContain(locale === 'en' ? 'Opening balances' : '期初库存');
    for (const { name, template } of importTables) {
      expect(hub.html).toContain(`href="/imports/${name}"`);
      const page = await browser.get(`/imports/${name}`);
      expect(page.status).toBe(200);
      expect(page.html).toContain(`action="/imports/${name}/check"`);
      const empty = await browser.get(`/imports/${name}/template`);
      expect(empty.html.replace('\ufeff', '')).toBe(template(locale));
      expect((await browser.get(`/imports/${name}/export`)).status).toBe(200);
    }
  });

  it('show a reader only what he may bring in', async () => {
    const planner = await web.browser([{ role: 'planner', siteId: null }]);
    const hub = await planner.get('/imports');
    expect(hub.html).toContain('/imports/lanes');
    expect(hub.html).not.toContain('/imports/opening-balances');
    expect((await planner.get('/imports/opening-balances')).status).toBe(403);
  });
});
