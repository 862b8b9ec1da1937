/**
 * The pages over a test database as a browser without script meets them: it keeps cookies, sends
 * forms as the page wrote them, and follows where it is sent.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageDesk } from '../../src/app.ts';
import type { HeldRole } from '../../src/people/index.ts';
import { type Assets, openAssets } from '../../src/web/assets.ts';
import { webDesk } from '../../src/web/mount.ts';
import { openTestApp, ownOrigin, type TestApp } from './app.ts';

/** One answer, read. */
export interface Page {
  readonly status: number;
  readonly html: string;
  /** Where it sends the browser; null when it does not. */
  readonly location: string | null;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export interface Browser {
  get(path: string): Promise<Page>;
  /** Sends the form whose action is `action` on this page, with what somebody typed. */
  send(page: Page, action: string, typed?: Record<string, string>): Promise<Page>;
  /** Posts fields by hand. */
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Page>;
  /** Follows the redirect of an answer; the answer itself when there is none. */
  follow(page: Page): Promise<Page>;
  /** `send` and `follow`. */
  sendOn(page: Page, action: string, typed?: Record<string, string>): Promise<Page>;
}

export interface WebApp {
  readonly app: TestApp;
  /** A browser of somebody who is signed in with these roles; of a stranger without. */
  browser(roles?: readonly HeldRole[], locale?: 'en' | 'zh-CN'): Promise<Browser>;
  close(): Promise<void>;
}

async function builtAssets(): Promise<Assets> {
  const directory = await mkdtemp(join(tmpdir(), 'benchstock-assets-'));
  const { buildIslands } = await import('../../scripts/islands.mjs');
  await buildIslands(directory);
  return openAssets(directory);
}

function unescaped(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => named[name] ?? '');
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found?.[1] === undefined ? null : unescaped(found[1]);
}

/** The forms of a page: action, and the fields as they would be sent untouched. */
export function formsOf(html: string): { action: string; fields: [string, string][] }[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([whole, inside = '']) => {
    const action = attribute(/<form\b[^>]*>/.exec(whole)?.[0] ?? '', 'action') ?? '';
    const fields: [string, string][] = [];
    for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
      const name = attribute(tag, 'name');
      const isBox = attribute(tag, 'type') === 'checkbox';
      if (name === null || (isBox && !/\schecked/.test(tag))) continue;
      fields.push([name, attribute(tag, 'value') ?? '']);
    }
    for (const [tag, text = ''] of inside.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
      fields.push([attribute(tag, 'name') ?? '', unescaped(text)]);
    }
    for (const [tag, options = ''] of inside.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
      const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '';
      fields.push([attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? '']);
    }
    return { action, fields };
  });
}

/** The text of a page as a reader meets it. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
}

function makeBrowser(app: TestApp, session: string | null, locale: string): Browser {
  const jar = new Map<string, string>();
  if (session !== null) jar.set('benchstock', session);
  const call = async (path: string, init: Parameters<TestApp['call']>[1] = {}): Promise<Page> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', 'accept-language': locale, ...init.headers };
    const withCookie = cookie === '' ? headers : { ...headers, cookie };
    const response = await app.call(path, { ...init, headers: withCookie });
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (value === '' || /max-age=0/i.test(one)) jar.delete(name);
      else jar.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const html = new TextDecoder().decode(bytes);
    const { status } = response;
    return {
      status,
      html,
      bytes,
      headers: response.headers,
      location: response.headers.get('location'),
    };
  };
  const post: Browser['post'] = (path, fields, headers = {}) =>
    call(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: ownOrigin,
        ...headers,
      },
    });
  const follow: Browser['follow'] = (page) =>
    page.location === null ? Promise.resolve(page) : call(page.location);
  const send: Browser['send'] = (page, action, typed = {}) => {
    const form = formsOf(page.html).find((one) => one.action === action);
    if (form === undefined) {
      const known = formsOf(page.html).map((one) => one.action);
      throw new Error(`no form to ${action}; there are ${known.join(', ')}`);
    }
    return post(action, { ...Object.fromEntries(form.fields), ...typed });
  };
  return {
    get: (path) => call(path),
    post,
    follow,
    send,
    sendOn: async (page, action, typed) => follow(await send(page, action, typed)),
  };
}

/** Opens the application with its pages. */
export async function openWebApp(): Promise<WebApp> {
  const assets = await builtAssets();
  let problems: PageDesk['problemPage'] = () => null;
  const app = await openTestApp({
    pages: {
      mount: (hono, ports) => {
        const desk = webDesk({ ...ports, assets });
        problems = desk.problemPage;
        desk.mount(hono);
      },
      problemPage: (c, problem) => problems(c, problem),
    },
  });
  return {
    app,
    browser: async (roles, locale = 'en') => {
      if (roles === undefined) return makeBrowser(app, null, locale);
      const { session } = await app.makeActorToken(roles);
      const browser = makeBrowser(app, session, locale);
      if (locale === 'zh-CN') {
        await browser.sendOn(await browser.get('/account'), '/account/language', { locale });
      }
      return browser;
    },
    close: () => app.close(),
  };
}
