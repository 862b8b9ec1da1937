/** Listens for requests until told to stop; open requests are finished first. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { DeskEnv } from '../http/context.ts';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** How long open requests may take to finish once the server is told to stop, in milliseconds. */
const graceMs = 8_000;

/** Starts listening. Rejects when the port is taken. */
export function listen(
  app: Hono<DeskEnv>,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch));
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : at.port;
      resolve({ port, close: () => closeGently(server) });
    });
  });
}

function closeGently(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
