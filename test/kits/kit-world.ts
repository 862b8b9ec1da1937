/** A site with bins, parts with a cost, and short words for making and counting kits. */
import type { z } from 'zod';
import { createPart, getPart, pileId, receiveStock } from '../../src/inventory/index.ts';
import { ourCompany } from '../../src/inventory/places.ts';
import { breakKit, buildKit, defineKit } from '../../src/kits/index.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { mint, openWorld, type World } from '../support/world.ts';

type Tracking = 'none' | 'lot' | 'serial';
type Condition = 'new' | 'good';

export interface KitWorld {
  readonly world: World;
  /** A part with a cost of one piece in minor units. */
  part(costMinor?: number, tracking?: Tracking): Promise<string>;
  numberOf(partId: string): Promise<string>;
  /** Makes a kit of these quantities. */
  kit(made: Readonly<Record<string, number>>, tracking?: Tracking): Promise<string>;
  stock(
    partId: string,
    locationId: string,
    quantity: number,
    more?: { serialNumbers?: string[]; lotNumber?: string; expiresOn?: string },
  ): Promise<void>;
  onHand(partId: string, locationId: string, condition?: Condition): Promise<number>;
  /** Value of all of a part that is ours, in minor units. */
  valueOf(partIds: readonly string[]): Promise<number>;
  build(wish: z.input<typeof buildKit.input>): Promise<z.output<typeof buildKit.output>>;
  breakUp(wish: z.input<typeof breakKit.input>): Promise<z.output<typeof breakKit.output>>;
}

/** The refusal of what must be refused. */
export async function refusalOf(promise: Promise<unknown>): Promise<DomainError> {
  const outcome = await promise.then(
    (value) => value,
    (failure: unknown) => failure,
  );
  if (outcome instanceof DomainError) return outcome;
  throw new Error(`expected a refusal, got ${JSON.stringify(outcome)}`, { cause: outcome });
}

/** Opens the world. */
export async function openKitWorld(options: { max?: number } = {}): Promise<KitWorld> {
  const world = await openWorld(options);
  const { run, ask } = world;
  const part: KitWorld['part'] = async (costMinor = 100, tracking = 'none') => {
    const partNumber = mint('C');
    const { partId } = await run(createPart, {
      partNumber,
      nameEn: partNumber,
      tracking,
      costMinor,
    });
    return partId;
  };
  return {
    world,
    part,
    numberOf: async (partId) => (await ask(getPart, { partId })).partNumber,
    kit: async (made, tracking = 'none') => {
      const partId = await part(0, tracking);
      const components = Object.entries(made).map(([id, quantity]) => ({ partId: id, quantity }));
      await run(defineKit, { partId, revision: 0, components });
      return partId;
    },
    stock: async (partId, locationId, quantity, more = {}) => {
      await run(receiveStock, { partId, locationId, quantity, ...more });
    },
    onHand: async (partId, locationId, condition = 'new') => {
      const at = { partId, locationId, condition, ownerId: ourCompany };
      const id = pileId({ ...at, lotId: null, handlingUnitId: null });
      const rows = await world.database.owner<{ n: string }[]>`
        select on_hand as n from bucket where id = ${id}`;
      return Number(rows[0]?.n ?? 0);
    },
    valueOf: async (partIds) => {
      const rows = await world.database.owner<{ v: string }[]>`
        select coalesce(sum(value_minor), 0) as v from part_cost
        where part_id in ${world.database.owner([...partIds])}`;
      return Number(rows[0]?.v ?? 0);
    },
    build: (wish) => run(buildKit, wish),
    breakUp: (wish) => run(breakKit, wish),
  };
}
