/** The pages and files of the reports, as people and programs meet them, without script. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustStock,
  getPart,
  readRows,
  receiveStock,
  unguardFormula,
} from '../../src/inventory/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let siteId: string;
let partId: string;
let partNumber: string;
const formula = '=HYPERLINK("x")';

beforeAll(async () => {
  web = await openWebApp();
  const { world } = web.app;
  ({ siteId } = await world.site());
  const locationId = await world.bin(siteId);
  for (let n = 0; n < 3; n += 1) {
    partId = await world.part();
    await world.database.owner`
      update part set cost_minor = 1250, category = ${formula}, name_en = ${formula}
      where id = ${partId}`;
    await world.run(receiveStock, { partId, locationId, quantity: 4 });
    world.clock.advanceDays(40);
    const down = { direction: 'down' as const, reason: '-broken' };
    await world.run(adjustStock, { partId, locationId, quantity: 1, ...down });
  }
  ({ partNumber } = await world.ask(getPart, { partId }));
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

const as = (role: 'clerk' | 'approver') => [{ role, siteId: null }] as const;

const addresses = [
  ['/reports/inventory', 'Inventory', '库存报表'],
  ['/reports/inventory?asOf=2026-12-01', 'Inventory as of', '截至'],
  ['/reports/transactions', 'Transactions', '交易明细'],
  [
    '/reports/flow?untilDay=2027-06-30&kind=everything',
    'All movements by period',
    '全部变动期间统计',
  ],
  ['/reports/value-changes?untilDay=2027-06-30', 'Changes of value', '金额变动表'],
  ['/reports/ageing', 'Age of stock', '库龄分析'],
  ['/reports/slow-movers?days=1', 'Slow movers', '呆滞库存'],
] as const;

const fileOf = (address: string) => address.replace(/(\?|$)/, '.csv$1');

describe('every report', () => {
  it.each(addresses)('%s is a page in both languages and a file', async (address, en, zh) => {
    for (const [locale, title] of [
      ['en', en],
      ['zh-CN', zh],
    ] as const) {
      const approver = await web.browser(as('approver'), locale);
      const page = await approver.get(address);
      expect(page.status).toBe(200);
      expect(textOf(page.html)).toContain(title);
      expect(page.html).not.toContain(' style="');
      expect(page.html).toContain(fileOf(address).replaceAll('&', '&amp;'));
      const file = await approver.get(fileOf(address));
      expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
      expect(text.startsWith('\ufeff')).toBe(true);
      // Every heading of the page stands over the same column of the file.
      const heading = text.slice(1).split('\r\n')[0]?.split(',')[0] ?? '-';
      expect(textOf(page.html)).toContain(heading);
    }
  });

  it('is led to from the hub, values only for those who may', async () => {
    const clerk = await web.browser(as('clerk'));
    const hub = await clerk.get('/reports');
    expect(hub.html).toContain('href="/reports/inventory"');
    expect(hub.html).not.toContain('/reports/value-changes');
    expect((await clerk.get('/reports/value-changes')).status).toBe(403);
    expect(textOf((await clerk.get('/reports/inventory')).html)).not.toContain('EUR');
    const approver = await web.browser(as('approver'), 'zh-CN');
    expect(textOf((await approver.get('/reports')).html)).toContain('库龄分析');
  });
});

describe('a file', () => {
  it('reads back: texts unchanged and harmless, numbers as numbers', async () => {
    const approver = await web.browser(as('approver'));
    const file = await approver.get('/reports/transactions.csv');
    const plain = new TextDecoder().decode(file.bytes);
    const read = readRows(plain);
    if (!read.ok) throw new Error(read.reason);
    expect(read.rows.every(({ cells }) => cells.length === read.header.cells.length)).toBe(true);
    expect(read.rows.flatMap(({ cells }) => cells.map(unguardFormula))).toContain(formula);
    expect(plain).toContain(`"'${formula.replaceAll('"', '""')}"`);
    expect(plain).toContain("'-broken");
    // Value that went out is a number below zero, not a text.
    expect(plain).toMatch(/,-12\.5,/);
    expect(plain.trim().split('\r\n')).toHaveLength(1 + 6);
  });

  it('is handed to a program with a token, and to nobody else', async () => {
    const { token } = await web.app.makeActorToken(as('approver'));
    const answer = await web.app.call('/reports/inventory.csv?groupBy=part&groupBy=location', {
      token,
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(partNumber);
    const stranger = await web.app.call('/reports/inventory.csv');
    expect(stranger.status).toBe(303);
  });
});

describe('a chart', () => {
  it('has a title, and only figures that stand in the table', async () => {
    const approver = await web.browser(as('approver'));
    const address = '/reports/flow?kind=receipts&unit=month&fromDay=2026-11-01&untilDay=2027-06-30';
    const { html } = await approver.get(address);
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="flow-t flow-d"/);
    const [, svg = ''] = /<svg[^>]*>([\s\S]*?)<\/svg>/.exec(html) ?? [];
    const bars = [...svg.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(bars.filter((size) => size > 0)).toHaveLength(3);
    const cells = [...html.matchAll(/<td class="number"[^>]*>(\d+)<\/td>/g)].map(([, n]) =>
      Number(n),
    );
    expect(cells.filter((n) => n === 4)).toHaveLength(3);
    expect(textOf(html)).toContain('In: 12');
  });

  it('is not drawn for days that make no report; what is wrong is said', async () => {
    const clerk = await web.browser(as('clerk'), 'zh-CN');
    const page = await clerk.get('/reports/flow?fromDay=2026-12-01&untilDay=2026-11-01');
    expect(page.status).toBe(422);
    expect(textOf(page.html)).toContain('结束日期早于开始日期');
    expect(page.html).not.toContain('<svg');
  });
});

describe('a misspelt search', () => {
  it.each([
    ['en', 'Did you mean'],
    ['zh-CN', '您要找的是'],
  ] as const)('offers in %s what may have been meant', async (locale, words) => {
    const clerk = await web.browser(as('clerk'), locale);
    const page = await clerk.get(`/reports/transactions?search=${partNumber}QX`);
    expect(textOf(page.html)).toContain(words);
    expect(page.html).toContain(`/reports/transactions?partId=${partId}`);
  });
});

describe('over REST', () => {
  it('every report answers, and refuses what it cannot show', async () => {
    const { token } = await web.app.makeActorToken(as('approver'));
    const ask = (path: string) => web.app.call(`/api/v1${path}`, { token });
    const span = 'fromDay=2026-11-01&untilDay=2027-06-30';
    for (const path of [
      '/reports/inventory?groupBy=site&groupBy=condition',
      '/exports/inventory',
      `/reports/transactions?serialNumber=${mint('SN')}`,
      '/exports/transactions?limit=3',
      `/reports/flow?kind=counts&unit=week&${span}`,
      `/reports/value-changes?${span}&splitBy=part`,
      '/reports/ageing?splitBy=category',
      '/reports/slow-movers?days=30',
    ]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.json()).toHaveProperty('rows');
    }
    const wrong = await ask('/reports/flow?fromDay=2027-01-01&untilDay=2026-01-01');
    expect([wrong.status, (await wrong.json()).code]).toEqual([422, 'reports.days-reversed']);
  });
});
