/**
 * Finds out who asks, from the session cookie or a bearer token. It only knows the door of the
 * people room; what the person may do is judged where the command runs.
 */
import type { MiddlewareHandler } from 'hono';
import { type Credential, makeActorLoader } from '../people/index.ts';
import type { DeskContext, DeskEnv, DeskPorts, FloorSettings } from './context.ts';
import { readSessionCookie } from './session-cookie.ts';

function credentialOf(c: DeskContext, settings: FloorSettings): Credential | null {
  const header = c.req.header('authorization');
  if (header !== undefined && /^bearer\b/i.test(header)) {
    const token = /^bearer +(\S+)$/i.exec(header)?.[1];
    // A token we cannot read is an identity that failed, never a reason to fall back on the cookie.
    return { kind: 'bearer', token: token ?? '' };
  }
  const token = readSessionCookie(c, settings);
  return token === undefined ? null : { kind: 'session', token };
}

/** Sets the actor, or leaves it null. */
export function authenticate(ports: DeskPorts): MiddlewareHandler<DeskEnv> {
  const { connection, clock, settings } = ports;
  const loadActor = makeActorLoader(connection);
  return async (c, next) => {
    const credential = credentialOf(c, settings);
    if (credential !== null) {
      c.set('credentialKind', credential.kind);
      c.set('actor', await loadActor(credential, clock.now()));
    }
    await next();
  };
}
