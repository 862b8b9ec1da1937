/**
 * A workplace with a browser: one person signed in, a wedge scanner that types, and a watch over what
 * the browser complains about. Knows keys and pages, no step of a return.
 */
import type { APIResponse, Browser, BrowserContext, Page } from 'playwright-core';
import type { Locale } from '../../src/platform/actor.ts';

export interface Workplace {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console and the content policy complained about. */
  readonly complaints: string[];
  /** Types the code as a wedge scanner does and ends it with Enter. */
  scan(code: string): Promise<void>;
  /** Presses the button of the form that posts to an address ending so, and waits for the answer. */
  press(addressEnd: string): Promise<void>;
  /** An operation of the REST desk as the person signed in. */
  api(path: string, json?: unknown, method?: string): Promise<unknown>;
  close(): Promise<void>;
}

async function bodyOf(answer: APIResponse): Promise<unknown> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** Opens a browser window at this origin. */
export async function openWorkplace(
  browser: Browser,
  origin: string,
  locale: Locale = 'en',
): Promise<Workplace> {
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser's own note about an answer of 4xx is not a fault of the page.
    const isStatusNote = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatusNote) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    page,
    context,
    complaints,
    scan: async (code) => {
      await page.keyboard.type(code, { delay: 2 });
      await page.keyboard.press('Enter');
    },
    press: async (addressEnd) => {
      const button = page.locator(`form[action$="${addressEnd}"] button[type=submit]`).first();
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await button.click();
      await answered;
      await page.waitForLoadState();
    },
    api: async (path, json, method) => {
      const verb = method ?? (json === undefined ? 'GET' : 'POST');
      const headers = { origin };
      const options = { method: verb, headers, ...(json === undefined ? {} : { data: json }) };
      return bodyOf(await page.request.fetch(`${origin}/api/v1${path}`, options));
    },
    close: () => context.close(),
  };
}

/** Signs in by the form. */
export async function signInAt(
  { page }: Workplace,
  who: { readonly login: string; readonly password: string },
): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('input[name=login]', who.login);
  await page.fill('input[name=password]', who.password);
  await page.click('form[action="/sign-in"] button[type=submit]');
  await page.waitForURL((url) => url.pathname === '/');
}

/** How many bytes of scripts travel for one page, with nothing cached. */
export async function scriptBytes({ context, page }: Workplace, path: string): Promise<number> {
  const sizes: number[] = [];
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const kinds = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') sizes.push(encodedDataLength);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return sizes.reduce((sum, size) => sum + size, 0);
}
