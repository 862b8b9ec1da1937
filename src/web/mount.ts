/**
 * The HTML desk as a whole: its files, its pages, and how it shows a refusal. Knows which areas exist
 * and nothing of what they show. An area is a folder `pages/<area>/` with a function
 * `(pages: PageRoutes) => void`, called here, and its words in `i18n/pages-<area>.{en,zh-cn}.ts`.
 */
import type { Hono } from 'hono';
import type { ProblemPage } from '../http/answer-failure.ts';
import type { DeskEnv } from '../http/context.ts';
import { mountAssets } from './assets.ts';
import { pageRoutes } from './page-routes.ts';
import { problemPage } from './problem-page.tsx';
import type { WebPorts } from './visit.ts';

/** Adds every page to the application. */
export function mountWeb(app: Hono<DeskEnv>, ports: WebPorts): void {
  mountAssets(app, ports.assets);
  pageRoutes(app, ports);
}

/** The desk as `buildApp` takes it. */
export function webDesk(ports: WebPorts): {
  mount(app: Hono<DeskEnv>): void;
  readonly problemPage: ProblemPage;
} {
  return { mount: (app) => mountWeb(app, ports), problemPage: problemPage(ports) };
}
