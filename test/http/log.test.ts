/** Secrets seeded in every place a log call could carry them never come out. */
import { describe, expect, it } from 'vitest';
import { makeLog } from '../../src/platform/log.ts';
import { openTestApp } from '../support/app.ts';

function catching() {
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
  };
  return { lines, destination: { write } };
}

const secret = 's3eded-SECRET-value';

describe('the log', () => {
  it('covers secrets by name, by shape and inside errors', () => {
    const { lines, destination } = catching();
    const log = makeLog('debug', destination);
    const query = new Error(`Failed query: select $1\nparams: ${secret}`, {
      cause: Object.assign(new Error('duplicate key'), { code: '23505', detail: secret }),
    });
    log.with({ authorization: `Bearer ${secret}` }).info('with headers', {
      headers: { Cookie: `a=${secret}`, 'set-cookie': [secret], accept: 'text/html' },
      input: { currentPassword: secret, list: [{ token: secret, link: secret, secret }] },
      text: `went to /x?token=${secret}&a=1 with Bearer ${secret}`,
      databaseUrl: `postgres://app:${secret}@host/db`,
    });
    log.error(`failed as Bearer ${secret}`, { error: query });
    const all = lines.join('');
    expect(lines).toHaveLength(2);
    expect(all).not.toContain(secret);
    expect(all).toContain('text/html');
    expect(all).toContain('23505');
    expect(all).toContain('Failed query');
  });

  it('keeps a line a line whatever the text holds', () => {
    const { lines, destination } = catching();
    makeLog('info', destination).info('request', { path: '/x\r\n{"level":60}' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
  });

  it('holds no secret of a request', async () => {
    const { lines, destination } = catching();
    const app = await openTestApp({ log: makeLog('debug', destination) });
    try {
      const headers = { cookie: `benchstock=${secret}`, authorization: `Bearer ${secret}` };
      await app.call(`/api/v1/parts?token=${secret}`, { headers });
      await app.call('/api/v1/me/tokens', { json: { name: secret, token: secret }, headers });
    } finally {
      await app.close();
    }
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).not.toContain(secret);
  });
});
