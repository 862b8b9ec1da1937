/**
 * What travels with one request through the middleware of both desks, and what the desks are given
 * to work with. Knows no page, no route and no domain.
 */
import type { Context } from 'hono';
import type { Actor, Locale } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Connection } from '../platform/db/connect.ts';
import type { Executor } from '../platform/execute.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';

/** How the floor treats requests. */
export interface FloorSettings {
  /** The origin people type, without a slash at its end. */
  readonly publicUrl: string;
  readonly isHttps: boolean;
  readonly trustedProxies: readonly string[];
  /** Longest time a request may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Requests one address may make in a minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** The same for requests of nobody who is signed in. */
  readonly strangerRequestsPerMinute: number;
}

/** Limits for a running product; the rest of the settings depends on the installation. */
export const usualLimits = {
  deadlineMs: 15_000,
  requestsPerMinute: 6000,
  strangerRequestsPerMinute: 300,
} as const;

/** What both desks work with. */
export interface DeskPorts {
  readonly executor: Executor;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: FloorSettings;
  /** Whether the start has finished (migrations done) and the stop has not begun. */
  readonly isReady: () => boolean;
}

/** The variables of a request. */
export interface DeskEnv {
  Variables: {
    requestId: string;
    /** The client's network address; `unknown` when the connection does not tell. */
    address: string;
    /** How the request says who it is; null when it does not. */
    credentialKind: 'session' | 'bearer' | null;
    /** Who asks; null when nobody is signed in. */
    actor: Actor | null;
    log: Log;
  };
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } };
}

export type DeskContext = Context<DeskEnv>;

const supported = [
  { tag: /^zh\b/i, locale: 'zh-CN' },
  { tag: /^en\b/i, locale: 'en' },
] as const;

/** The language of an Accept-Language header that we speak, by its weights; English otherwise. */
export function negotiateLocale(header: string | undefined): Locale {
  const asked = (header ?? '').slice(0, 400).split(',');
  let best: { locale: Locale; weight: number } = { locale: 'en', weight: 0 };
  for (const part of asked) {
    const [tag = '', ...options] = part.trim().split(';');
    const quality = options.map((o) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(o)?.[1]);
    const weight = Number(quality[0] ?? (options.length === 0 ? 1 : 0));
    const known = supported.find((one) => one.tag.test(tag));
    if (known !== undefined && weight > best.weight) best = { locale: known.locale, weight };
  }
  return best.locale;
}

/** The language to answer in: the actor's own, else what the client prefers. */
export function localeOf(c: DeskContext): Locale {
  return c.get('actor')?.locale ?? negotiateLocale(c.req.header('accept-language'));
}
