/**
 * What a page knows of the request it answers: who asks, in which language, what he may do, and how
 * to ask the product a question. Knows no page and no domain; rights are judged again where the
 * command runs.
 */
import type { z } from 'zod';
import type { DeskContext, DeskPorts } from '../http/context.ts';
import { localeOf } from '../http/context.ts';
import { type Say, wordsIn } from '../i18n/page-words.ts';
import type { PageKey } from '../i18n/pages.en.ts';
import { type Permission, visitor } from '../people/index.ts';
import { type Actor, type Locale, scopesOf } from '../platform/actor.ts';
import type { ErrorParams } from '../platform/errors.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { Query } from '../platform/query.ts';
import type { Assets } from './assets.ts';
import { leaveFlash } from './flash.ts';

/** What the HTML desk works with. */
export interface WebPorts extends DeskPorts {
  readonly assets: Assets;
}

/** One request to a page. */
export interface Visit {
  readonly c: DeskContext;
  readonly ports: WebPorts;
  /** Whoever is signed in, else the visitor, who holds no right. */
  readonly actor: Actor;
  readonly isSignedIn: boolean;
  readonly locale: Locale;
  readonly say: Say;
  /** Whether the actor holds the right somewhere; for showing a button or a link. */
  can(permission: Permission): boolean;
  /** Asks a query as the actor. */
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  /** A parameter of the query string; '' when absent. */
  param(name: string): string;
  /** A step of the path (`/rmas/:lineId`). */
  step(name: string): string;
  /** Answers 303 to a page of ours; the message is shown there once. */
  redirect(to: string, message?: PageKey, params?: ErrorParams): Response;
}

/** Makes the visit of a request. */
export function visitOf(c: DeskContext, ports: WebPorts): Visit {
  const locale = localeOf(c);
  const signedIn = c.get('actor');
  const actor = signedIn ?? { ...visitor, locale };
  return {
    c,
    ports,
    actor,
    isSignedIn: signedIn !== null,
    locale,
    say: wordsIn(locale),
    can: (permission) => scopesOf(actor, permission) !== null,
    ask: (query, input) => ports.executor.ask(query, input, { actor }),
    param: (name) => c.req.query(name) ?? '',
    step: (name) => c.req.param(name) ?? '',
    redirect: (to, message, params) => {
      if (message !== undefined) leaveFlash(c, ports.settings, { message, params: params ?? {} });
      return c.redirect(to, 303);
    },
  };
}

/** The name in the reader's language, else in the other, else a dash. */
export function nameIn(
  locale: Locale,
  named: { readonly nameEn: string | null; readonly nameZh: string | null },
): string {
  const [first, second] =
    locale === 'en' ? [named.nameEn, named.nameZh] : [named.nameZh, named.nameEn];
  return first ?? second ?? '—';
}

/** A moment as tables show it: `2026-11-16 08:00` in UTC, the zone the ledger is kept in. */
export function momentText(moment: string | null): string {
  return moment === null ? '—' : `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;
}

/** A step of the path that must be an id; anything else is an address nobody has. */
export function idStep(visit: Visit, name: string): string {
  const step = visit.step(name);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(step)) return step;
  throw platformErrors.error('not-found');
}
