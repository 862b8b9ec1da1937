/**
 * The cookie that keeps a browser signed in. Its `__Host-` name binds it to this host and to https;
 * on a plain loopback address browsers would refuse that name, so it has a plain one there.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { lifetimes } from '../people/index.ts';
import type { DeskContext, FloorSettings } from './context.ts';

type Scheme = Pick<FloorSettings, 'isHttps'>;

/** The cookie's name under https or without. */
export function sessionCookieName({ isHttps }: Scheme): string {
  return isHttps ? '__Host-benchstock' : 'benchstock';
}

/** The session's token the request shows, if any. */
export function readSessionCookie(c: DeskContext, scheme: Scheme): string | undefined {
  return getCookie(c, sessionCookieName(scheme));
}

/** Hands the browser a session's token. */
export function setSessionCookie(c: DeskContext, scheme: Scheme, token: string): void {
  setCookie(c, sessionCookieName(scheme), token, {
    path: '/',
    httpOnly: true,
    secure: scheme.isHttps,
    sameSite: 'Lax',
    maxAge: Math.floor(lifetimes.sessionAbsolute / 1000),
  });
}

/** Takes the session's token from the browser. */
export function clearSessionCookie(c: DeskContext, scheme: Scheme): void {
  deleteCookie(c, sessionCookieName(scheme), { path: '/', secure: scheme.isHttps });
}
