/**
 * Gives every request an id that the answer, the activity record and the log share, and writes one
 * log line per request. The query is not logged: a link's secret may stand in it.
 */
import type { MiddlewareHandler } from 'hono';
import type { DeskEnv, DeskPorts } from './context.ts';

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** Takes the caller's X-Request-Id when it is well-formed, else makes one. */
export function requestIds({ clock, ids, log }: DeskPorts): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const asked = c.req.header('x-request-id') ?? '';
    const requestId = wellFormed.test(asked) ? asked : ids.newId();
    const { method, path } = c.req;
    const own = log.with({ requestId });
    c.set('requestId', requestId);
    c.set('log', own);
    c.set('actor', null);
    c.set('credentialKind', null);
    const begun = clock.now().getTime();
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    own.info('request', {
      method,
      path,
      status: c.res.status,
      ms: clock.now().getTime() - begun,
      actorId: c.get('actor')?.id,
      address: c.get('address'),
    });
  };
}
