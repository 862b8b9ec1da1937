/** Signing in: who gets in, what a stranger learns (nothing), and how often anybody may try. */
import type * as Crypto from 'node:crypto';
import { scrypt } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  changeOwnPassword,
  disablePerson,
  enablePerson,
  resetPassword,
  setPasswordByLink,
  signIn,
  signOut,
  visitor,
} from '../../src/people/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import {
  administrator,
  codeOf,
  goodPassword,
  makePeopleWorld,
  otherPassword,
  type PeopleWorld,
} from './people-world.ts';

vi.mock('node:crypto', async (original) => {
  const actual = await original<typeof Crypto>();
  return { ...actual, scrypt: vi.fn(actual.scrypt) };
});

let world: PeopleWorld;
beforeAll(async () => {
  world = await makePeopleWorld();
  await world.member('keeper', [administrator]);
});
afterAll(() => world.database.close());

const hashesOf = async (act: () => Promise<unknown>) => {
  vi.mocked(scrypt).mockClear();
  await act();
  return vi.mocked(scrypt).mock.calls.length;
};

test('the right password opens a session, however the login is written', async () => {
  const { id } = await world.member('Li.Na');
  const token = await world.token('  LI.NA ');
  expect(await world.actorOf(token)).toMatchObject({ kind: 'user', id, name: 'Li.Na' });
  expect(token.length).toBeGreaterThanOrEqual(43);
});

test('wrong, unknown, disabled and without a password are one answer and cost one hash each', async () => {
  await world.member('present');
  const gone = await world.member('gone');
  const { executor } = world;
  await executor.execute(disablePerson, { personId: gone.id }, { actor: systemActor });
  const fresh = await world.member('fresh');
  await executor.execute(resetPassword, { personId: fresh.id }, { actor: systemActor });
  const answers: unknown[] = [];
  const attempt = (login: string, password: string) => async () => {
    answers.push(await world.tryIn(login, password));
  };
  expect(await hashesOf(attempt('present', otherPassword))).toBe(1);
  expect(await hashesOf(attempt('nobody-at-all', otherPassword))).toBe(1);
  expect(await hashesOf(attempt('gone', goodPassword))).toBe(1);
  expect(await hashesOf(attempt('fresh', goodPassword))).toBe(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ token: null, reason: 'sign-in-refused', minutes: null });
});

test.each(['known', 'unknown'])(
  'ten wrong in a row close a login that is %s, for 15 minutes',
  async (kind) => {
    const login = `closing-${kind}`;
    if (kind === 'known') await world.member(login);
    for (let n = 1; n <= 10; n += 1) {
      expect((await world.tryIn(login, otherPassword)).reason).toBe('sign-in-refused');
    }
    const closed = { token: null, reason: 'locked', minutes: 15 };
    expect(await world.tryIn(login, otherPassword)).toEqual(closed);
    // Right or wrong, a closed login tells nothing about the password, nor does it hash any.
    expect(await world.tryIn(login, goodPassword)).toEqual(closed);
    expect(await hashesOf(() => world.tryIn(login, goodPassword))).toBe(0);
    world.later(15 * 60 - 1);
    expect((await world.tryIn(login, goodPassword)).reason).toBe('locked');
    world.later(1);
    const again = await world.tryIn(login, goodPassword);
    expect(again.reason).toBe(kind === 'known' ? null : 'sign-in-refused');
  },
);

test('a right password in between starts the count anew', async () => {
  await world.member('nine');
  for (let n = 0; n < 9; n += 1) await world.tryIn('nine', otherPassword);
  expect((await world.tryIn('nine', goodPassword)).token).not.toBeNull();
  for (let n = 0; n < 3; n += 1) await world.tryIn('nine', otherPassword);
  expect((await world.tryIn('nine', goodPassword)).token).not.toBeNull();
});

test('of 14 wrong tries at the same moment at most ten tell that the password was wrong', async () => {
  await world.member('crowd');
  const tries = Array.from({ length: 14 }, () => world.tryIn('crowd', otherPassword));
  const reasons = (await Promise.all(tries)).map((answer) => answer.reason);
  expect(reasons.filter((reason) => reason === 'sign-in-refused')).toHaveLength(10);
  expect(reasons.filter((reason) => reason === 'locked')).toHaveLength(4);
});

test('one address may try 20 times a minute, whatever logins it uses; others are not held up', async () => {
  await world.member('bystander');
  const from = '2001:db8:7:7::';
  const tries = Array.from({ length: 25 }, (_, n) =>
    codeOf(world.tryIn(`guess-${n}`, otherPassword, `${from}${n + 1}`)),
  );
  const codes = await Promise.all(tries);
  expect(codes.filter((code) => code === 'none')).toHaveLength(20);
  expect(codes.filter((code) => code === 'people.too-many-attempts')).toHaveLength(5);
  expect(await hashesOf(() => codeOf(world.tryIn('bystander', goodPassword, `${from}1`)))).toBe(0);
  expect((await world.tryIn('bystander', goodPassword)).token).not.toBeNull();
  world.later(60);
  expect((await world.tryIn('bystander', goodPassword, `${from}1`)).token).not.toBeNull();
});

test('one address may try five times a minute with one login', async () => {
  await world.member('typist');
  for (let n = 0; n < 5; n += 1) await world.tryIn('typist', otherPassword, '192.0.2.9');
  expect(await codeOf(world.tryIn('typist', goodPassword, '192.0.2.9'))).toBe(
    'people.too-many-attempts',
  );
  expect((await world.tryIn('typist', goodPassword, '192.0.2.10')).token).not.toBeNull();
});

test('a try can be neither previewed nor hidden behind a repeated key', async () => {
  await world.member('counted');
  const input = { login: 'counted', password: goodPassword, address: '192.0.2.40' };
  const preview = { actor: visitor, preview: true };
  expect(await codeOf(world.executor.execute(signIn, input, preview))).toBe(
    'platform.not-permitted',
  );
  const keyed = { actor: visitor, idempotencyKey: 'same-key' };
  const first = await world.executor.execute(signIn, input, keyed);
  const second = await world.executor.execute(signIn, input, keyed);
  expect(second.replayed).toBe(false);
  expect(second.output.token).not.toBe(first.output.token);
});

test('a password hashed at lower costs is hashed anew when it is next typed', async () => {
  const { id } = await world.member('older');
  const { owner } = world.database;
  const salt = Buffer.alloc(16, 7);
  const { scryptSync } = await import('node:crypto');
  const hash = scryptSync(goodPassword, salt, 32, { N: 2 ** 14, r: 8, p: 1 });
  const old = `scrypt$14$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  await owner`update person set password_hash = ${old} where id = ${id}`;
  await world.token('older');
  const [row] = await owner<
    { password_hash: string }[]
  >`select password_hash from person where id = ${id}`;
  expect(row?.password_hash).toMatch(/^scrypt\$15\$8\$3\$/);
  await world.token('older');
});

test('sessions end: by signing out, when idle, when old, when their person is disabled', async () => {
  const { id } = await world.member('sessions');
  const out = await world.token('sessions');
  const { executor } = world;
  const ended = await executor.execute(signOut, { token: out }, { actor: visitor });
  expect(ended.output).toEqual({ ended: true });
  expect(await world.actorOf(out)).toBeNull();
  expect((await executor.execute(signOut, { token: out }, { actor: visitor })).output.ended).toBe(
    false,
  );

  const idle = await world.token('sessions');
  world.later(12 * 3600 - 1);
  expect(await world.actorOf(idle)).not.toBeNull();
  world.later(12 * 3600);
  expect(await world.actorOf(idle)).toBeNull();

  const busy = await world.token('sessions');
  for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
    world.later(11 * 3600);
    expect(await world.actorOf(busy)).not.toBeNull();
  }
  world.later(11 * 3600);
  expect(await world.actorOf(busy)).toBeNull();

  const last = await world.token('sessions');
  await executor.execute(disablePerson, { personId: id }, { actor: systemActor });
  expect(await world.actorOf(last)).toBeNull();
  await executor.execute(enablePerson, { personId: id }, { actor: systemActor });
  expect(await world.actorOf(last)).toBeNull();
  expect(await world.actorOf(await world.token('sessions'))).not.toBeNull();
});

test('the last use is noted at most once a minute', async () => {
  await world.member('seldom');
  const token = await world.token('seldom');
  const seen = async () => {
    const rows = await world.database.owner<{ last_seen_at: Date }[]>`
      select s.last_seen_at from session s join person p on p.id = s.person_id where p.login = 'seldom'`;
    return rows[0]?.last_seen_at.toISOString();
  };
  const begun = world.clock.now().toISOString();
  world.later(59);
  await world.actorOf(token);
  expect(await seen()).toBe(begun);
  world.later(1);
  await world.actorOf(token);
  expect(await seen()).toBe(world.clock.now().toISOString());
});

test('changing the password takes the present one, ends all sessions and opens a new one', async () => {
  await world.member('changer');
  const [here, there] = [await world.token('changer'), await world.token('changer')];
  const actor = await world.actorOf(here);
  if (actor === null) throw new Error('must be signed in');
  const change = (currentPassword: string, newPassword: string) =>
    world.executor.execute(
      changeOwnPassword,
      { currentPassword, newPassword, address: '192.0.2.77' },
      { actor },
    );
  const wrong = await change(otherPassword, 'thirteen red foxes');
  expect(wrong.output).toEqual({
    token: null,
    refusal: { reason: 'wrong-password', minutes: null },
  });
  expect(await world.actorOf(here)).not.toBeNull();
  expect(await codeOf(change(goodPassword, 'password123456'))).toBe('people.password-too-common');
  expect(await codeOf(change(goodPassword, 'my changer is me'))).toBe(
    'people.password-contains-login',
  );
  expect(await codeOf(change(goodPassword, 'short'))).toBe('platform.invalid-input');
  const { output } = await change(goodPassword, otherPassword);
  expect(await world.actorOf(here)).toBeNull();
  expect(await world.actorOf(there)).toBeNull();
  expect(await world.actorOf(output.token ?? '')).toMatchObject({ id: actor.id });
  expect((await world.tryIn('changer', goodPassword)).reason).toBe('sign-in-refused');
  expect((await world.tryIn('changer', otherPassword)).token).not.toBeNull();
});

test('guessing the present password from a stolen session closes the login too', async () => {
  await world.member('stolen');
  const actor = await world.signedIn('stolen');
  const guess = (n: number) =>
    world.executor.execute(
      changeOwnPassword,
      {
        currentPassword: 'a guess of mine',
        newPassword: otherPassword,
        address: `198.51.100.${n}`,
      },
      { actor },
    );
  for (let n = 1; n <= 10; n += 1)
    expect((await guess(n)).output.refusal?.reason).toBe('wrong-password');
  expect((await guess(11)).output.refusal).toEqual({ reason: 'locked', minutes: 15 });
  for (let n = 0; n < 3; n += 1) await guess(20);
  expect(await codeOf(Promise.all([guess(20), guess(20), guess(20)]))).toBe(
    'people.too-many-attempts',
  );
});

test('a new password by link opens a login that was closed', async () => {
  const { id } = await world.member('helped');
  for (let n = 0; n < 10; n += 1) await world.tryIn('helped', otherPassword);
  expect((await world.tryIn('helped', goodPassword)).reason).toBe('locked');
  const reset = await world.executor.execute(
    resetPassword,
    { personId: id },
    { actor: systemActor },
  );
  const link = reset.output.link ?? '';
  await world.executor.execute(
    setPasswordByLink,
    { link, password: otherPassword },
    { actor: visitor },
  );
  expect((await world.tryIn('helped', otherPassword)).token).not.toBeNull();
});

test('counters of yesterday are forgotten', async () => {
  world.later(2 * 86_400);
  await world.tryIn('somebody-new', otherPassword);
  const [row] = await world.database.owner<{ n: number }[]>`
    select count(*)::int as n from sign_in_throttle where window_start < ${world.clock.now()}`;
  expect(row?.n).toBe(0);
});
