/** A world with people in it: each file its own database, each person made by the product's commands. */

import {
  createPerson,
  type HeldRole,
  makeActorLoader,
  setPasswordByLink,
  signIn,
  visitor,
} from '../../src/people/index.ts';
import { type Actor, systemActor } from '../../src/platform/actor.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { type Executor, makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { onlyDeclaredRefusals } from '../support/declared-refusals.ts';

export const goodPassword = 'eleven blue herons';
export const otherPassword = 'twelve green otters';
export const unknownId = '00000000-0000-7000-8000-0000000000ff';

export interface Member {
  readonly id: string;
  readonly login: string;
}

export interface PeopleWorld {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly executor: Executor;
  later(seconds: number): void;
  /** A person with a password, made without anybody knowing it. */
  member(login: string, roles?: readonly HeldRole[]): Promise<Member>;
  site(): Promise<string>;
  /** Tries to sign in; each call from another address unless one is given. */
  tryIn(
    login: string,
    password: string,
    address?: string,
  ): Promise<{
    token: string | null;
    reason: string | null;
    minutes: number | null;
  }>;
  /** Signs in and returns the session's token. */
  token(login: string, password?: string): Promise<string>;
  actorOf(sessionToken: string): Promise<Actor | null>;
  signedIn(login: string): Promise<Actor>;
}

export const administrator: HeldRole = { role: 'administrator', siteId: null };

export async function makePeopleWorld(): Promise<PeopleWorld> {
  const database = await openTestDatabase();
  const { connection, owner } = database;
  const clock = testClock();
  const ids = systemIds(clock);
  const executor = onlyDeclaredRefusals(makeExecutor({ connection, clock, ids }));
  let addresses = 0;
  const world: PeopleWorld = {
    database,
    clock,
    executor,
    later: (seconds) => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString()),
    member: async (login, roles = []) => {
      const made = await executor.execute(
        createPerson,
        { login, displayName: login, roles: [...roles] },
        { actor: systemActor },
      );
      const input = { link: made.output.link ?? '', password: goodPassword };
      const { output } = await executor.execute(setPasswordByLink, input, { actor: visitor });
      return { id: output.personId, login: output.login };
    },
    site: async () => {
      const id = ids.newId();
      await owner`insert into site (id, code, name_en, created_at) values (${id}, ${id}, 'S', now())`;
      return id;
    },
    tryIn: async (login, password, address) => {
      addresses += 1;
      const from =
        address ?? `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
      const input = { login, password, address: from };
      const { output } = await executor.execute(signIn, input, { actor: visitor });
      const { token, refusal } = output;
      return { token, reason: refusal?.reason ?? null, minutes: refusal?.minutes ?? null };
    },
    token: async (login, password = goodPassword) => {
      const { token } = await world.tryIn(login, password);
      if (token === null) throw new Error(`${login} could not sign in`);
      return token;
    },
    actorOf: (token) => makeActorLoader(connection)({ kind: 'session', token }, clock.now()),
    signedIn: async (login) => {
      const actor = await world.actorOf(await world.token(login));
      if (actor === null) throw new Error(`${login} has no actor`);
      return actor;
    },
  };
  return world;
}

/** The code of the refusal a promise ends with; 'none' when it succeeds. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (refused) {
    if (refused instanceof DomainError) return refused.code;
    throw refused;
  }
}
