/** Managing people: every refusal by its code, rights that act at once, and nobody locked out of the house. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createPerson,
  createToken,
  disablePerson,
  enablePerson,
  hasAnybody,
  issueFirstAdministratorLink,
  listOwnTokens,
  listPeople,
  makeActorLoader,
  peopleCommands,
  permissions,
  resetPassword,
  revokeToken,
  setOwnLocale,
  setPasswordByLink,
  setRoles,
  setUpFirstAdministrator,
  visitor,
  whoAmI,
} from '../../src/people/index.ts';
import { type Actor, systemActor } from '../../src/platform/actor.ts';
import {
  administrator,
  codeOf,
  goodPassword,
  makePeopleWorld,
  otherPassword,
  type PeopleWorld,
  unknownId,
} from './people-world.ts';

let world: PeopleWorld;
let keeper: Actor;
const first = { login: 'First.One', displayName: 'First One', password: goodPassword };
const asVisitor = { actor: visitor };
const asSystem = { actor: systemActor };
const setUp = (link: string, change: object = {}) =>
  world.executor.execute(setUpFirstAdministrator, { ...first, link, ...change }, asVisitor);
const bearer = (token: string) =>
  makeActorLoader(world.database.connection)({ kind: 'bearer', token }, world.clock.now());

beforeAll(async () => {
  world = await makePeopleWorld();
});
afterAll(() => world.database.close());

// The tests of this file share one house: it is set up in the first block.
describe.sequential('first set-up', () => {
  test('refuses a link that is unknown, replaced, expired; a weak password leaves it usable', async () => {
    const { executor } = world;
    expect(await executor.ask(hasAnybody, {}, asVisitor)).toEqual({ hasAnybody: false });
    const replaced = (await issueFirstAdministratorLink(executor)) ?? '';
    const expired = (await issueFirstAdministratorLink(executor)) ?? '';
    expect(await codeOf(setUp('no-such-link'))).toBe('people.link-refused');
    expect(await codeOf(setUp(replaced))).toBe('people.link-refused');
    world.later(24 * 3600);
    expect(await codeOf(setUp(expired))).toBe('people.link-refused');
    const link = (await issueFirstAdministratorLink(executor)) ?? '';
    const common = setUp(link, { password: 'password123456' });
    expect(await codeOf(common)).toBe('people.password-too-common');
    const holding = setUp(link, { password: 'I am First.One!' });
    expect(await codeOf(holding)).toBe('people.password-contains-login');
    const [one, two] = await Promise.allSettled([setUp(link), setUp(link)]);
    expect([one?.status, two?.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await codeOf(setUp(link))).toBe('people.already-set-up');
    expect(await issueFirstAdministratorLink(executor)).toBeNull();
    expect(await executor.ask(hasAnybody, {}, asVisitor)).toEqual({ hasAnybody: true });
    keeper = await world.signedIn('first.one');
    expect(keeper.grants.get('*')).toBe('all');
  });
});

describe('people', () => {
  const create = (login: string, change: object = {}) =>
    world.executor.execute(
      createPerson,
      { login, displayName: login, roles: [], ...change },
      { actor: keeper },
    );

  test('a new person has no password until he sets it by his link, once, within 72 hours', async () => {
    const { output } = await create('newcomer');
    const link = output.link ?? '';
    const set = (password: string, from = link) =>
      world.executor.execute(setPasswordByLink, { link: from, password }, asVisitor);
    expect((await world.tryIn('newcomer', goodPassword)).reason).toBe('sign-in-refused');
    expect(await codeOf(set('newcomer is here'))).toBe('people.password-contains-login');
    expect(await codeOf(set('qwertyuiop123'))).toBe('people.password-too-common');
    expect(await codeOf(set(goodPassword, 'no-such-link'))).toBe('people.link-refused');
    expect(await codeOf(set(goodPassword))).toBe('none');
    expect(await codeOf(set(otherPassword))).toBe('people.link-refused');
    await world.token('newcomer');
    const late = (await create('latecomer')).output.link ?? '';
    world.later(72 * 3600);
    expect(await codeOf(set(goodPassword, late))).toBe('people.link-refused');
  });

  test('refuses a login that is taken in any spelling, and ones that nobody could type', async () => {
    await create('Twin.One');
    expect(await codeOf(create('TWIN.one'))).toBe('people.login-taken');
    expect(await codeOf(create('ｔｗｉｎ.one'))).toBe('people.login-taken');
    for (const login of ['ab', 'has blank', 'nul\u0000byte', '-dash', 'x'.repeat(65)]) {
      expect(await codeOf(create(login))).toBe('platform.invalid-input');
    }
  });

  test('refuses sites that do not exist and an administrator of one site', async () => {
    const at = (role: 'clerk' | 'administrator', siteId: string) => ({ roles: [{ role, siteId }] });
    expect(await codeOf(create('site-less', at('clerk', unknownId)))).toBe('people.site-unknown');
    const site = await world.site();
    const narrow = create('narrow', at('administrator', site));
    expect(await codeOf(narrow)).toBe('people.administrator-is-everywhere');
    const { id } = await world.member('moved');
    const set = (roles: { role: 'clerk' | 'administrator'; siteId: string | null }[]) =>
      world.executor.execute(setRoles, { personId: id, roles }, { actor: keeper });
    expect(await codeOf(set([{ role: 'clerk', siteId: unknownId }]))).toBe('people.site-unknown');
    expect(await codeOf(set([{ role: 'administrator', siteId: site }]))).toBe(
      'people.administrator-is-everywhere',
    );
  });

  test('roles act from the next request on, at their sites only', async () => {
    const [here, there] = [await world.site(), await world.site()];
    const { id } = await world.member('roamer');
    const session = await world.token('roamer');
    const set = (siteIds: (string | null)[]) =>
      world.executor.execute(
        setRoles,
        { personId: id, roles: siteIds.map((siteId) => ({ role: 'clerk' as const, siteId })) },
        { actor: keeper },
      );
    const receiveAt = async () => (await world.actorOf(session))?.grants.get('rma.receive');
    expect(await receiveAt()).toBeUndefined();
    await set([here, here, there]);
    expect(await receiveAt()).toEqual(new Set([here, there]));
    await set([here]);
    expect(await receiveAt()).toEqual(new Set([here]));
    await set([here, null]);
    expect(await receiveAt()).toBe('all');
    await set([]);
    expect(await receiveAt()).toBeUndefined();
    const { people } = await world.executor.ask(listPeople, {}, { actor: keeper });
    expect(people.find((one) => one.id === id)).toMatchObject({ login: 'roamer', roles: [] });
  });

  test('a person nobody knows is refused by every command about one', async () => {
    const { executor } = world;
    const call = { actor: keeper };
    const input = { personId: unknownId };
    const refused = 'people.person-not-found';
    expect(await codeOf(executor.execute(disablePerson, input, call))).toBe(refused);
    expect(await codeOf(executor.execute(enablePerson, input, call))).toBe(refused);
    expect(await codeOf(executor.execute(resetPassword, input, call))).toBe(refused);
    expect(await codeOf(executor.execute(setRoles, { ...input, roles: [] }, call))).toBe(refused);
    // The product itself has rights but is nobody.
    expect(await codeOf(executor.execute(setOwnLocale, { locale: 'en' }, asSystem))).toBe(refused);
    const token = executor.execute(createToken, { name: 'x', expiresInDays: 1 }, asSystem);
    expect(await codeOf(token)).toBe(refused);
  });

  test('whoever has no right to manage people can do none of it, a visitor nothing at all', async () => {
    await world.member('plain', [{ role: 'approver', siteId: null }]);
    const plain = await world.signedIn('plain');
    const tried = new Map<string, unknown>([
      ['people.create-person', { login: 'xyz', displayName: 'x', roles: [] }],
      ['people.set-roles', { personId: plain.id, roles: [administrator] }],
      ['people.reset-password', { personId: keeper.id }],
      ['people.disable-person', { personId: keeper.id }],
      ['people.enable-person', { personId: keeper.id }],
    ]);
    for (const command of peopleCommands) {
      const input = tried.get(command.name);
      if (input !== undefined) {
        const asPlain = world.executor.execute(command, input, { actor: plain });
        expect(await codeOf(asPlain)).toBe('platform.not-permitted');
        tried.delete(command.name);
      }
      if (command.permission !== null) {
        const asNobody = world.executor.execute(command, {}, asVisitor);
        expect(await codeOf(asNobody)).toBe('platform.not-permitted');
      }
    }
    expect([...tried.keys()]).toEqual([]);
  });

  test('everybody chooses his own language and sees what he may do', async () => {
    const site = await world.site();
    await world.member('reader', [{ role: 'planner', siteId: site }]);
    const session = await world.token('reader');
    const reader = await world.actorOf(session);
    if (reader === null) throw new Error('must be signed in');
    expect(reader.locale).toBe('en');
    await world.executor.execute(setOwnLocale, { locale: 'zh-CN' }, { actor: reader });
    const now = await world.actorOf(session);
    if (now === null) throw new Error('must be signed in');
    const me = await world.executor.ask(whoAmI, {}, { actor: now });
    expect(me).toMatchObject({ kind: 'user', id: reader.id, name: 'reader', locale: 'zh-CN' });
    expect(me.rights).toContainEqual({ permission: 'planning.set-levels', sites: [site] });
    expect(me.rights).toContainEqual({ permission: 'parts.view', sites: null });
  });
});

describe('the last administrator', () => {
  test('can neither be disabled, nor lose the role, nor his password', async () => {
    const { executor } = world;
    const me = { personId: keeper.id };
    const call = { actor: keeper };
    const refused = 'people.last-administrator';
    // An administrator who never set a password could not help anybody.
    const roles = [administrator];
    const input = { login: 'not.yet', displayName: 'Not yet', roles };
    const { output } = await executor.execute(createPerson, input, call);
    expect(await codeOf(executor.execute(disablePerson, me, call))).toBe(refused);
    expect(await codeOf(executor.execute(setRoles, { ...me, roles: [] }, call))).toBe(refused);
    expect(await codeOf(executor.execute(resetPassword, me, call))).toBe(refused);
    expect(await codeOf(executor.execute(setRoles, { ...me, roles }, call))).toBe('none');
    const link = output.link ?? '';
    await executor.execute(setPasswordByLink, { link, password: goodPassword }, asVisitor);
    const both = [keeper.id, output.personId];
    const ends = await Promise.all(
      both.map((personId) => codeOf(executor.execute(disablePerson, { personId }, asSystem))),
    );
    expect(ends.sort()).toEqual(['none', refused]);
    for (const personId of both) await executor.execute(enablePerson, { personId }, asSystem);
    await executor.execute(disablePerson, { personId: output.personId }, call);
  });
});

describe('tokens', () => {
  const make = (actor: Actor, name = 'scanner', expiresInDays = 30) =>
    world.executor.execute(createToken, { name, expiresInDays }, { actor });

  test('a token acts as its maker until it is revoked, expires, or he is disabled', async () => {
    const { id } = await world.member('maker', [administrator]);
    const maker = await world.signedIn('maker');
    const { token, tokenId } = (await make(maker)).output;
    const actor = await bearer(token ?? '');
    expect(actor).toMatchObject({ kind: 'token', id, name: 'maker (scanner)' });
    const itself = ['people.manage', 'people.manage-own', 'tokens.manage-own'];
    expect([...(actor?.grants.keys() ?? [])].sort()).toEqual(
      permissions.filter((permission) => !itself.includes(permission)).sort(),
    );
    expect(await world.actorOf(token ?? '')).toBeNull();
    if (actor === null) throw new Error('must act');
    expect(await codeOf(make(actor))).toBe('platform.not-permitted');
    const { tokens } = await world.executor.ask(listOwnTokens, {}, { actor: maker });
    expect(tokens).toMatchObject([{ id: tokenId, lastUsedAt: world.clock.now().toISOString() }]);

    await world.executor.execute(revokeToken, { tokenId }, { actor: maker });
    expect(await bearer(token ?? '')).toBeNull();
    const short = (await make(maker, 'short', 1)).output.token ?? '';
    const long = (await make(maker, 'long', 2)).output.token ?? '';
    world.later(86_400);
    expect(await bearer(short)).toBeNull();
    expect(await bearer(long)).not.toBeNull();
    await world.executor.execute(disablePerson, { personId: id }, asSystem);
    expect(await bearer(long)).toBeNull();
  });

  test('only its maker and whoever manages people can end a token', async () => {
    await world.member('owner.of');
    await world.member('neighbour');
    const { tokenId } = (await make(await world.signedIn('owner.of'))).output;
    const neighbour = { actor: await world.signedIn('neighbour') };
    const refused = 'people.token-not-found';
    expect(await codeOf(world.executor.execute(revokeToken, { tokenId }, neighbour))).toBe(refused);
    const absent = world.executor.execute(revokeToken, { tokenId: unknownId }, neighbour);
    expect(await codeOf(absent)).toBe(refused);
    const byKeeper = world.executor.execute(revokeToken, { tokenId }, { actor: keeper });
    expect(await codeOf(byKeeper)).toBe('none');
  });

  test('a person has at most fifty live ones', async () => {
    await world.member('collector');
    const collector = await world.signedIn('collector');
    for (let n = 0; n < 50; n += 1) await make(collector, `t${n}`, 1);
    expect(await codeOf(make(collector))).toBe('people.too-many-tokens');
    world.later(86_400);
    expect(await codeOf(make(collector))).toBe('none');
  });

  test('garbled, empty and endless credentials are nobody', async () => {
    for (const token of ['', 'x', 'benchstock_', '\u0000', 'y'.repeat(100_000), "' or 1=1 --"]) {
      expect(await bearer(token)).toBeNull();
      expect(await world.actorOf(token)).toBeNull();
    }
  });
});
