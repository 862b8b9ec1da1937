/**
 * Builds the little world a test needs, through commands only: its own site, parts, stock, people.
 * Every name is minted, so tests of one file never meet each other's rows.
 */
import type { z } from 'zod';
import { createLocation, createPart, createSite, receiveStock } from '../../src/inventory/index.ts';
import { type Actor, systemActor } from '../../src/platform/actor.ts';
import type { Command } from '../../src/platform/command.ts';
import { type Executor, makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { Query } from '../../src/platform/query.ts';
import { type TestClock, testClock } from './clock.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { onlyDeclaredRefusals } from './declared-refusals.ts';

let minted = 0;

/** A code nobody else in this process has. */
export function mint(prefix: string): string {
  minted += 1;
  return `${prefix}-${process.pid.toString(36)}${minted.toString(36)}`.toUpperCase();
}

/** An actor who may do exactly these things, everywhere or in these sites. */
export function actorWith(
  permissions: readonly string[],
  sites: 'all' | readonly string[] = 'all',
): Actor {
  const scopes = sites === 'all' ? ('all' as const) : new Set(sites);
  return {
    kind: 'user',
    id: systemIds({ now: () => new Date(1_700_000_000_000) }).newId(),
    name: mint('Person'),
    locale: 'en',
    grants: new Map(permissions.map((permission) => [permission, scopes])),
  };
}

export interface World {
  readonly database: TestDatabase;
  readonly executor: Executor;
  readonly clock: TestClock;
  run<I extends z.ZodType, O extends z.ZodType>(
    command: Command<I, O>,
    input: z.input<I>,
    actor?: Actor,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: z.input<I>,
    actor?: Actor,
  ): Promise<z.output<O>>;
  site(): Promise<{ siteId: string; code: string }>;
  bin(siteId: string, kind?: 'storage' | 'bench' | 'van' | 'dock'): Promise<string>;
  part(tracking?: 'none' | 'lot' | 'serial'): Promise<string>;
  /** Takes in so many plain parts and answers the location they lie in. */
  stocked(partId: string, locationId: string, quantity: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database and an executor over it. */
export async function openWorld(options: { max?: number } = {}): Promise<World> {
  const database = await openTestDatabase(options);
  const clock = testClock();
  const { connection } = database;
  const executor = onlyDeclaredRefusals(makeExecutor({ connection, clock, ids: systemIds(clock) }));
  const run: World['run'] = async (command, input, actor = systemActor) =>
    (await executor.execute(command, input, { actor })).output;
  const ask: World['ask'] = (query, input, actor = systemActor) =>
    executor.ask(query, input, { actor });
  return {
    database,
    executor,
    clock,
    run,
    ask,
    site: async () => {
      const code = mint('S');
      const { siteId } = await run(createSite, { code, nameEn: code, nameZh: '测试仓' });
      return { siteId, code };
    },
    bin: async (siteId, kind = 'storage') => {
      // A van belongs to somebody.
      const custodianId = kind === 'van' ? systemIds(clock).newId() : null;
      const { locationId } = await run(createLocation, {
        siteId,
        code: mint('BIN'),
        kind,
        custodianId,
      });
      return locationId;
    },
    part: async (tracking = 'none') => {
      const partNumber = mint('P');
      const named = { partNumber, nameEn: `Part ${partNumber}`, nameZh: '测试备件', tracking };
      return (await run(createPart, named)).partId;
    },
    stocked: async (partId, locationId, quantity) => {
      await run(receiveStock, { partId, locationId, quantity });
    },
    close: () => database.close(),
  };
}
