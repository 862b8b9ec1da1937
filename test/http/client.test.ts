/** Who the client is and what it reads, from headers that anybody can write. */
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/http/client-address.ts';
import { negotiateLocale } from '../../src/http/context.ts';
import { makeLimiter } from '../../src/http/rate-limit.ts';
import { networkTest } from '../../src/platform/config.ts';
import { testClock } from '../support/clock.ts';

describe('clientAddress', () => {
  const isTrusted = networkTest(['10.0.0.0/8', '::1']);
  it.each([
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['::1', '[2001:db8::5]:443', '2001:db8::5'],
    ['::ffff:10.0.0.1', '::ffff:198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', 'made up', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    [undefined, '198.51.100.1', 'unknown'],
  ])('%s forwarding %s is %s', (peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded, isTrusted)).toBe(expected);
  });
});

describe('negotiateLocale', () => {
  it.each([
    [undefined, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['de, zh-TW;q=0.5, en;q=0.4', 'zh-CN'],
    ['en;q=0, zh;q=0.1', 'zh-CN'],
    ['fr', 'en'],
    [';;;,=q,', 'en'],
  ])('%s is %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

describe('makeLimiter', () => {
  it('gives a quarter of a minute at once and refills with time', () => {
    const clock = testClock('2026-11-22T00:00:00.000Z');
    const limiter = makeLimiter(clock, 60);
    const first = Array.from({ length: 16 }, () => limiter.take('a'));
    expect(first).toEqual([...Array<number>(15).fill(0), 1]);
    expect(limiter.take('b')).toBe(0);
    clock.set('2026-11-22T00:00:02.000Z');
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 1]);
  });

  it('knows no limit at zero', () => {
    const limiter = makeLimiter(testClock(), 0);
    expect(Array.from({ length: 1000 }, () => limiter.take('a')).every((s) => s === 0)).toBe(true);
  });
});
