/**
 * Tells machines whether the process lives and whether it can do its work. Says nothing else, because
 * anybody may ask.
 */
import type { Hono } from 'hono';
import type { DeskEnv, DeskPorts } from './context.ts';

const answerWithinMs = 2000;

async function databaseAnswers({ connection, log }: DeskPorts): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs);
  });
  const answer = connection.sql`select 1`.then(
    () => true,
    (failure: unknown) => {
      log.warn('database does not answer', { error: failure });
      return false;
    },
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Adds `/healthz` (the process lives) and `/readyz` (it can work). */
export function mountHealth(app: Hono<DeskEnv>, ports: DeskPorts): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const isReady = ports.isReady() && (await databaseAnswers(ports));
    return isReady ? c.json({ status: 'ready' }) : c.json({ status: 'not-ready' }, 503);
  });
}
