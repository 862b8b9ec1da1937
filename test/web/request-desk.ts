/** People at one site who ask for parts and decide on them, as browsers without script. */
import { expect } from 'vitest';
import { createLocation, createPart } from '../../src/inventory/index.ts';
import { getRequest } from '../../src/orders/index.ts';
import { type Browser, openWebApp, type Page, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

export type Locale = 'en' | 'zh-CN';

/** Scans a code into the form of a new request. */
export const scan = (browser: Browser, page: Page, code: string) =>
  browser.send(page, '/requests/new', { add: code, step: 'add' });

/** Asks for parts through the form and answers where the request is. */
export async function asked(
  browser: Browser,
  lines: readonly (readonly [string, string])[],
  more: Record<string, string> = {},
): Promise<string> {
  let page = await browser.get('/requests/new');
  for (const [code] of lines) page = await scan(browser, page, code);
  const quantities = Object.fromEntries(
    lines.map(([, quantity], at) => [`lines.${at}.quantity`, quantity]),
  );
  const sent = await browser.send(page, '/requests/new', { ...quantities, ...more, step: 'send' });
  expect(sent.status).toBe(303);
  return sent.location ?? '';
}

/** Opens the application with one site. */
export async function openRequestDesk() {
  const web: WebApp = await openWebApp();
  const { world } = web.app;
  const { siteId } = await world.site();
  const someone = async (
    role: 'technician' | 'approver' | 'administrator',
    locale: Locale = 'en',
  ) => {
    const where = role === 'administrator' ? null : siteId;
    // So that whoever is made last is the newest.
    world.clock.advanceDays(1 / 24);
    const browser = await web.browser([{ role, siteId: where }], locale);
    const [row] = await world.database.owner<{ id: string }[]>`
      select id from person order by created_at desc, id desc limit 1`;
    return { browser, personId: row?.id ?? '' };
  };
  return {
    web,
    world,
    siteId,
    someone,
    /** A technician with a van of his own. */
    driver: async (locale: Locale = 'en') => {
      const { browser, personId } = await someone('technician', locale);
      const code = mint('VAN');
      const van = { siteId, code, kind: 'van', custodianId: personId } as const;
      await world.run(createLocation, van);
      return { browser, personId, van: code };
    },
    part: async (barcodes: string[] = []) => {
      const partNumber = mint('PN');
      const named = { partNumber, nameEn: 'Power board', nameZh: '电源板', barcodes };
      const { partId } = await world.run(createPart, {
        ...named,
        costMinor: 25_00,
        currency: 'CNY',
      });
      return { partId, partNumber };
    },
    /** The request behind an address. */
    viewOf: (path: string) => world.ask(getRequest, { requestId: path.split('/').at(-1) ?? '' }),
  };
}
export type RequestDesk = Awaited<ReturnType<typeof openRequestDesk>>;
