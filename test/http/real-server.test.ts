/** What only a real connection shows: raw bytes, odd methods, bodies without a length. */
import { connect } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { openTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let server: ServerType;
let port: number;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  ({ token } = await app.makeActorToken([{ role: 'administrator', siteId: null }]));
  const { fetch } = buildApp(app.ports);
  port = await new Promise((resolve) => {
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await app.close();
});

/** Sends raw bytes and reads until the other side closes. */
function raw(...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.setEncoding('utf8');
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const head = (line: string, more = '') =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${more}\r\n`;
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('over a real connection', () => {
  it('knows the address of the client', async () => {
    expect(statusOf(await raw(head('GET /healthz')))).toBe(200);
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'FOO'])(
    'answers %s without a failure',
    async (method) => {
      const answer = await raw(head(`${method} /api/v1/parts`));
      expect(answer).not.toMatch(/^HTTP\/1\.1 (2|5)/);
      expect(answer).not.toContain('Connection: close\r\nConnection');
    },
  );

  it('takes no header that holds a line break', async () => {
    const bad = head('GET /healthz', 'X-Request-Id: abcdefgh\rX-Evil: 1\r\n');
    const answer = await raw(bad);
    expect(statusOf(answer)).toBe(400);
    expect(answer.toLowerCase()).not.toContain('x-evil');
  });

  it('refuses two lengths that disagree', async () => {
    const more = 'Content-Length: 2\r\nContent-Length: 3\r\n';
    expect(statusOf(await raw(head('POST /api/v1/parts', more), '{}x'))).toBe(400);
  });

  it('stops a body without a length at the limit', async () => {
    const more = `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n`;
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const answer = await raw(head('POST /api/v1/parts', more), chunk.repeat(8), '0\r\n\r\n');
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain('platform.body-too-large');
    expect(answer.toLowerCase()).toContain('content-security-policy');
  });

  it('answers a good request with everything a good answer has', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/me`, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ kind: 'token' });
  });
});
