/**
 * Refuses requests that another site made a browser send. Every unsafe method is checked, whatever
 * its content type; a client that shows a bearer token and no cookie is no browser being misled.
 */
import type { MiddlewareHandler } from 'hono';
import { platformErrors } from '../platform/platform-errors.ts';
import type { DeskContext, DeskEnv, FloorSettings } from './context.ts';
import { readSessionCookie } from './session-cookie.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether an Origin header names this server: by its public address, or by the host it was called. */
function isOwn(origin: string, host: string | undefined, settings: FloorSettings): boolean {
  if (origin === settings.publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const schemeFits = url.protocol === 'https:' || !settings.isHttps;
  return schemeFits && url.host !== '' && url.host === host?.toLowerCase();
}

function isRefused(c: DeskContext, settings: FloorSettings): boolean {
  const hasCookie = readSessionCookie(c, settings) !== undefined;
  const hasBearer = /^bearer /i.test(c.req.header('authorization') ?? '');
  if (hasBearer && !hasCookie) return false;
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin !== undefined && !isOwn(origin, c.req.header('host'), settings)) return true;
  if (site !== undefined && site !== 'same-origin') return true;
  return hasCookie && origin === undefined && site === undefined;
}

/** Throws `platform.origin-refused` for an unsafe request from elsewhere. */
export function checkOrigin(settings: FloorSettings): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (!safeMethods.has(c.req.method) && isRefused(c, settings)) {
      throw platformErrors.error('origin-refused');
    }
    await next();
  };
}
