/**
 * Limits how often one address may ask, in the memory of this process: a bucket that a minute
 * refills, with a quarter of a minute's worth to spend at once. Forgets whoever has been quiet.
 */
import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../platform/clock.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { DeskContext, DeskEnv } from './context.ts';

/** Counts requests by key. */
export interface Limiter {
  /** Takes one; answers 0, or the whole seconds to wait. */
  take(key: string): number;
}

const keysMax = 50_000;

/** A limiter of so many a minute; 0 for no limit. */
export function makeLimiter(clock: Clock, perMinute: number): Limiter {
  const size = Math.max(1, Math.ceil(perMinute / 4));
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { left: number; at: number }>();
  const forget = (now: number) => {
    for (const [key, { left, at }] of buckets) {
      if (left + (now - at) * perMs >= size) buckets.delete(key);
    }
    // A flood of addresses must not cost memory without end: the oldest go.
    for (const key of buckets.keys()) {
      if (buckets.size <= keysMax / 2) break;
      buckets.delete(key);
    }
  };
  return {
    take: (key) => {
      if (perMinute === 0) return 0;
      const now = clock.now().getTime();
      const kept = buckets.get(key);
      if (kept === undefined && buckets.size >= keysMax) forget(now);
      const elapsed = kept === undefined ? 0 : Math.max(0, now - kept.at);
      const left = Math.min(size, (kept?.left ?? size) + elapsed * perMs);
      const isFree = left >= 1;
      buckets.set(key, { left: isFree ? left - 1 : left, at: now });
      return isFree ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000));
    },
  };
}

/** Throws `platform.too-many-requests` with the seconds to wait, for the requests that `counts`. */
export function rateLimit(
  limiter: Limiter,
  counts: (c: DeskContext) => boolean = () => true,
): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const seconds = counts(c) ? limiter.take(c.get('address')) : 0;
    if (seconds > 0) throw platformErrors.error('too-many-requests', { seconds });
    await next();
  };
}
