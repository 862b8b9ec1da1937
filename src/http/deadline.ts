/**
 * Answers for a request that takes too long, so that nobody waits without end. What it was doing may
 * still take effect; therefore an unsafe one is told that its outcome is unknown.
 */
import type { MiddlewareHandler } from 'hono';
import { platformErrors } from '../platform/platform-errors.ts';
import type { DeskEnv } from './context.ts';

/** Throws after `deadlineMs` milliseconds. */
export function deadline(deadlineMs: number): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const { method } = c.req;
    const late = method === 'GET' || method === 'HEAD' ? 'busy-try-again' : 'outcome-unknown';
    let timer: NodeJS.Timeout | undefined;
    const alarm = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(platformErrors.error(late)), deadlineMs);
    });
    try {
      await Promise.race([next(), alarm]);
    } finally {
      clearTimeout(timer);
    }
  };
}
