/**
 * The floor under both desks: everything that happens to a request before a route sees it, and to its
 * answer afterwards, in one fixed order. Routes are mounted on what it returns.
 */
import { Hono } from 'hono';
import { answerFailure, type ProblemPage } from './answer-failure.ts';
import { authenticate } from './authenticate.ts';
import { checkOrigin } from './check-origin.ts';
import { clientAddresses } from './client-address.ts';
import type { DeskEnv, DeskPorts } from './context.ts';
import { deadline } from './deadline.ts';
import { mountHealth } from './health.ts';
import { missingRoute } from './missing-route.ts';
import { makeLimiter, rateLimit } from './rate-limit.ts';
import { requestIds } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * Makes the application without routes.
 * @param page writes problems for people; null while there is only the REST desk
 */
export function makeFloor(ports: DeskPorts, page: ProblemPage | null = null): Hono<DeskEnv> {
  const { settings, clock } = ports;
  const app = new Hono<DeskEnv>();
  const missing = missingRoute(() => app.routes);
  const { publicUrl } = settings;
  app.onError((failure, c) => answerFailure(c, failure, { publicUrl, page }));
  app.notFound((c) => answerFailure(c, missing(c.req.path), { publicUrl, page }));
  app.use(requestIds(ports));
  app.use(securityHeaders(settings));
  app.use(clientAddresses(settings));
  mountHealth(app, ports);
  app.use(deadline(settings.deadlineMs));
  app.use(rateLimit(makeLimiter(clock, settings.requestsPerMinute)));
  app.use(checkOrigin(settings));
  app.use(authenticate(ports));
  const strangers = makeLimiter(clock, settings.strangerRequestsPerMinute);
  app.use(rateLimit(strangers, (c) => c.get('actor') === null));
  return app;
}
