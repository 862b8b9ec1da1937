/** What every answer carries and what the floor refuses before any route sees it. */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskEnv } from '../../src/http/context.ts';
import { makeFloor } from '../../src/http/make-floor.ts';
import { fixedHeaders } from '../../src/http/security-headers.ts';
import { allRoutes } from '../../src/service/all-routes.ts';
import { apiPrefix } from '../../src/service/operation.ts';
import { openTestApp, ownOrigin, type TestApp } from '../support/app.ts';
import { mint } from '../support/world.ts';

let app: TestApp;
let session: string;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  ({ session, token } = await app.makeActorToken([{ role: 'administrator', siteId: null }]));
});
afterAll(() => app.close());

const part = () => ({ partNumber: mint('P'), nameEn: 'Fan' });

describe('headers', () => {
  const anId = '0192f0c1-5e6a-7c3d-8b21-4f9a6d2e7b10';
  const paths = allRoutes.map(({ method, path }): [string, string] => [
    method,
    apiPrefix + path.replaceAll(/\{\w+\}/g, anId),
  ]);
  const others: [string, string][] = [
    ['GET', '/api/docs'],
    ['GET', '/docs/errors'],
    ['GET', '/api/docs/style.css'],
    ['GET', `${apiPrefix}/openapi.json`],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/nowhere'],
    ['DELETE', `${apiPrefix}/parts`],
    ['POST', '/healthz'],
  ];

  it.each([...paths, ...others])('%s %s carries them, signed in or not', async (method, path) => {
    for (const request of [{ method }, { method, token }]) {
      const answer = await app.call(path, request);
      for (const [name, value] of Object.entries(fixedHeaders)) {
        expect(answer.headers.get(name), name).toBe(value);
      }
      expect(answer.headers.get('x-request-id')).toMatch(/^[\w.-]{8,64}$/);
      const isStyle = path.endsWith('.css');
      expect(answer.headers.get('cache-control')).toBe(
        isStyle ? 'public, max-age=3600' : 'no-store',
      );
      expect(answer.headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('promises https for a year exactly where people come by https', async () => {
    const settings = { ...app.ports.settings, publicUrl: 'https://parts.example', isHttps: true };
    const floor = makeFloor({ ...app.ports, settings });
    const answer = await floor.request('https://parts.example/nowhere');
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });

  it('takes a well-formed request id and no other', async () => {
    const id = (asked: string) =>
      app
        .call('/healthz', { headers: { 'x-request-id': asked } })
        .then((answer) => answer.headers.get('x-request-id'));
    expect(await id('trace-12345678')).toBe('trace-12345678');
    expect(await id('a b')).not.toBe('a b');
    expect(await id('x'.repeat(65))).not.toContain('xxx');
  });
});

describe('origin', () => {
  const cookie = () => ({ cookie: `benchstock=${session}` });
  const post = (headers: Record<string, string>, body: unknown = part()) =>
    app.call(`${apiPrefix}/parts`, { json: body, headers });

  it.each([
    ['our own origin', { origin: ownOrigin }],
    ['the host that was called', { origin: 'http://localhost:3000', host: 'localhost:3000' }],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }],
  ])('lets a cookie act from %s', async (_name, headers) => {
    expect((await post({ ...cookie(), ...headers })).status).toBe(201);
  });

  it.each([
    ['nowhere at all', {}],
    ['another origin', { origin: 'https://evil.example' }],
    ['a null origin', { origin: 'null' }],
    ['an origin with our name in it', { origin: `${ownOrigin}.evil.example` }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: ownOrigin }],
    [
      'another origin that claims to be ours',
      { origin: 'https://e.example', 'sec-fetch-site': 'same-origin' },
    ],
  ])('refuses a cookie from %s', async (_name, headers) => {
    const answer = await post({ ...cookie(), ...headers });
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'platform.origin-refused']);
  });

  it('refuses strange content types from elsewhere just the same', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'x/y']) {
      const headers = { ...cookie(), origin: 'https://evil.example', 'content-type': type };
      const answer = await app.call(`${apiPrefix}/parts`, { body: '{}', headers });
      expect(answer.status).toBe(403);
    }
  });

  it('does not ask a token without a cookie where it comes from', async () => {
    const headers = { authorization: `Bearer ${token}`, origin: 'https://evil.example' };
    expect((await post(headers)).status).toBe(201);
    expect((await post({ ...headers, ...cookie() })).status).toBe(403);
  });

  it('lets nobody change anything by GET', async () => {
    const headers = { ...cookie(), origin: 'https://evil.example' };
    expect((await app.call(`${apiPrefix}/parts`, { headers })).status).toBe(200);
  });
});

describe('methods and paths', () => {
  it('names the methods a path has', async () => {
    const answer = await app.call(`${apiPrefix}/parts`, { method: 'DELETE', token });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(await answer.json()).toMatchObject({ code: 'platform.method-refused' });
  });

  it.each(['/nowhere', '//api/v1/parts', '/API/v1/parts', '/api/v1/parts/', '/.git/config'])(
    'knows nothing at %s',
    async (path) => {
      const answer = await app.call(`${ownOrigin}${path}`, { token });
      expect([answer.status, (await answer.json()).code]).toEqual([404, 'platform.not-found']);
    },
  );

  it('answers HEAD like GET without a body', async () => {
    const answer = await app.call(`${apiPrefix}/parts`, { method: 'HEAD', token });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('follows no header that names another method', async () => {
    const headers = { 'x-http-method-override': 'POST' };
    const answer = await app.call(`${apiPrefix}/parts`, { headers, token });
    expect(await answer.json()).toHaveProperty('parts');
  });
});

describe('limits', () => {
  it('slows down one address and says when to come back', async () => {
    const settings = { ...app.ports.settings, strangerRequestsPerMinute: 8 };
    const floor = makeFloor({ ...app.ports, settings });
    floor.get('/open', (c) => c.text('open'));
    const from = (remoteAddress: string) =>
      floor.request('/open', {}, { incoming: { socket: { remoteAddress } } });
    expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(200);
    const refused = await from('192.0.2.1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '8']);
    expect((await from('192.0.2.2')).status).toBe(200);
  });

  it('does not wait for ever, and says what is unknown', async () => {
    const floor = makeFloor({ ...app.ports, settings: { ...app.ports.settings, deadlineMs: 5 } });
    const never = new Promise<Response>(() => undefined);
    floor.all('/slow', () => never);
    const codes = await Promise.all(
      ['GET', 'POST'].map(
        async (method) => (await (await floor.request('/slow', { method })).json()).code,
      ),
    );
    expect(codes).toEqual(['platform.busy-try-again', 'platform.outcome-unknown']);
  });

  it('tells nothing of a defect but the request id', async () => {
    const floor = makeFloor(app.ports);
    floor.get('/broken', () => {
      throw new Error('select secret from person');
    });
    const answer = await floor.request('/broken');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json',
    ]);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text).traceId).toBe(answer.headers.get('x-request-id'));
  });

  it('says when it is not ready', async () => {
    const floor = makeFloor({ ...app.ports, isReady: () => false });
    expect((await floor.request('/readyz')).status).toBe(503);
    expect((await floor.request('/healthz')).status).toBe(200);
    expect((await app.call('/readyz')).status).toBe(200);
  });

  it('shows a refusal as a page where pages say so', async () => {
    const floor = makeFloor(app.ports, (c, problem) =>
      (c.req.header('accept') ?? '').includes('text/html')
        ? c.html(`<h1>${problem.title}</h1>`, problem.status)
        : null,
    );
    const page = await floor.request('/nowhere', { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([404, '<h1>There is nothing here</h1>']);
    const desk: Hono<DeskEnv> = floor;
    expect((await desk.request('/nowhere')).headers.get('content-type')).toMatch(/problem/);
  });
});
