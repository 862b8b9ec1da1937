/**
 * The headers that every answer carries, refusals and failures included: pages run our own scripts
 * only, are framed by nobody, and answers stay out of caches unless their handler says otherwise.
 */
import type { MiddlewareHandler } from 'hono';
import type { DeskEnv, FloorSettings } from './context.ts';

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The fixed headers, by name. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=(), payment=()',
};

const oneYear = 'max-age=31536000';

/** Sets the headers once the answer is made. */
export function securityHeaders(settings: FloorSettings): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(fixedHeaders)) headers.set(name, value);
    if (settings.isHttps) headers.set('Strict-Transport-Security', oneYear);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}
