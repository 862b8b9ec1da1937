/** One case per class of refusal over HTTP, and the answers of commands and queries that succeed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp, type TestRequest } from '../support/app.ts';
import { mint } from '../support/world.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  ({ token } = await app.makeActorToken([{ role: 'administrator', siteId: null }]));
});
afterAll(() => app.close());

async function told(path: string, request: TestRequest = {}) {
  const answer = await app.call(`/api/v1${path}`, { token, ...request });
  const body = await answer.json();
  return { status: answer.status, headers: answer.headers, body };
}

const part = () => ({ partNumber: mint('P'), nameEn: 'Fan' });
const anId = () => randomUUID();

describe('a refusal', () => {
  it('is a problem that says what to do', async () => {
    const { status, headers, body } = await told('/parts', { json: { nameEn: '' } });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('content-language')).toBe('en');
    expect(body).toMatchObject({
      type: 'http://benchstock.test/docs/errors#platform.invalid-input',
      status: 422,
      code: 'platform.invalid-input',
      title: 'Some of what was entered cannot be used',
      traceId: headers.get('x-request-id'),
    });
    expect(body.errors).toEqual(
      expect.arrayContaining([{ pointer: '/partNumber', rule: 'required', detail: 'is required' }]),
    );
  });

  it('speaks the language of whoever is signed in before that of the browser', async () => {
    const headers = { 'accept-language': 'zh-CN' };
    const stranger = await app.call('/api/v1/parts', { headers });
    expect((await stranger.json()).title).toBe('尚未登录');
    expect((await told('/parts/x', { headers })).body.title).toMatch(/^Some/);
  });

  it.each([
    [401, 'platform.not-signed-in', '/parts', { token: 'wrong' }],
    [401, 'platform.not-signed-in', '/me', { token: 'wrong' }],
    [
      400,
      'platform.body-malformed',
      '/parts',
      { body: '{"a":', headers: { 'content-type': 'application/json' } },
    ],
    [
      415,
      'platform.content-type-refused',
      '/parts',
      { body: '{}', headers: { 'content-type': 'text/plain' } },
    ],
    [
      415,
      'platform.content-type-refused',
      '/parts',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    [
      415,
      'platform.content-type-refused',
      '/parts',
      { body: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } },
    ],
    [422, 'platform.invalid-input', '/parts', { json: [] }],
    [422, 'platform.invalid-input', '/parts?limit=0', {}],
    [422, 'platform.invalid-input', '/parts?colour=red', {}],
    [422, 'platform.invalid-input', '/parts?search=a&search=b', {}],
    [422, 'platform.invalid-input', '/parts/not-an-id', {}],
    [
      422,
      'platform.key-malformed',
      '/parts',
      { json: { partNumber: 'K', nameEn: 'K' }, headers: { 'idempotency-key': 'a b' } },
    ],
    [
      422,
      'platform.invalid-input',
      '/parts',
      { json: { partNumber: 'K', nameEn: 'K' }, headers: { preview: 'yes' } },
    ],
    [
      422,
      'platform.invalid-input',
      '/parts',
      { json: { partNumber: 'K', nameEn: 'K' }, headers: { acknowledge: 'no.such' } },
    ],
    [404, 'inventory.unknown-part', `/parts/${anId()}`, {}],
    [405, 'platform.method-refused', '/parts', { method: 'PATCH' }],
  ] as const)('%i %s at %s', async (status, code, path, request) => {
    const answer = await told(path, request);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('of category forbidden, conflict and refused has its status too', async () => {
    const clerk = await app.makeActorToken([{ role: 'technician', siteId: null }]);
    const forbidden = await told('/parts', { json: part(), token: clerk.token });
    expect([forbidden.status, forbidden.body.code]).toEqual([403, 'platform.not-permitted']);
    const twice = part();
    await told('/parts', { json: twice });
    const conflict = await told('/parts', { json: twice });
    expect([conflict.status, conflict.body.code]).toEqual([409, 'inventory.part-number-taken']);
    expect(conflict.body.params).toEqual({ partNumber: twice.partNumber });
    const { siteId } = await app.world.site();
    const [from, to] = [await app.world.bin(siteId), await app.world.bin(siteId)];
    const partId = await app.world.part();
    const json = { partId, locationId: from, toLocationId: to, quantity: 1 };
    const refused = await told('/stock/move', { json });
    expect([refused.status, refused.body.code]).toEqual([409, 'inventory.insufficient-stock']);
    expect(refused.body.detail).toContain('1 wanted, 0 free');
  });

  it('of somebody else’s place is the same as of none', async () => {
    const [mine, other] = [await app.world.site(), await app.world.site()];
    const partId = await app.world.part();
    const theirs = await app.world.bin(other.siteId);
    const { token: ours } = await app.makeActorToken([{ role: 'approver', siteId: mine.siteId }]);
    const line = { partId, quantity: 1, direction: 'up', reason: 'found' };
    const at = async (locationId: string) => {
      const { status, body } = await told('/stock/adjust', {
        json: { ...line, locationId },
        token: ours,
      });
      return { ...body, status, traceId: '' };
    };
    expect(await at(theirs)).toEqual(await at(anId()));
    expect((await at(theirs)).status).toBe(404);
    expect((await at(await app.world.bin(mine.siteId))).entryId).toBeDefined();
  });
});

describe('a command', () => {
  it('takes effect once for one key and says when it repeats itself', async () => {
    const [json, headers] = [part(), { 'idempotency-key': mint('KEY') }];
    const first = await told('/parts', { json, headers });
    const again = await told('/parts', { json, headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('idempotency-key')).toBe(headers['idempotency-key']);
    const other = await told('/parts', { json: part(), headers });
    expect([other.status, other.body.code]).toEqual([422, 'platform.key-reused']);
  });

  it('changes nothing as a preview', async () => {
    const json = part();
    const preview = await told('/parts', { json, headers: { preview: 'true' } });
    expect([preview.status, preview.headers.get('preview')]).toEqual([200, 'true']);
    expect((await told('/parts', { json })).status).toBe(201);
  });

  it('takes no path parameter a second time in its body', async () => {
    const { siteId } = await app.world.site();
    const json = { siteId, code: mint('BIN'), kind: 'storage' };
    const { status, body } = await told(`/sites/${siteId}/locations`, { json });
    expect([status, body.errors[0]?.pointer]).toEqual([422, '/siteId']);
  });
});

describe('a query', () => {
  it('reads numbers, lists and choices from its address', async () => {
    const { body } = await told('/parts?limit=1&page=1&tracking=none');
    expect(body.parts).toHaveLength(1);
    const movements = await told('/stock/movements?documents=a:1&documents=b:2&limit=5');
    expect(movements.body).toEqual({ rows: [], next: null });
  });

  it('tells who asks, also when nobody is signed in', async () => {
    const stranger = await app.call('/api/v1/me', { headers: { 'accept-language': 'zh' } });
    expect(await stranger.json()).toMatchObject({ kind: 'setup', locale: 'zh-CN', rights: [] });
    expect((await told('/me')).body).toMatchObject({ kind: 'token', locale: 'en' });
  });
});

describe('the reference', () => {
  it('has an anchor for each operation and each refusal, in both languages', async () => {
    const page = await (await app.call('/api/docs')).text();
    expect(page).toContain('id="rma.authorize"');
    expect(page).toContain('curl &#39;http://benchstock.test/api/v1/parts');
    expect(page).not.toMatch(/<script|<style|\son\w+=|https?:\/\/(?!benchstock\.test)/);
    const chinese = await (await app.call('/docs/errors?lang=zh-CN')).text();
    expect(chinese).toContain('id="inventory.insufficient-stock"');
    expect(chinese).toContain('可用库存不足');
  });
});
