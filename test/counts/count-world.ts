/** A site with people who count, people who approve, and short words for what they do. */
import {
  approveCount,
  createCount,
  finishBin,
  getCount,
  openBin,
  scanPart,
  scanSerial,
  setTolerance,
} from '../../src/counts/index.ts';
import { pileId } from '../../src/inventory/index.ts';
import { ourCompany } from '../../src/inventory/places.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';

const counter = ['counts.view', 'counts.work', 'counts.manage', 'stock.view'];
const decider = ['counts.view', 'counts.approve', 'adjustments.approve', 'scrap.approve'];
const clerk = ['counts.view', 'adjustments.ask', 'stock.scrap', 'stock.move'];

/** Ann and Bob count, Eve approves, Kim asks for changes. */
export interface CountWorld {
  readonly world: World;
  readonly ann: Actor;
  readonly bob: Actor;
  readonly eve: Actor;
  readonly kim: Actor;
  /** Opens a count of these bins as the system. */
  count(siteId: string, locationIds: readonly string[]): Promise<string>;
  /** The bins of a count, in the order of the walk. */
  binsOf(countId: string): Promise<{ binId: string; locationId: string; state: string }[]>;
  /** Opens a bin, scans quantities of parts, finishes. */
  look(who: Actor, binId: string, found: Readonly<Record<string, number>>): Promise<void>;
  /** Opens a bin, scans serial numbers of a part, finishes. */
  read(who: Actor, binId: string, partId: string, serials: readonly string[]): Promise<void>;
  approve(countId: string, who?: Actor): Promise<string | null>;
  stateOf(countId: string): Promise<string>;
  onHand(partId: string, locationId: string, condition?: 'new' | 'good'): Promise<number>;
  reserved(partId: string, locationId: string): Promise<number>;
  /** Every difference in pieces is within tolerance at the site. */
  tolerant(siteId: string): Promise<void>;
}

/** Opens the world. */
export async function openCountWorld(options: { max?: number } = {}): Promise<CountWorld> {
  const world = await openWorld(options);
  const { run, ask } = world;
  const pile = async (partId: string, locationId: string, condition: 'new' | 'good') => {
    const at = { partId, locationId, condition, ownerId: ourCompany };
    const id = pileId({ ...at, lotId: null, handlingUnitId: null });
    const rows = await world.database.owner<{ on_hand: string; reserved: string }[]>`
      select on_hand, reserved from bucket where id = ${id}`;
    return { onHand: Number(rows[0]?.on_hand ?? 0), reserved: Number(rows[0]?.reserved ?? 0) };
  };
  const [ann, bob, eve, kim] = [counter, counter, decider, clerk].map((rights) =>
    actorWith(rights),
  ) as [Actor, Actor, Actor, Actor];
  return {
    ...{ world, ann, bob, eve, kim },
    count: async (siteId, locationIds) =>
      (await run(createCount, { siteId, kind: 'bins', locationIds: [...locationIds] })).countId,
    binsOf: async (countId) => (await ask(getCount, { countId })).binRows,
    look: async (who, binId, found) => {
      await run(openBin, { binId }, who);
      for (const [partId, quantity] of Object.entries(found)) {
        await run(scanPart, { binId, partId, quantity }, who);
      }
      await run(finishBin, { binId, isEmptyConfirmed: true }, who);
    },
    read: async (who, binId, partId, serials) => {
      await run(openBin, { binId }, who);
      for (const serialNumber of serials) {
        await run(scanSerial, { binId, partId, serialNumber }, who);
      }
      await run(finishBin, { binId, isEmptyConfirmed: true }, who);
    },
    approve: async (countId, who = eve) => (await run(approveCount, { countId }, who)).entryId,
    stateOf: async (countId) => (await ask(getCount, { countId })).state,
    onHand: async (partId, locationId, condition = 'new') =>
      (await pile(partId, locationId, condition)).onHand,
    reserved: async (partId, locationId) => (await pile(partId, locationId, 'new')).reserved,
    tolerant: async (siteId) => {
      await run(setTolerance, { siteId, pieces: 1_000_000, percent: 100, valueMinor: 1_000_000 });
    },
  };
}

/** The code a promise is refused with; `done` when it is not. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** How many of the promises ended in which way. */
export async function outcomes(promises: readonly Promise<unknown>[]) {
  const counted: Record<string, number> = {};
  for (const code of await Promise.all(promises.map(codeOf))) {
    counted[code] = (counted[code] ?? 0) + 1;
  }
  return counted;
}
