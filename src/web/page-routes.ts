/**
 * Registers pages: decides who may open one at all and hands the handler its visit. A stranger is
 * sent to the sign-in page and comes back afterwards; the right itself is the command's to judge.
 */
import type { Hono } from 'hono';
import type { DeskContext, DeskEnv } from '../http/context.ts';
import { readForm } from '../http/read-body.ts';
import type { Permission } from '../people/index.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import { type Visit, visitOf, type WebPorts } from './visit.ts';

type Answer = Response | Promise<Response>;

/** Who may open a page: anybody, whoever is signed in, or holders of a right. */
export type Door = 'anybody' | 'signed-in' | Permission;

/** Adds pages to the application. */
export interface PageRoutes {
  /** @example pages.get('/rmas', 'rma.view', (visit) => show(visit, { title: … }, <List />)) */
  get(path: string, door: Door, handler: (visit: Visit) => Answer): void;
  /** `form` holds what was sent, at most 256 KiB; `postLarge` takes more. */
  post(path: string, door: Door, handler: (visit: Visit, form: FormData) => Answer): void;
  /** The same with a larger limit in bytes, for uploaded files. */
  postLarge(path: string, door: Door, max: number, handler: PostHandler): void;
}

type PostHandler = (visit: Visit, form: FormData) => Answer;

/** Whether the text is the address of a page of ours, not of another site. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\');
}

function checkDoor(visit: Visit, door: Door): void {
  if (door === 'anybody') return;
  if (!visit.isSignedIn) throw platformErrors.error('not-signed-in');
  if (door !== 'signed-in' && !visit.can(door)) {
    throw platformErrors.error('not-permitted', { permission: door });
  }
}

function signInAddress(c: DeskContext): string {
  const url = new URL(c.req.url);
  return `/sign-in?next=${encodeURIComponent(`${url.pathname}${url.search}`)}`;
}

/** Makes the registrar of one application. */
export function pageRoutes(app: Hono<DeskEnv>, ports: WebPorts): PageRoutes {
  const take = async (c: DeskContext, door: Door, max: number | null, handler: PostHandler) => {
    const visit = visitOf(c, ports);
    checkDoor(visit, door);
    return handler(visit, max === null ? await readForm(c) : await readForm(c, max));
  };
  return {
    get: (path, door, handler) => {
      app.get(path, async (c) => {
        const visit = visitOf(c, ports);
        if (door !== 'anybody' && !visit.isSignedIn) return c.redirect(signInAddress(c), 303);
        checkDoor(visit, door);
        return handler(visit);
      });
    },
    post: (path, door, handler) => {
      app.post(path, (c) => take(c, door, null, handler));
    },
    postLarge: (path, door, max, handler) => {
      app.post(path, (c) => take(c, door, max, handler));
    },
  };
}
