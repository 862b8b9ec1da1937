/**
 * Finds the network address of the client. A forwarded address is believed only as far as trusted
 * proxies vouch for it, read from the end of the list: whatever stands further left may be made up.
 */
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { networkTest } from '../platform/config.ts';
import type { DeskEnv, FloorSettings } from './context.ts';

function plain(address: string): string {
  const bare = address.trim().replace(/^\[(.+)\](?::\d+)?$/, '$1');
  return bare.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** The last address of the chain that no trusted proxy has. */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let known = plain(peer ?? '');
  if (isIP(known) === 0) return 'unknown';
  const chain = (forwarded ?? '').split(',').map(plain);
  while (isTrusted(known)) {
    const before = chain.pop();
    if (before === undefined || isIP(before) === 0) break;
    known = before;
  }
  return known;
}

/** Notes the client's address. */
export function clientAddresses(settings: FloorSettings): MiddlewareHandler<DeskEnv> {
  const isTrusted = networkTest(settings.trustedProxies);
  return async (c, next) => {
    const peer = c.env?.incoming?.socket?.remoteAddress;
    c.set('address', clientAddress(peer, c.req.header('x-forwarded-for'), isTrusted));
    await next();
  };
}
