/**
 * Five pieces of each kind of part, two sites, two people who may decide on each other's wishes: the
 * stock over which two servers then quarrel. Made by commands, before any server runs.
 */
import type { z } from 'zod';
import {
  createCount,
  finishBin,
  getCount,
  openBin,
  scanPart,
  setChangeReason,
} from '../../src/counts/index.ts';
import {
  createLocation,
  createPart,
  createSite,
  listSites,
  receiveStock,
} from '../../src/inventory/index.ts';
import { createPerson, createToken } from '../../src/people/index.ts';
import { type Actor, systemActor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Command } from '../../src/platform/command.ts';
import { makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { TestDatabase } from '../support/database.ts';
import { mint } from '../support/world.ts';

export interface BusyPart {
  readonly partId: string;
  readonly partNumber: string;
  readonly tracking: 'none' | 'lot' | 'serial';
}

export interface BusyStock {
  readonly depotId: string;
  /** Where the five pieces of each part lie at first. */
  readonly bins: readonly string[];
  readonly dockId: string;
  readonly otherSiteId: string;
  /** Where orders are to bring them: a shelf of the other site, and a bench of this one. */
  readonly destinations: readonly string[];
  readonly shelfId: string;
  readonly parts: readonly BusyPart[];
  readonly people: readonly { readonly name: string; readonly token: string }[];
}

export const lotNumber = 'LOT-1';
export const adjustmentReason = 'MISCOUNT';
export const scrapReason = 'BROKEN';

/** How many pieces of each part there are when the quarrel begins. */
const piecesAtFirst = 5;

type Run = <I extends z.ZodType, O extends z.ZodType>(
  command: Command<I, O>,
  input: z.input<I>,
  actor?: Actor,
) => Promise<z.output<O>>;

/** A count in which two people found pieces that the books do not know. */
async function countTwice(
  run: Run,
  { binId, partId }: Readonly<Record<'binId' | 'partId', string>>,
  counters: readonly Actor[],
): Promise<void> {
  for (const counter of counters) {
    await run(openBin, { binId }, counter);
    await run(scanPart, { binId, partId, quantity: 2 }, counter);
    await run(finishBin, { binId }, counter);
  }
}

/** Makes sites, parts, stock and people in the database. */
export async function makeBusyStock({ connection }: TestDatabase): Promise<BusyStock> {
  const ids = systemIds(systemClock);
  const executor = makeExecutor({ connection, clock: systemClock, ids });
  const run: Run = async (command, input, actor = systemActor) =>
    (await executor.execute(command, input, { actor })).output;
  const site = async () => {
    const code = mint('S');
    return (await run(createSite, { code, nameEn: code, nameZh: '测试仓' })).siteId;
  };
  const place = async (siteId: string, kind: 'storage' | 'bench') =>
    (await run(createLocation, { siteId, code: mint('B'), kind })).locationId;
  const depotId = await site();
  const otherSiteId = await site();
  const bins = [await place(depotId, 'storage'), await place(depotId, 'storage')];
  const shelfId = await place(otherSiteId, 'storage');
  const benchId = await place(depotId, 'bench');
  const sites = await executor.ask(listSites, {}, { actor: systemActor });
  const docks = sites.find(({ id }) => id === depotId)?.locations ?? [];
  const parts: BusyPart[] = [];
  for (const tracking of ['none', 'none', 'none', 'lot', 'serial'] as const) {
    const partNumber = mint('P');
    const { partId } = await run(createPart, { partNumber, nameEn: 'Fan', tracking });
    parts.push({ partId, partNumber, tracking });
    const isSerial = tracking === 'serial';
    await run(receiveStock, {
      partId,
      locationId: bins[0] ?? '',
      quantity: piecesAtFirst,
      serialNumbers: isSerial ? Array.from({ length: piecesAtFirst }, () => mint('SN')) : [],
      lotNumber: tracking === 'lot' ? lotNumber : null,
    });
  }
  const named = { nameEn: 'Test', nameZh: '测试' };
  await run(setChangeReason, { code: adjustmentReason, kind: 'adjustment', ...named });
  await run(setChangeReason, { code: scrapReason, kind: 'scrap', ...named });
  const people: { name: string; token: string }[] = [];
  const actors: Actor[] = [];
  for (const displayName of ['Left 左', 'Right 右', 'Third 三']) {
    const roles = [{ role: 'administrator' as const, siteId: null }];
    const login = mint('busy').toLowerCase();
    const { personId } = await run(createPerson, { login, displayName, roles });
    const self: Actor = { ...systemActor, kind: 'user', id: personId, name: displayName };
    const { token } = await run(createToken, { name: 'test', expiresInDays: 30 }, self);
    actors.push(self);
    people.push({ name: displayName, token: token ?? '' });
  }
  const countedIn = { siteId: depotId, kind: 'bins' as const, locationIds: bins.slice(1) };
  const { countId } = await run(createCount, countedIn);
  const { binRows } = await executor.ask(getCount, { countId }, { actor: systemActor });
  const counted = { binId: binRows[0]?.binId ?? '', partId: parts[0]?.partId ?? '' };
  await countTwice(run, counted, actors.slice(0, 2));
  return {
    ...{ depotId, otherSiteId, bins, shelfId, parts, people },
    dockId: docks.find(({ kind }) => kind === 'dock')?.id ?? '',
    destinations: [shelfId, shelfId, benchId],
  };
}
