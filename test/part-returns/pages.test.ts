/** The pages of returns without script, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

const addresses = [
  ['/part-returns', 'Returns of parts', '备件归还'],
  ['/part-returns/new', 'New return', '新开归还单'],
  ['/part-returns/use', 'Use a part', '备件领用登记'],
  ['/part-returns/my-stock', 'Stock in my keeping', '名下备件清单'],
  ['/part-returns/rules', 'Due days and reminders', '归还期限与催还设置'],
  ['/defective-returns', 'Not due', '未到期'],
] as const;

describe('the pages of returns', () => {
  it.each(addresses)('%s is shown in both languages', async (path, english, chinese) => {
    const roles = [{ role: 'administrator', siteId: null }] as const;
    const inEnglish = await (await web.browser(roles)).get(path);
    expect(inEnglish.status).toBe(200);
    expect(textOf(inEnglish.html)).toContain(english);
    const inChinese = await (await web.browser(roles, 'zh-CN')).get(path);
    expect(textOf(inChinese.html)).toContain(chinese);
  });

  it('keep what was sent when nothing was listed', async () => {
    const browser = await web.browser([{ role: 'administrator', siteId: null }]);
    const form = await browser.get('/part-returns/new');
    const refused = await browser.send(form, '/part-returns/new', { document: 'SR-5' });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.html).toContain('SR-5');
    const csv = await browser.get('/part-returns/my-stock.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const saved = await browser.sendOn(
      await browser.get('/part-returns/rules'),
      '/part-returns/rules',
      { dueDays: '21' },
    );
    expect(saved.html).toContain('value="21"');
    const lost = await browser.get('/part-returns/scan?code=NOPE');
    expect(textOf(lost.html)).toContain('NOPE');
  });
});
