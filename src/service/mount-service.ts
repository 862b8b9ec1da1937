/**
 * Puts the REST desk on the floor: every operation of the tables, the document that describes them,
 * and the pages people read about them.
 */
import type { Hono } from 'hono';
import { type DeskContext, type DeskEnv, type DeskPorts, localeOf } from '../http/context.ts';
import type { Locale } from '../platform/actor.ts';
import { allRoutes } from './all-routes.ts';
import { mountOperation } from './mount-operation.ts';
import { openApiDocument } from './openapi.ts';
import { apiPrefix } from './operation.ts';
import { errorsPage, referencePage, referenceStyle } from './reference-page.ts';

function readingLocale(c: DeskContext): Locale {
  const asked = c.req.query('lang');
  return asked === 'en' || asked === 'zh-CN' ? asked : localeOf(c);
}

/** Adds the REST desk. */
export function mountService(app: Hono<DeskEnv>, ports: DeskPorts): void {
  const { publicUrl } = ports.settings;
  for (const route of allRoutes) mountOperation(app, route, ports);
  const document = JSON.stringify(openApiDocument(allRoutes, ports.settings));
  app.get(`${apiPrefix}/openapi.json`, (c) =>
    c.body(document, 200, { 'Content-Type': 'application/json' }),
  );
  app.get('/api/docs', (c) =>
    c.html(referencePage(allRoutes, { locale: readingLocale(c), publicUrl })),
  );
  app.get('/docs/errors', (c) => c.html(errorsPage({ locale: readingLocale(c), publicUrl })));
  app.get('/api/docs/style.css', (c) =>
    c.body(referenceStyle, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  );
}
