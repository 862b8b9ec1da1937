/**
 * A message for the next page only, carried by a cookie of its own: a link cannot put words into our
 * mouth. Knows the key of the text, never the text.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { DeskContext, FloorSettings } from '../http/context.ts';
import { isPageKey } from '../i18n/page-words.ts';
import type { PageKey } from '../i18n/pages.en.ts';
import type { ErrorParams } from '../platform/errors.ts';

/** What the next page shall say. */
export interface Flash {
  readonly message: PageKey;
  readonly params: ErrorParams;
}

const shape = z.object({
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const lifeSeconds = 60;
const lengthMax = 3000;

function nameOf({ isHttps }: Pick<FloorSettings, 'isHttps'>): string {
  return isHttps ? '__Host-benchstock-said' : 'benchstock-said';
}

/** Leaves a message for the next page. */
export function leaveFlash(c: DeskContext, settings: FloorSettings, flash: Flash): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
  if (value.length > lengthMax) return;
  setCookie(c, nameOf(settings), value, {
    path: '/',
    httpOnly: true,
    secure: settings.isHttps,
    sameSite: 'Lax',
    maxAge: lifeSeconds,
  });
}

/** The message left for this page, taken from the browser; null when there is none. */
export function takeFlash(c: DeskContext, settings: FloorSettings): Flash | null {
  const value = getCookie(c, nameOf(settings));
  if (value === undefined) return null;
  deleteCookie(c, nameOf(settings), { path: '/', secure: settings.isHttps });
  try {
    const read = shape.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    return isPageKey(read.message) ? { message: read.message, params: read.params } : null;
  } catch {
    // Whatever a browser made of our cookie, a page is never lost over it.
    return null;
  }
}
