/**
 * Makes the pictures of the README from the running product with the demo company: one small story is
 * played so that the pages have something to show. Written to docs/pictures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkplace, signInAt, type Workplace } from '../test/e2e/workplace.ts';
import { launchChromium } from '../test/support/chromium.ts';
import {
  makeDataFolder,
  printedLink,
  removeDataFolder,
  startProduct,
} from '../test/support/process.ts';

const folder = resolve(import.meta.dirname, '../docs/pictures');
const password = 'violet-harbour-lantern-42';

interface Unit {
  readonly serialNumber: string;
  readonly openLineCode: string | null;
  readonly coverage: { readonly entitlement: string } | null;
}
interface Site {
  readonly id: string;
  readonly code: string;
  readonly locations: readonly { readonly id: string; readonly kind: string }[];
}

async function becomeAdministrator({ page }: Workplace, output: string): Promise<void> {
  const link = new URL(printedLink(output) ?? '');
  await page.goto(`${link.pathname}${link.search}`);
  await page.fill('input[name=password]', password);
  await page.click('form[action="/set-password"] button[type=submit]');
  await page.waitForURL(/sign-in|\/$/);
}

/** A unit on the bench with a fault found and a part in it; answers the line and its job. */
async function playRepair({ api }: Workplace): Promise<{ lineId: string; jobId: string }> {
  const { units } = (await api('/units?limit=200')) as { units: Unit[] };
  const unit = units.find((one) => !one.openLineCode && one.coverage?.entitlement === 'repair');
  const sites = (await api('/sites')) as Site[];
  const site = sites.find(({ code }) => code === 'SZ');
  const bench = site?.locations.find(({ kind }) => kind === 'bench');
  const serialNumber = unit?.serialNumber ?? '';
  const faultDescription = '开机无显示，风扇转动 / no picture, the fan turns';
  const wish = { serialNumber, siteId: site?.id, faultDescription };
  const { lineId } = (await api('/rmas', wish)) as { lineId: string };
  const received = await api(`/rma-lines/${lineId}/receive`, { serialNumber });
  const { jobId } = received as { jobId: string };
  await api(`/repair-jobs/${jobId}/start`, { benchId: bench?.id });
  const { steps } = (await api(`/repair-jobs/${jobId}`)) as { steps: { stepId: string }[] };
  const [first] = steps;
  if (first !== undefined) {
    await api(`/repair-jobs/${jobId}/record-test`, { stepId: first.stepId, result: 'fail' });
  }
  const codes = (await api('/fault-codes')) as { code: string; kind: string }[];
  const cause = codes.find(({ kind }) => kind === 'cause') ?? codes[0];
  await api(`/repair-jobs/${jobId}/record-fault`, { faultCode: cause?.code });
  const stock = await api(`/stock?locationId=${bench?.id}&limit=200`);
  const { rows } = stock as { rows: { partId: string; available: number }[] };
  const part = rows.find(({ available }) => available > 0);
  await api(`/repair-jobs/${jobId}/use-part`, { partId: part?.partId });
  return { lineId, jobId };
}

async function picture(page: Page, name: string, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

mkdirSync(folder, { recursive: true });
const dataDir = makeDataFolder();
const product = await startProduct({ dataDir, args: ['--demo'] });
const browser = await launchChromium();
const desk = await openWorkplace(browser, product.origin);
try {
  const { page } = desk;
  await becomeAdministrator(desk, product.output());
  await signInAt(desk, { login: 'qin.shan', password });
  const { lineId, jobId } = await playRepair(desk);
  await desk.api('/me/locale', { locale: 'en' }, 'PUT');
  await picture(page, 'bench', `/bench/${jobId}`);
  await picture(page, 'stock', '/stock');
  await picture(page, 'rma', `/rmas/${lineId}`);
  await picture(page, 'movements', '/stock/movements');
  await picture(page, 'api-docs', '/api/docs?lang=en');
  await desk.api('/me/locale', { locale: 'zh-CN' }, 'PUT');
  await picture(page, 'bench-zh', `/bench/${jobId}`);
  const label = await page.request.get(`/documents/lines/${lineId}/unit-label.png`);
  writeFileSync(join(folder, 'label.png'), await label.body());
} finally {
  await browser.close();
  await product.stop();
  await removeDataFolder(dataDir);
}
