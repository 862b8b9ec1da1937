/**
 * The mail-in repair as people do it, 标准寄修: a real browser, a scanner that types, the demo company,
 * once in English and once in Chinese; and what a scanner must be able to rely on.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../src/platform/actor.ts';
import { launchChromium, whyNoBrowser } from '../support/chromium.ts';
import { decodeSvg } from '../support/decode.ts';
import { readPdf } from '../support/pdf.ts';
import {
  makeDataFolder,
  type Product,
  printedLink,
  removeDataFolder,
  startProduct,
} from '../support/process.ts';
import { openWorkplace, scriptBytes, signInAt, type Workplace } from './workplace.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const password = 'violet-harbour-lantern-42';
const administrator = { login: 'qin.shan', password };
const refusal = whyNoBrowser();

interface Unit {
  readonly serialNumber: string;
  readonly openLineCode: string | null;
  readonly coverage: { readonly entitlement: string } | null;
}
interface StockRow {
  readonly partId: string;
  readonly partNumber: string;
  readonly available: number;
}
interface Site {
  readonly code: string;
  readonly locations: readonly { readonly id: string; readonly kind: string }[];
}
interface Line {
  readonly lineId: string;
  readonly code: string;
  readonly rmaNumber: string;
  readonly jobId: string;
  readonly top: string;
  readonly siteId: string;
}

describe.skipIf(refusal !== null)(`in a browser${refusal === null ? '' : ` (${refusal})`}`, () => {
  const dataDir = makeDataFolder();
  let product: Product;
  let browser: Browser;
  let desk: Workplace;
  let units: Unit[];
  let benchStock: StockRow[];
  let benchId: string;

  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct({ dataDir, args: ['--demo'] });
    desk = await openWorkplace(browser, product.origin);
    const link = new URL(printedLink(product.output()) ?? '');
    await desk.page.goto(`${link.pathname}${link.search}`);
    await desk.page.fill('input[name=password]', password);
    await desk.page.click('form[action="/set-password"] button[type=submit]');
    await desk.page.waitForURL(/sign-in|\/$/);
    await signInAt(desk, administrator);
    const found = (await desk.api('/units?limit=200')) as { units: Unit[] };
    units = found.units.filter(
      ({ openLineCode, coverage }) => openLineCode === null && coverage?.entitlement === 'repair',
    );
    const sites = (await desk.api('/sites')) as Site[];
    const bench = sites
      .find(({ code }) => code === 'SZ')
      ?.locations.find(({ kind }) => kind === 'bench');
    benchId = bench?.id ?? '';
    const stock = (await desk.api(`/stock?locationId=${benchId}&limit=200`)) as {
      rows: StockRow[];
    };
    benchStock = stock.rows.filter(({ available }) => available > 0);
  });
  afterAll(async () => {
    await desk?.close();
    await browser?.close();
    await product?.stop();
    await removeDataFolder(dataDir);
  });

  function takeUnit(): Unit {
    const unit = units.shift();
    if (unit === undefined) throw new Error('the demo has no more covered units');
    return unit;
  }

  function takePart(): StockRow {
    const row = benchStock.shift();
    if (row === undefined) throw new Error('the demo has no more parts on its bench');
    return row;
  }

  const lineAt = async (lineId: string) => (await desk.api(`/rma-lines/${lineId}`)) as Line;

  /** Authorises a return on the page and answers it. */
  async function authorize(serialNumber: string): Promise<Line> {
    const { page } = desk;
    await page.goto(`/rmas/new?serial=${encodeURIComponent(serialNumber)}`);
    await page.fill('textarea[name=faultDescription]', 'no power 无法开机');
    const shenzhen = page.locator('select[name=siteId] option', { hasText: /^SZ/ });
    await page.selectOption('select[name=siteId]', await shenzhen.getAttribute('value'));
    await desk.press('/rmas/new');
    await page.waitForURL(/\/rmas\/[0-9a-f-]{36}$/);
    return lineAt(page.url().split('/').at(-1) ?? '');
  }

  /** Receives by scanning, and answers the traveller's code as the label shows it. */
  async function receive(line: Line, serialNumber: string): Promise<string> {
    const { page } = desk;
    await page.goto('/receiving');
    await page.locator('h1').click();
    await desk.scan(line.code);
    await page.waitForURL(`**/receiving/${line.lineId}`);
    await page.locator('input[name=serialNumber]:focus').waitFor();
    await desk.scan(serialNumber);
    const label = page.locator('.label-sheet img');
    await label.waitFor();
    const picture = await page.request.get((await label.getAttribute('src')) ?? '');
    const { code128, qr } = await decodeSvg(await picture.body());
    expect(qr.join()).toContain(code128[0] ?? 'nothing');
    return code128[0] ?? '';
  }

  async function passEveryTest(result: 'pass' | 'fail'): Promise<void> {
    const { page } = desk;
    const forms = page.locator('form[action*="/tests/"]');
    for (let step = 0; step < (await forms.count()); step += 1) {
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await forms.nth(step).locator(`button[value=${result}]`).click();
      await answered;
      await page.waitForLoadState();
    }
  }

  async function repair(traveller: string, part: StockRow): Promise<void> {
    const { page } = desk;
    await page.goto('/bench');
    await desk.scan(traveller);
    await page.waitForURL(/\/bench\/[0-9a-f-]{36}/);
    await desk.press('/start');
    await passEveryTest('fail');
    const select = page.locator('select[name=faultCode]');
    const cause = await select.locator('option').nth(1).getAttribute('value');
    await select.selectOption(cause);
    await desk.press('/faults');
    await page.locator('h1').click();
    await desk.scan(part.partNumber);
    await page.locator('section.panel li .code', { hasText: part.partNumber }).waitFor();
    await desk.press('/finish-repair');
    await passEveryTest('pass');
    await desk.press('/pass-final-test');
  }

  async function sendBack(line: Line): Promise<void> {
    const { page } = desk;
    await page.goto('/shipping');
    await page.locator('h1').click();
    await desk.scan(line.rmaNumber);
    await page.waitForURL(`**/shipping/${line.lineId}`);
    await desk.press('/pack');
    await page.locator('details', { has: page.locator('form[action$="/ship"]') }).click();
    await page.fill('input[name=carrier]', 'SF Express');
    await page.focus('input[name=trackingNumber]');
    await desk.scan(`SF${line.code.replaceAll(/\D/g, '')}`);
    await page.locator('form[action$="/confirm-delivery"]').waitFor();
  }

  it.each<[Locale, RegExp]>([
    ['en', /Sign out/],
    ['zh-CN', /退出|登出|注销/],
  ])('takes a unit from authorisation to its customer in %s', async (locale, word) => {
    await desk.api('/me/locale', { locale }, 'PUT');
    const { page } = desk;
    const { serialNumber } = takeUnit();
    const part = takePart();
    const line = await authorize(serialNumber);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('header.top').textContent()).toMatch(word);
    const traveller = await receive(line, serialNumber);
    await repair(traveller, part);
    await sendBack(line);

    const slip = await page.request.get(`/documents/lines/${line.lineId}/packing-slip.pdf`);
    const [sheet] = await readPdf(await slip.body());
    expect(sheet?.text).toContain(serialNumber);
    const form = await page.request.get(`/documents/lines/${line.lineId}/rma-form.pdf`);
    const [paper] = await readPdf(await form.body());
    expect(paper?.text).toContain(line.rmaNumber);

    await desk.press('/confirm-delivery');
    expect(await lineAt(line.lineId)).toMatchObject({ top: 'closed' });
    const moved = (await desk.api(`/stock/movements?documents=${line.code}`)) as {
      rows: { kind: string }[];
    };
    const kinds = ['receipt', 'move', 'issue', 'removal', 'move', 'pack', 'shipment', 'delivery'];
    expect(moved.rows.map(({ kind }) => kind).reverse()).toEqual(kinds);
    await page.goto(`/stock/movements?search=${line.code}`);
    expect(await page.locator('tbody tr').count()).toBe(kinds.length);
    await page.goto(`/stock?search=${part.partNumber}`);
    const shown = await page.locator('tbody').textContent();
    expect(shown).toContain(part.partNumber);
    const isSuggested = async () => {
      await page.goto(`/planning?search=${part.partNumber}`);
      return (await page.locator('tbody tr', { hasText: part.partNumber }).count()) > 0;
    };
    await expect.poll(isSuggested, { timeout: 20_000 }).toBe(true);
    expect(desk.complaints).toEqual([]);
  });

  /** A unit opened on the bench, ready for parts; answers its job. */
  async function openOnBench(): Promise<string> {
    const { page } = desk;
    const { serialNumber } = takeUnit();
    const line = await authorize(serialNumber);
    const traveller = await receive(line, serialNumber);
    await page.goto('/bench');
    await desk.scan(traveller);
    await page.waitForURL(/\/bench\/[0-9a-f-]{36}/);
    await desk.press('/start');
    await page.locator('select[name=faultCode]').selectOption({ index: 1 });
    await desk.press('/faults');
    await page.locator('h1').click();
    return (await lineAt(line.lineId)).jobId;
  }

  async function usedParts(jobId: string): Promise<number> {
    const job = (await desk.api(`/repair-jobs/${jobId}`)) as { usedParts: unknown[] };
    return job.usedParts.length;
  }

  async function twentyPieces(): Promise<StockRow> {
    const part = takePart();
    const { partId } = part;
    const stock = { partId, locationId: benchId, quantity: 20, condition: 'new' };
    await desk.api('/stock/receive', stock);
    return part;
  }

  it('uses every part of twenty scans, each as soon as the page shows the one before', async () => {
    const { page } = desk;
    const part = await twentyPieces();
    const jobId = await openOnBench();
    const used = page.locator('section.panel li', { has: page.locator('summary') });
    for (let scan = 1; scan <= 20; scan += 1) {
      await page.keyboard.type(part.partNumber, { delay: 5 });
      await page.keyboard.press('Enter');
      await expect.poll(() => used.count()).toBe(scan);
    }
    expect(await usedParts(jobId)).toBe(20);
    expect(desk.complaints).toEqual([]);
  });

  it('loses none of twenty scans without a pause', async () => {
    const { page } = desk;
    const part = await twentyPieces();
    const jobId = await openOnBench();
    for (let scan = 1; scan <= 20; scan += 1) {
      await page.keyboard.type(part.partNumber, { delay: 5 });
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => usedParts(jobId), { timeout: 30_000 }).toBe(20);
    await page.locator('section.panel li .code', { hasText: part.partNumber }).first().waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it('reads the keys when an input method swallows the characters', async () => {
    const { page } = desk;
    const { serialNumber } = takeUnit();
    const line = await authorize(serialNumber);
    await page.goto('/');
    await page.locator('h1').click();
    await page.evaluate((code) => {
      const codeOf = (c: string) =>
        /\d/.test(c) ? `Digit${c}` : c === '-' ? 'Minus' : `Key${c.toUpperCase()}`;
      const press = (key: string, keyCode: string, shiftKey: boolean) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, code: keyCode, shiftKey, bubbles: true }),
        );
      for (const c of code) press('Process', codeOf(c), /[A-Z]/.test(c));
      press('Enter', 'Enter', false);
    }, line.code);
    await page.waitForURL(`**/receiving/${line.lineId}`);
    expect(desk.complaints).toEqual([]);
  });

  it('keeps the script of the bench page small', async () => {
    const bytes = await scriptBytes(desk, '/bench');
    expect(bytes).toBeGreaterThan(200);
    expect(bytes).toBeLessThanOrEqual(25_000);
  });
});
