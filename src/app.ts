/**
 * Builds the application from its ports: the shared floor, the REST desk, and the pages when they are
 * handed in. Opens nothing and listens to nothing; that is for whoever starts it.
 */
import type { Hono } from 'hono';
import type { ProblemPage } from './http/answer-failure.ts';
import type { DeskEnv, DeskPorts } from './http/context.ts';
import { makeFloor } from './http/make-floor.ts';
import { mountService } from './service/mount-service.ts';

/** The pages for people: their routes, and how they show a refusal. */
export interface PageDesk {
  mount(app: Hono<DeskEnv>, ports: DeskPorts): void;
  /** Answers null where the caller wants JSON. */
  readonly problemPage: ProblemPage;
}

/** Builds the application; `app.fetch` answers requests. */
export function buildApp(ports: DeskPorts, pages: PageDesk | null = null): Hono<DeskEnv> {
  const app = makeFloor(ports, pages?.problemPage ?? null);
  mountService(app, ports);
  pages?.mount(app, ports);
  return app;
}
