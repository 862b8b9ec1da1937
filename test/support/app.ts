/**
 * The whole application over a test database, called without a network, and people with sessions and
 * tokens to call it as.
 */
import { z } from 'zod';
import { buildApp, type PageDesk } from '../../src/app.ts';
import type { DeskPorts, FloorSettings } from '../../src/http/context.ts';
import { createPerson, createToken, type HeldRole } from '../../src/people/index.ts';
import { openSession } from '../../src/people/open-session.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { type Log, makeLog } from '../../src/platform/log.ts';
import { mint, openWorld, type World } from './world.ts';

/** The origin tests call. */
export const ownOrigin = 'http://benchstock.test';

export interface TestRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly token?: string;
  /** The address of the other end of the connection. */
  readonly peer?: string;
}

export interface TestApp {
  readonly world: World;
  readonly ports: DeskPorts;
  /** One call; a path, or a whole address. */
  call(path: string, request?: TestRequest): Promise<Response>;
  /** A person who holds these roles, with an API token and a session. */
  makeActorToken(
    roles: readonly HeldRole[],
  ): Promise<{ personId: string; token: string; session: string }>;
  close(): Promise<void>;
}

interface Options {
  readonly settings?: Partial<FloorSettings>;
  readonly log?: Log;
  readonly isReady?: () => boolean;
  readonly pages?: PageDesk;
}

/** A session without a password: choosing and trying one is slow on purpose, and tested elsewhere. */
const openTestSession = defineCommand({
  name: 'test.open-session',
  permission: null,
  summary: 'Opens a session.',
  input: z.strictObject({ personId: z.uuid() }),
  output: z.strictObject({ session: z.string() }),
  errors: [],
  run: async (work, { personId }) => ({ session: await openSession(work, personId, null) }),
});

async function makePerson(world: World, roles: readonly HeldRole[]) {
  const login = mint('person').toLowerCase();
  const displayName = `Person ${login}`;
  const { personId } = await world.run(createPerson, { login, displayName, roles: [...roles] });
  const { session } = await world.run(openTestSession, { personId });
  const self: Actor = { ...systemActor, kind: 'user', id: personId, name: displayName };
  const made = await world.run(createToken, { name: 'test', expiresInDays: 30 }, self);
  return { personId, token: made.token ?? '', session };
}

/** Opens a world with an application over it. */
export async function openTestApp(options: Options = {}): Promise<TestApp> {
  const world = await openWorld();
  const ports: DeskPorts = {
    executor: world.executor,
    connection: world.database.connection,
    clock: world.clock,
    ids: systemIds(world.clock),
    log: options.log ?? makeLog('silent'),
    isReady: options.isReady ?? (() => true),
    settings: {
      publicUrl: ownOrigin,
      isHttps: false,
      trustedProxies: [],
      deadlineMs: 15_000,
      requestsPerMinute: 0,
      strangerRequestsPerMinute: 0,
      ...options.settings,
    },
  };
  const app = buildApp(ports, options.pages ?? null);
  return {
    world,
    ports,
    call: async (path, { method, headers = {}, json, body, token, peer = '127.0.0.1' } = {}) => {
      const isJson = json !== undefined;
      const init: RequestInit & { duplex?: 'half' } = {
        method: method ?? (isJson || body !== undefined ? 'POST' : 'GET'),
        headers: {
          ...(isJson ? { 'content-type': 'application/json' } : {}),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(isJson ? { body: JSON.stringify(json) } : {}),
        ...(body === undefined ? {} : { body, duplex: 'half' as const }),
      };
      const address = new URL(path, ownOrigin).href;
      return app.request(address, init, { incoming: { socket: { remoteAddress: peer } } });
    },
    makeActorToken: (roles) => makePerson(world, roles),
    close: () => world.close(),
  };
}
