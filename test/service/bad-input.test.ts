/** Input that lies about its size, its numbers, its text or its shape is refused and changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../support/app.ts';
import { mint } from '../support/world.ts';

let app: TestApp;
let token: string;
let partId: string;
let locationId: string;
beforeAll(async () => {
  app = await openTestApp();
  ({ token } = await app.makeActorToken([{ role: 'administrator', siteId: null }]));
  const { siteId } = await app.world.site();
  [partId, locationId] = [await app.world.part(), await app.world.bin(siteId)];
});
afterAll(async () => {
  const [row] = await app.world.database.owner`select count(*)::int as n from entry`;
  expect(row?.n).toBe(0);
  await app.close();
});

const json = { 'content-type': 'application/json' };

async function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
) {
  const answer = await app.call(`/api/v1${path}`, { body, headers: json, token });
  return { status: answer.status, body: await answer.json() };
}

const receipt = (quantity: string, more = '') =>
  `{"partId":"${partId}","locationId":"${locationId}","quantity":${quantity}${more}}`;

describe('quantities', () => {
  it.each([
    '0',
    '-1',
    '1.5',
    '1e-7',
    '1000000001',
    '9007199254740993',
    '9223372036854775808',
    '1e400',
    '-1e400',
    '"1"',
    '"1,000"',
    '"１"',
    'null',
    'true',
    '[]',
    '{}',
  ])('%s is refused and not rounded', async (quantity) => {
    const { status, body } = await send('/stock/receive', receipt(quantity));
    expect([status, body.code]).toEqual([422, 'platform.invalid-input']);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ pointer: '/quantity' });
  });

  it.each(['NaN', 'Infinity', '01', '+1', '1.', '0x10'])('%s is no JSON', async (quantity) => {
    const { status, body } = await send('/stock/receive', receipt(quantity));
    expect([status, body.code]).toEqual([400, 'platform.body-malformed']);
  });

  it.each(['9007199254740993', '1e2', '1.0', ' 1', '0x1', ''])(
    '?limit=%s is refused',
    async (limit) => {
      const path = `/api/v1/parts?limit=${encodeURIComponent(limit)}`;
      const answer = await app.call(path, { token });
      expect(answer.status).toBe(422);
    },
  );
});

describe('text', () => {
  it.each(['\\u0000', '\\ud800', '\\udc00x', '\\u0007'])('holding %s is refused', async (bad) => {
    const body = `{"partNumber":"${mint('P')}","nameEn":"a${bad}b"}`;
    const answer = await send('/parts', body);
    expect([answer.status, answer.body.errors[0]?.rule]).toEqual([422, 'bad-text']);
  });

  it.each(['/parts?search=%00', '/defective-returns?document=%00', '/scan?code=a%00'])(
    '%s is refused',
    async (path) => {
      const answer = await app.call(`/api/v1${path}`, { token });
      expect([answer.status, (await answer.json()).code]).toEqual([422, 'platform.invalid-input']);
    },
  );

  it.each(['/parts/%00', '/parts/%FF', '/parts/%', '/parts/..%2F..%2Fetc', '/parts/%0d%0aX: y'])(
    'in the path %s is refused',
    async (path) => {
      const answer = await app.call(`/api/v1${path}`, { token });
      expect([404, 422]).toContain(answer.status);
      expect(answer.headers.get('x')).toBeNull();
    },
  );

  it('stays what it was when it only looks odd', async () => {
    const nameEn = '‮𠮷​ ％ <b>\'"; drop table part; --';
    const partNumber = mint('P');
    const made = await send('/parts', JSON.stringify({ partNumber, nameEn }));
    const found = await app.call(`/api/v1/parts/${made.body.partId}`, { token });
    expect((await found.json()).nameEn).toBe(nameEn);
  });
});

describe('shape', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  it.each([
    ['an unknown field', 422, (rest: string) => `{${rest},"isAdmin":true}`],
    [
      'a field of the table that is not of the contract',
      422,
      (rest: string) => `{${rest},"createdAt":"2020-01-01"}`,
    ],
    ['a field twice', 400, (rest: string) => `{${rest},"nameEn":"other"}`],
    ['__proto__', 400, (rest: string) => `{${rest},"__proto__":{"isAdmin":true}}`],
    ['constructor', 422, (rest: string) => `{${rest},"constructor":{"prototype":{}}}`],
    ['deep nesting', 400, (rest: string) => `{${rest},"barcodes":${deep}}`],
    ['trailing bytes', 400, (rest: string) => `{${rest}}x`],
    ['a byte order mark', 400, (rest: string) => `\ufeff{${rest}}`],
    ['nothing but null', 422, () => 'null'],
    ['nothing but a text', 422, () => '"x"'],
    [
      'too many list members',
      422,
      (rest: string) => `{${rest},"barcodes":${JSON.stringify(Array(21).fill('B'))}}`,
    ],
  ])('with %s is refused', async (_name, status, body) => {
    const rest = `"partNumber":"${mint('P')}","nameEn":"n"`;
    const answer = await send('/parts', body(rest));
    expect(answer.status).toBe(status);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('with bytes that are no UTF-8 is refused', async () => {
    const bytes = new Uint8Array(Buffer.from(`{"partNumber":"P","nameEn":"\u00ff"}`, 'latin1'));
    expect((await send('/parts', bytes)).status).toBe(400);
  });
});

describe('size', () => {
  it('of a file is limited where files are taken, and far more than elsewhere', async () => {
    const file = (length: number) =>
      `{"siteId":"${locationId}","contentBase64":"${'A'.repeat(length)}"}`;
    expect((await send('/parts/import/check', file(16 * 1024 * 1024))).status).toBe(404);
    const { body } = await send('/parts/import/check', file(28 * 1024 * 1024));
    expect(body).toMatchObject({ status: 413, params: { limitKilobytes: 28 * 1024 } });
  });

  it('of one megabyte is refused, told or not', async () => {
    const large = `{"partNumber":"P","nameEn":"${'x'.repeat(1024 * 1024)}"}`;
    expect((await send('/parts', large)).body).toMatchObject({
      status: 413,
      code: 'platform.body-too-large',
      params: { limitKilobytes: 256 },
    });
    expect(
      (
        await send(
          '/parts',
          pieces(new TextEncoder().encode(large), () => undefined),
        )
      ).status,
    ).toBe(413);
  });

  it('without end is not read to the end', async () => {
    let taken = 0;
    const piece = new Uint8Array(64 * 1024).fill(32);
    const endless = pieces(
      piece,
      (n) => {
        taken = n;
      },
      Number.POSITIVE_INFINITY,
    );
    expect((await send('/parts', endless)).status).toBe(413);
    expect(taken).toBeLessThan(20);
  });

  it('just below the limit is taken', async () => {
    const blanks = ' '.repeat(256 * 1024 - 200);
    expect(
      (await send('/parts', `{"partNumber":"${mint('P')}","nameEn":"n"${blanks}}`)).status,
    ).toBe(201);
  });
});

/** A stream that hands out `piece` so often, counting. */
function pieces(
  piece: Uint8Array,
  count: (n: number) => void,
  times = 1,
): ReadableStream<Uint8Array> {
  let n = 0;
  return new ReadableStream({
    pull: (controller) => {
      n += 1;
      count(n);
      if (n > times) controller.close();
      else controller.enqueue(piece);
    },
  });
}
