/** No secret that was typed or handed out can be read anywhere in the database, nor be had again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  changeOwnPassword,
  createPerson,
  createToken,
  issueFirstAdministratorLink,
  resetPassword,
  setPasswordByLink,
  setUpFirstAdministrator,
  signOut,
  visitor,
} from '../../src/people/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import {
  codeOf,
  goodPassword,
  makePeopleWorld,
  otherPassword,
  type PeopleWorld,
} from './people-world.ts';

let world: PeopleWorld;
beforeAll(async () => {
  world = await makePeopleWorld();
});
afterAll(() => world.database.close());

/** Every row of every table as one text. */
async function everything(): Promise<string> {
  const { owner } = world.database;
  const tables = await owner<{ name: string }[]>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      return rows.map(({ row }) => `${name} ${row}`).join('\n');
    }),
  );
  return texts.join('\n');
}

test('after everything was used with keys, the database holds no secret, and a repeat tells none', async () => {
  const { executor } = world;
  let keys = 0;
  const call = (actor = visitor) => {
    keys += 1;
    return { actor, idempotencyKey: `key-${keys}` };
  };
  const secrets = [goodPassword, otherPassword, 'typed into login'];
  const keep = (secret: string | null) => {
    if (secret === null) throw new Error('the secret must be told the first time');
    secrets.push(secret);
    return secret;
  };
  const link = keep(await issueFirstAdministratorLink(executor));
  const setUp = { link, login: 'boss', displayName: 'Boss', password: goodPassword };
  const setUpCall = call();
  const done = await executor.execute(setUpFirstAdministrator, setUp, setUpCall);
  expect(await executor.execute(setUpFirstAdministrator, setUp, setUpCall)).toEqual({
    output: done.output,
    replayed: true,
  });
  await world.tryIn('typed into login', goodPassword);
  const session = keep(await world.token('boss'));
  const boss = await world.actorOf(session);
  if (boss === null) throw new Error('must be signed in');

  const asBoss = call(boss);
  const entry = { login: 'helper', displayName: 'Helper', roles: [] };
  const made = await executor.execute(createPerson, entry, asBoss);
  keep(made.output.link);
  const again = await executor.execute(createPerson, entry, asBoss);
  expect(again).toEqual({ output: { ...made.output, link: null }, replayed: true });
  const other = executor.execute(createPerson, { ...entry, login: 'else' }, asBoss);
  expect(await codeOf(other)).toBe('platform.key-reused');

  const resetCall = call(boss);
  const personId = made.output.personId;
  const fresh = await executor.execute(resetPassword, { personId }, resetCall);
  const linkOfReset = keep(fresh.output.link);
  const resetAgain = await executor.execute(resetPassword, { personId }, resetCall);
  expect(resetAgain).toEqual({ output: { link: null }, replayed: true });

  const setCall = call();
  const password = { link: linkOfReset, password: otherPassword };
  const set = await executor.execute(setPasswordByLink, password, setCall);
  const setAgain = await executor.execute(setPasswordByLink, password, setCall);
  expect(setAgain).toEqual({ output: set.output, replayed: true });

  const tokenCall = call(boss);
  const token = await executor.execute(createToken, { name: 'bot', expiresInDays: 9 }, tokenCall);
  keep(token.output.token);
  const tokenAgain = await executor.execute(
    createToken,
    { name: 'bot', expiresInDays: 9 },
    tokenCall,
  );
  expect(tokenAgain.output).toEqual({ ...token.output, token: null });

  const change = {
    currentPassword: goodPassword,
    newPassword: otherPassword,
    address: '192.0.2.3',
  };
  const changed = await executor.execute(changeOwnPassword, change, call(boss));
  const last = keep(changed.output.token);
  await executor.execute(signOut, { token: last }, call());

  const found = await everything();
  // The search itself must be able to find something.
  expect(found).toContain('people.sign-in');
  expect(found).toContain('(not recorded)');
  expect(found).toContain('helper');
  expect(secrets.length).toBe(9);
  for (const secret of secrets) expect(found).not.toContain(secret);
  const keyed = await world.database.owner<{ command: string }[]>`
    select command from request order by key`;
  // All but the tries of a password, which have no key.
  expect(keyed.map((row) => row.command)).toEqual([
    'people.set-up-first-administrator',
    'people.create-person',
    'people.reset-password',
    'people.set-password-by-link',
    'people.create-token',
    'people.sign-out',
  ]);
});

test('a request key never holds a fast hash of a password', async () => {
  const { executor } = world;
  const person = { login: 'hashed', displayName: 'H', roles: [] };
  const { output } = await executor.execute(createPerson, person, { actor: systemActor });
  const input = { link: output.link ?? '', password: goodPassword };
  await executor.execute(setPasswordByLink, input, { actor: visitor, idempotencyKey: 'same' });
  // Were the password part of the hash, another one under the same key would be noticed.
  const other = { ...input, password: otherPassword };
  const repeat = await executor.execute(setPasswordByLink, other, {
    actor: visitor,
    idempotencyKey: 'same',
  });
  expect(repeat.replayed).toBe(true);
  expect((await world.tryIn('hashed', otherPassword)).reason).toBe('sign-in-refused');
});
