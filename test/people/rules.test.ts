/** The pure rules around passwords and addresses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePassword } from '../../src/people/password-choice.rules.ts';
import { hashPassword, isRightPassword, needsRehash } from '../../src/people/secret-hash.ts';
import { minutesLocked, networkOf, secondsUntilRoom } from '../../src/people/throttle.rules.ts';

describe('choosing a password', () => {
  test.each([
    'password1234',
    'PassWord!2026!',
    '123456789012',
    '000000000000',
    'abcabcabcabc',
    'qwertyuiop12',
    'poiuytrewqlkj',
    'zyxwvutsrqpon',
    'iloveyou2026',
    'Administrator1',
    'Benchstock2026',
    '1q2w3e4r5t6y',
    '20261122180000',
  ])('%s is what everybody tries', (password) => {
    expect(judgePassword(password, 'wang.wei')).toBe('password-too-common');
  });

  test.each([
    'eleven blue herons',
    'correct-mule-42-barn',
    '十二只蓝色的苍鹭飞过湖面吧',
    'tR9#kLm2$vQx7',
  ])('%s may be chosen', (password) => {
    expect(judgePassword(password, 'wang.wei')).toBeNull();
  });

  test('a password that holds the login is refused, however it is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{3,12}$/), fc.boolean(), (login, upper) => {
        const word = upper ? login.toUpperCase() : login;
        expect(judgePassword(`x7#${word}kd92!`, login)).toBe('password-contains-login');
      }),
    );
  });
});

describe('keeping a password', () => {
  const salt = (byte: number) => (bytes: number) => Buffer.alloc(bytes, byte).toString('base64url');

  test('only the same password is right, however it was composed', async () => {
    const kept = await hashPassword('caf\u00e9 noir encore', salt(1));
    expect(kept).not.toContain('noir');
    expect(await isRightPassword('cafe\u0301 noir encore', kept)).toBe(true);
    expect(await isRightPassword('cafe noir encore', kept)).toBe(false);
    expect(await isRightPassword('caf\u00e9 noir encore', null)).toBe(false);
  });

  test('two salts make two hashes, and the costs are written beside', async () => {
    const [one, two] = [
      await hashPassword('same words', salt(1)),
      await hashPassword('same words', salt(2)),
    ];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(needsRehash(one)).toBe(false);
    expect(needsRehash(one.replace('$15$', '$14$'))).toBe(true);
  });
});

describe('counting', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('there is room until the window is full and after it has ended', () => {
    const windowStart = new Date('2026-11-16T08:00:00Z');
    const at = (seconds: number) => new Date(windowStart.getTime() + seconds * 1000);
    expect(secondsUntilRoom({ windowStart, attempts: 19 }, 20, at(0))).toBeNull();
    expect(secondsUntilRoom({ windowStart, attempts: 20 }, 20, at(1))).toBe(59);
    expect(secondsUntilRoom({ windowStart, attempts: 20 }, 20, at(60))).toBeNull();
    expect(minutesLocked({ windowStart, attempts: 9 }, at(0))).toBeNull();
    expect(minutesLocked({ windowStart, attempts: 10 }, at(1))).toBe(15);
    expect(minutesLocked({ windowStart, attempts: 10 }, at(899))).toBe(1);
    expect(minutesLocked({ windowStart, attempts: 10 }, at(900))).toBeNull();
  });
});
